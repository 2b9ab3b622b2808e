namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// One settings file, flattened as the .NET configuration provider does it: a file goes in; keys joined by colons, with their values
/// and positions, and the faults that would stop the app at its start come out.
/// </summary>
internal sealed class SettingsLayer
{
    private readonly SettingsFile _file;
    private readonly Dictionary<string, ConfigurationValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ConfigurationValue> _allValues = [];
    private readonly Dictionary<string, FilePosition> _sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SettingsProblem> _problems = [];

    public SettingsLayer(SettingsFile file)
    {
        _file = file;
        if (SettingsText.Read(file.Path, _problems) is { } text)
            Read(text);
    }

    public string RelativePath => _file.RelativePath;

    /// <summary>False if the file is too broken to know its values.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The value of each key.</summary>
    public IReadOnlyCollection<ConfigurationValue> Values => _values.Values;

    /// <summary>The same and those that another entry of this file hides.</summary>
    public IReadOnlyList<ConfigurationValue> AllValues => _allValues;

    public IReadOnlyList<SettingsProblem> Problems => _problems;

    /// <summary>Where the deepest object or array around <paramref name="key"/> is named, else the file's first line.</summary>
    public FilePosition PositionOfParent(string key)
    {
        for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
        {
            if (_sections.TryGetValue(key.Substring(0, end), out var position))
                return position;
        }

        return new FilePosition(_file.Path);
    }

    private void Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(new(1, 1), "The settings file is empty, so the app would not start; write {} or delete the file.");
            return;
        }

        try
        {
            var root = JsonValue.Parse(text);
            IsRead = root.Kind == JsonKind.Object;
            if (IsRead)
                AddMembers(root, prefix: "");
            else
                Report(root.Position, "The settings file holds no JSON object, so the app would not start; put the settings into { }.");
        }
        catch (JsonFormatException e)
        {
            Report(e.Position, $"The settings file is not valid JSON, so the app would not start: {e.Reason}.");
        }
    }

    private void AddMembers(JsonValue section, string prefix)
    {
        foreach (var member in section.Members)
            Add(prefix + member.Name, member.NamePosition, member.Value);
    }

    private void Add(string key, TextPosition position, JsonValue value)
    {
        var isSection = value.Kind is JsonKind.Object or JsonKind.Array;
        if (isSection && !_sections.ContainsKey(key))
            _sections.Add(key, In(_file, position));

        if (value.Members.Count + value.Items.Count == 0)
            AddValue(new(key, AsProvided(value), In(_file, value.Position), _file), position, mayReplace: isSection);

        AddMembers(value, key + ":");
        for (var i = 0; i < value.Items.Count; i++)
            Add($"{key}:{i}", value.Items[i].Position, value.Items[i]);
    }

    /// <remarks>The provider refuses to set a key twice, but lets an empty object or array replace what is there.</remarks>
    private void AddValue(ConfigurationValue value, TextPosition position, bool mayReplace)
    {
        _allValues.Add(value);
        if (mayReplace || !_values.TryGetValue(value.Key, out var first))
        {
            _values[value.Key] = value;
            return;
        }

        var where = $"in line {first.Position.Line}" + (first.Key == value.Key ? "" : $" as '{first.Key}'");
        Report(position, $"The key '{value.Key}' is already set {where}, so the app would not start; remove one of them.");
    }

    private static string? AsProvided(JsonValue value) => value.Kind switch
    {
        JsonKind.True => bool.TrueString,
        JsonKind.False => bool.FalseString,
        JsonKind.Null or JsonKind.Object => null,
        _ => value.Text, // empty for an empty array
    };

    private static FilePosition In(SettingsFile file, TextPosition position) => new(file.Path, position.Line, position.Column);

    private void Report(TextPosition position, string message) => _problems.Add(new(In(_file, position), message));
}
