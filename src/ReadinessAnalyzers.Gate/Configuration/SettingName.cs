namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>The two spellings of a setting: a path with colons, and an environment variable, where <c>__</c> stands for a colon.</summary>
internal static class SettingName
{
    public static string AsPath(string name) => name.Replace("__", ":");

    public static string AsVariable(string name) => name.Replace(":", "__");

    public static bool AreSame(string name, string other) =>
        string.Equals(AsPath(name), AsPath(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a key stands in a section, at whatever depth.</summary>
    public static bool IsBelow(string key, string section) =>
        key.Length > section.Length && key[section.Length] == ':' && key.StartsWith(section, StringComparison.OrdinalIgnoreCase);
}
