namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// What a fingerprint tells of a secret of another environment: whether a value is the same one, and nothing else of it.
/// </summary>
/// <param name="Setting">Its setting there.</param>
/// <param name="Environment">The environment, such as <c>Staging</c>.</param>
/// <param name="File">The fingerprint, as readiness.json names it.</param>
internal sealed record ForeignSecret(string Setting, string Environment, string File)
{
    private readonly byte[] _salt = [];
    private readonly string _hash = "";

    public ForeignSecret(string setting, string environment, string file, byte[] salt, string hash)
        : this(setting, environment, file) => (_salt, _hash) = (salt, hash);

    public bool Is(string value) => SettingFingerprint.HashOf(value, _salt) == _hash;
}
