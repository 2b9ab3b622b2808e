namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>A credential inside a text: where it stands and of what shape it is, without its characters.</summary>
internal sealed record FoundCredential(int Start, int Length, CredentialShape Shape)
{
    public int End => Start + Length;
}
