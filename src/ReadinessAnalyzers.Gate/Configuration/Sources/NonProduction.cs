namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The member <c>nonProduction</c>, read: what is known of the secrets of other environments, and what was wrong on the way.</summary>
internal sealed record NonProduction(IReadOnlyList<ForeignSecret> Secrets, IReadOnlyList<SettingsProblem> Problems)
{
    public static readonly NonProduction None = new([], []);

    /// <param name="files">Fingerprints, as seen from <paramref name="folder"/>.</param>
    /// <param name="folder">The full path of readiness.json's folder.</param>
    /// <param name="environmentName">The environment that the app is published for, of which none of them may be.</param>
    public static NonProduction Read(IReadOnlyList<DeclaredText> files, string folder, string environmentName)
    {
        if (files.Count == 0)
            return None;

        var reading = new SourceReading(new(SourceKind.Fingerprint, files[0].Position) { Paths = files, MayBeOptional = false }, folder, environmentName, environment: null);
        var secrets = Fingerprint.ReadForeign(reading);
        return new(secrets, reading.Content.Problems);
    }
}
