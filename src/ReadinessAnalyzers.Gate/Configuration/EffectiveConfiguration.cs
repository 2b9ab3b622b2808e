using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// The configuration that the published app will see: published files and the sources of readiness.json go in, the value that wins for each
/// key comes out, with its position and what it hides.
/// </summary>
/// <remarks>
/// Layers stand as the builders of .NET place them, the last one wins: variables named <c>ASPNETCORE_</c> (of a web app) and
/// <c>DOTNET_</c>, without their prefix; then settings files and all variables, in the order in which readiness.json lists the sources.
/// </remarks>
internal sealed class EffectiveConfiguration
{
    private const int MostItems = 1_000;

    private readonly Dictionary<string, ConfigurationValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EnvironmentVariable> _variables = new(StringComparer.Ordinal);
    private readonly List<ConfigurationLayer> _layers = [];
    private readonly List<SettingsProblem> _ignoredForCase = [];
    private readonly List<SettingsFile> _files = [];
    private readonly IReadOnlyList<SourceContent> _sources;
    private string _environmentFile = "";

    private EffectiveConfiguration(IReadOnlyList<SourceContent> sources)
    {
        _sources = sources;
        foreach (var source in sources)
        {
            foreach (var variable in source.Variables)
                _variables[variable.Name] = variable;
        }
    }

    /// <summary>The value that wins for each key.</summary>
    public IReadOnlyCollection<ConfigurationValue> Values => _values.Values;

    /// <summary>Every value of every source that the app reads, also the hidden ones.</summary>
    public IEnumerable<ConfigurationValue> AllValues => _layers.SelectMany(layer => layer.AllValues);

    /// <summary>The published settings files that the app reads.</summary>
    public IReadOnlyList<SettingsFile> Files => _files;

    /// <summary>The faults of the settings files that the app reads.</summary>
    public IEnumerable<SettingsProblem> Problems => SettingsFiles.SelectMany(layer => layer.Problems);

    /// <summary>The faults of the sources that readiness.json declares.</summary>
    public IEnumerable<SettingsProblem> SourceProblems => _sources.SelectMany(source => source.Problems.Concat(source.Layer?.Problems ?? []));

    /// <summary>Pairs of variables of one source that set one key; which one wins is left to chance.</summary>
    public IEnumerable<AmbiguousPair> Ambiguous =>
        _layers.OfType<EnvironmentLayer>().SelectMany(layer => layer.Ambiguous);

    /// <summary>Files that are read where file names ignore case and skipped on Linux.</summary>
    public IReadOnlyList<SettingsProblem> IgnoredForCase => _ignoredForCase;

    /// <summary>What sets the name of the environment in which the app will run, if a source does.</summary>
    public ConfigurationValue? EnvironmentName { get; private set; }

    /// <summary>False if a source is too broken to know its values, so that a key that seems to be missing may stand there.</summary>
    public bool IsComplete => _layers.All(layer => layer.IsRead) && _sources.All(source => source.IsRead);

    private IEnumerable<SettingsLayer> SettingsFiles => _layers.OfType<SettingsLayer>().Where(layer => layer.Origin.Ships);

    /// <param name="published">All published files; those that are no settings files of the app are left out here.</param>
    /// <param name="environment">The environment that the app is published for, such as Production.</param>
    /// <param name="applicationName">The app's assembly name.</param>
    /// <param name="targetFramework">The version of .NET, or null if the app targets something else.</param>
    /// <param name="sources">What readiness.json declares, in its order; null: the published settings files alone.</param>
    /// <param name="isWebApp">Whether the app is built by WebApplication, which knows ASPNETCORE_ variables; Host does not.</param>
    /// <param name="isForWindows">Whether the app runs on Windows alone, where the case of a file's name does not count.</param>
    public static EffectiveConfiguration Load(
        IEnumerable<SettingsFile> published,
        string environment,
        string applicationName,
        Version? targetFramework,
        IReadOnlyList<SourceContent>? sources = null,
        bool isWebApp = true,
        bool isForWindows = false)
    {
        var configuration = new EffectiveConfiguration(sources ?? [SourceContent.PublishedSettings]);
        if (isWebApp)
            configuration.AddVariables("ASPNETCORE_");
        configuration.AddVariables("DOTNET_");
        configuration.FindEnvironmentName();

        // A name that differs only in case is another name to Linux; one that differs more is a finding, and the files are those asked for.
        var name = configuration.EnvironmentName?.Value is { } set && set.Equals(environment, StringComparison.OrdinalIgnoreCase) ? set : environment;
        configuration._environmentFile = $"appsettings.{name}.json";
        List<string> names = ["appsettings.json", configuration._environmentFile];
        if (targetFramework?.Major >= 10)
            names.AddRange([$"{applicationName}.settings.json", $"{applicationName}.settings.{name}.json"]);

        foreach (var source in configuration._sources)
        {
            if (source == SourceContent.PublishedSettings)
                configuration.AddFiles([.. published], names, isForWindows);
            else if (source.Layer is { } layer)
                configuration.Add(layer);
            else if (source.Variables.Count > 0)
                configuration.Add(new EnvironmentLayer(source.Variables[0].Origin, source.Variables));
        }

        return configuration;
    }

