namespace ReadinessAnalyzers.Gate.Builds;

/// <summary>The MSBuild properties that the checks of the build look at, by name; one that is not set is empty.</summary>
internal sealed class BuildProperties(IReadOnlyDictionary<string, string> values)
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    public static readonly BuildProperties None = new(new Dictionary<string, string>());

    public string this[string name] => values.TryGetValue(name, out var value) ? value.Trim() : "";

    public bool IsSet(string name) => this[name].Length > 0;

    public bool IsTrue(string name) => this[name].Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The items of a list such as <c>NoWarn</c>, which may be parted by semicolons, commas or blanks.</summary>
    public IReadOnlyList<string> List(string name) => this[name].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
