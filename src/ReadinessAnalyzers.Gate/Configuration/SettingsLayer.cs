namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// One JSON settings file, flattened as the .NET configuration provider does it: a file goes in; values, and the faults that would stop
/// the app at its start, come out.
/// </summary>
internal sealed class SettingsLayer : ConfigurationLayer
{
    private readonly string _path;
    private readonly Dictionary<string, FilePosition> _sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A settings file that is published with the app.</summary>
    public SettingsLayer(SettingsFile file)
        : this(file.Path, new("settings file", file.RelativePath, Ships: true))
    {
    }

    public SettingsLayer(string path, ConfigurationOrigin origin)
        : base(origin)
    {
        _path = path;
        if (SettingsText.Read(path, Reported) is { } text)
            Read(text);
    }

    /// <summary>Where the deepest object or array around <paramref name="key"/> is named, else the file's first line.</summary>
    public override FilePosition? PositionOfParent(string key)
    {
        for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
        {
            if (_sections.TryGetValue(key.Substring(0, end), out var position))
                return position;
        }

        return new FilePosition(_path);
    }

    private void Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(new FilePosition(_path), "The settings file is empty, so the app would not start; write {} or delete the file.");
            return;
        }

        try
        {
            var root = JsonValue.Parse(text);
            IsRead = root.Kind == JsonKind.Object;
            if (IsRead)
                AddMembers(root, prefix: "");
            else
                Report(At(root.Position), "The settings file holds no JSON object, so the app would not start; put the settings into { }.");
        }
        catch (JsonFormatException e)
        {
            Report(At(e.Position), $"The settings file is not valid JSON, so the app would not start: {e.Reason}.");
        }
    }

    private void AddMembers(JsonValue section, string prefix)
    {
        foreach (var member in section.Members)
            Add(prefix + member.Name, member.NamePosition, member.Value);
    }

    private void Add(string key, TextPosition position, JsonValue value)
    {
        if (!Accepts(key, At(position)))
            return;

        var isSection = value.Kind is JsonKind.Object or JsonKind.Array;
        if (isSection && !_sections.ContainsKey(key))
            _sections.Add(key, At(position));

        if (value.Members.Count + value.Items.Count == 0)
            AddValue(new(key, AsProvided(value), At(value.Position), Origin), position, mayReplace: isSection);

        AddMembers(value, key + ":");
        for (var i = 0; i < value.Items.Count; i++)
            Add($"{key}:{i}", value.Items[i].Position, value.Items[i]);
    }

    /// <remarks>The provider refuses to set a key twice, but lets an empty object or array replace what is there.</remarks>
    private void AddValue(ConfigurationValue value, TextPosition position, bool mayReplace)
    {
        if (mayReplace)
        {
            Replace(value);
        }
        else if (AddOnce(value) is { } first)
        {
            var where = $"in line {first.Position.Line}" + (first.Key == value.Key ? "" : $" as '{first.Key}'");
            Report(At(position), $"The key '{value.Key}' is already set {where}, so the app would not start; remove one of them.");
        }
    }

    private static string? AsProvided(JsonValue value) => value.Kind switch
    {
        JsonKind.True => bool.TrueString,
        JsonKind.False => bool.FalseString,
        JsonKind.Null or JsonKind.Object => null,
        _ => value.Text, // empty for an empty array
    };

    private FilePosition At(TextPosition position) => new(_path, position.Line, position.Column);
}