    /// <summary>Finds the value that wins, which may be null or blank.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out ConfigurationValue? value) => _values.TryGetValue(key, out value);

    /// <summary>
    /// What code finds that asks for an environment variable and not for configuration; null if no source sets it. Case counts on Linux
    /// and not on Windows: a variable that differs in case is taken where none has the very name.
    /// </summary>
    public ConfigurationValue? Variable(string name) =>
        (_variables.TryGetValue(name, out var variable)
            ? variable
            : _variables.Values.FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))?.As(name);

    /// <summary>Where a setting may come from that nothing sets, because a source leaves open what it holds; null if none does.</summary>
    public ConfigurationValue? Unseen(string key, bool isVariable) => _sources
        .Where(source => !isVariable || source.Layer is null)
        .SelectMany(source => source.Open)
        .FirstOrDefault()?.ValueOf(key);

    /// <summary>The keys directly below a section, in full; the empty section is the root.</summary>
    public IReadOnlyList<string> Children(string section)
    {
        var prefix = section.Length == 0 ? "" : section + ":";
        return [.. _values.Keys
            .Where(key => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(key => key.IndexOf(':', prefix.Length) is var end and >= 0 ? key.Substring(0, end) : key)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The value of a key, or those of the items if the key is a list, in their order; what is missing is left out.</summary>
    public IReadOnlyList<ConfigurationValue> ValuesOf(string key)
    {
        if (_values.TryGetValue(key, out var value) && !value.IsMissing)
            return [value];

        return [.. (
            from item in _values.Values
            where item.Key.Length > key.Length && item.Key[key.Length] == ':' && item.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase) && !item.IsMissing
            let index = int.TryParse(item.Key.Substring(key.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
            where index >= 0
            orderby index
            select item).Take(MostItems)];
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
        SettingsFiles.FirstOrDefault(layer => layer.Origin.Name.Equals(_environmentFile, StringComparison.OrdinalIgnoreCase))?.PositionOfParent(key) ?? new FilePosition(fallbackPath);

    private void AddVariables(string prefix)
    {
        foreach (var source in _sources)
        {
            if (source.Variables.Count > 0)
                Add(new EnvironmentLayer(source.Variables[0].Origin, source.Variables, prefix));
        }
    }

    private void FindEnvironmentName()
    {
        if (_values.TryGetValue("ENVIRONMENT", out var name) && !string.IsNullOrWhiteSpace(name.Value) && name.Reference is null)
            EnvironmentName = name;
    }

    private void AddFiles(List<SettingsFile> files, List<string> names, bool isForWindows)
    {
        foreach (var name in names)
        {
            var inOtherCase = files.Where(file => DifferOnlyInCase(file.RelativePath, name)).ToArray();
            if ((files.Find(file => file.RelativePath == name) ?? (isForWindows ? inOtherCase.FirstOrDefault() : null)) is { } found)
            {
                _files.Add(found);
                Add(new SettingsLayer(found));
            }

            foreach (var file in isForWindows ? [] : inOtherCase)
            {
                var why = EnvironmentName is { } set && name.IndexOf(set.Value!, StringComparison.Ordinal) >= 0 ? $", since '{set.Variable}' says so" : "";
                _ignoredForCase.Add(new(
                    new(file.Path), $"'{file.RelativePath}' is skipped on Linux, where case counts: the app looks for '{name}'{why}. Rename the file."));
            }
        }

        static bool DifferOnlyInCase(string first, string second) =>
            first != second && string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
    }

    private void Add(ConfigurationLayer layer)
    {
        _layers.Add(layer);
        foreach (var value in layer.Values)
            _values[value.Key] = _values.TryGetValue(value.Key, out var hidden) ? value with { Overrides = hidden } : value;
    }
}
