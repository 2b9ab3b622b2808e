using System.Diagnostics.CodeAnalysis;

namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// The configuration that the published app will see: published files go in, the value that wins for each key comes out, with its
/// position and what it hides.
/// </summary>
/// <remarks>Only settings files count: what the host's environment or the command line sets is not known at publish time.</remarks>
internal sealed class EffectiveConfiguration
{
    private readonly Dictionary<string, ConfigurationValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SettingsLayer> _layers;
    private readonly string _environmentFile;

    private EffectiveConfiguration(List<SettingsLayer> layers, string environmentFile, IReadOnlyList<SettingsProblem> ignoredForCase)
    {
        _layers = layers;
        _environmentFile = environmentFile;
        IgnoredForCase = ignoredForCase;
        foreach (var value in layers.SelectMany(layer => layer.Values))
            _values[value.Key] = _values.TryGetValue(value.Key, out var hidden) ? value with { Overrides = hidden } : value;
    }

    /// <summary>The value that wins for each key.</summary>
    public IReadOnlyCollection<ConfigurationValue> Values => _values.Values;

    /// <summary>Every value of every file that the app reads, also the hidden ones.</summary>
    public IEnumerable<ConfigurationValue> AllValues => _layers.SelectMany(layer => layer.AllValues);

    /// <summary>The faults of the files that the app reads.</summary>
    public IEnumerable<SettingsProblem> Problems => _layers.SelectMany(layer => layer.Problems);

    /// <summary>Files that are read where file names ignore case and skipped on Linux.</summary>
    public IReadOnlyList<SettingsProblem> IgnoredForCase { get; }

    /// <summary>False if a file is too broken to know its values, so that a key that seems to be missing may stand there.</summary>
    public bool IsComplete => _layers.All(layer => layer.IsRead);

    /// <param name="published">All published files; those that are no settings files of the app are left out here.</param>
    /// <param name="environment">The environment that the app will run in, such as Production.</param>
    /// <param name="applicationName">The app's assembly name.</param>
    /// <param name="targetFramework">The version of .NET, or null if the app targets something else.</param>
    public static EffectiveConfiguration Load(
        IEnumerable<SettingsFile> published, string environment, string applicationName, Version? targetFramework)
    {
        var environmentFile = $"appsettings.{environment}.json";
        List<string> names = ["appsettings.json", environmentFile]; // the last one wins
        if (targetFramework?.Major >= 10)
            names.AddRange([$"{applicationName}.settings.json", $"{applicationName}.settings.{environment}.json"]);

        var layers = new List<SettingsLayer>();
        var ignored = new List<SettingsProblem>();
        var files = published.ToList();
        foreach (var name in names)
        {
            if (files.Find(file => file.RelativePath == name) is { } found)
                layers.Add(new SettingsLayer(found));

            foreach (var file in files.Where(file => DifferOnlyInCase(file.RelativePath, name)))
                ignored.Add(new(new(file.Path), $"'{file.RelativePath}' is skipped on Linux, where case counts; rename it to '{name}'."));
        }

        return new EffectiveConfiguration(layers, environmentFile, ignored);

        static bool DifferOnlyInCase(string first, string second) =>
            first != second && string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Finds the value that wins, which may be null or blank.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out ConfigurationValue? value) => _values.TryGetValue(key, out value);

    /// <summary>The keys directly below a section, in full; the empty section is the root.</summary>
    public IReadOnlyList<string> Children(string section)
    {
        var prefix = section.Length == 0 ? "" : section + ":";
        return [.. _values.Keys
            .Where(key => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(key => key.IndexOf(':', prefix.Length) is var end and >= 0 ? key.Substring(0, end) : key)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether the key or any key below it has a value that is neither null nor blank.</summary>
    public bool Exists(string key) =>
        _values.Values.Any(value => !value.IsMissing
            && (string.Equals(value.Key, key, StringComparison.OrdinalIgnoreCase)
                || value.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Where a missing key belongs: at the deepest object around it in the environment's settings file, else in that file's first
    /// line, else, if there is no such file, in the first line of <paramref name="fallbackPath"/>.
    /// </summary>
    public FilePosition PositionForMissing(string key, string fallbackPath) =>
        _layers.Find(layer => layer.RelativePath == _environmentFile)?.PositionOfParent(key) ?? new FilePosition(fallbackPath);
}
