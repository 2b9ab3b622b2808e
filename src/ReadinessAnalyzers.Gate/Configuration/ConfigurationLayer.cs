namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// What one source says, flattened as .NET configuration does it: keys joined by colons, with their values and positions, and the faults
/// that were found on the way. A layer is filled by the constructor of its kind.
/// </summary>
internal abstract class ConfigurationLayer(ConfigurationOrigin origin)
{
    /// <summary>Keys that are longer are left out, since a small file could otherwise make very many large ones.</summary>
    public const int LongestKey = 4096;

    private readonly Dictionary<string, ConfigurationValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ConfigurationValue> _allValues = [];
    private readonly List<SettingsProblem> _problems = [];

    public ConfigurationOrigin Origin { get; } = origin;

    /// <summary>False if the source is too broken to know its values.</summary>
    public bool IsRead { get; protected set; }

    /// <summary>The value of each key.</summary>
    public IReadOnlyCollection<ConfigurationValue> Values => _values.Values;

    /// <summary>The same and those that another entry of this source hides.</summary>
    public IReadOnlyList<ConfigurationValue> AllValues => _allValues;

    public IReadOnlyList<SettingsProblem> Problems => _problems;

    /// <summary>Where a key that is missing would belong, as deep as the source has a place for it; null if it has none.</summary>
    public virtual FilePosition? PositionOfParent(string key) => null;

    protected void Report(FilePosition position, string message) => SettingsProblem.Add(_problems, new(position, message));

    /// <summary>Whether the key may be set; one that is too long is reported.</summary>
    protected bool Accepts(string key, FilePosition position)
    {
        if (key.Length <= LongestKey)
            return true;

        IsRead = false;
        Report(position, $"A key is longer than {LongestKey} characters and was not checked.");
        return false;
    }

    protected ICollection<SettingsProblem> Reported => _problems;

    /// <summary>Sets the key to this value, whether it has one or not.</summary>
    protected void Replace(ConfigurationValue value)
    {
        _allValues.Add(value);
        _values[value.Key] = value;
    }

    /// <summary>Sets the key to this value if it has none; else gives the one that it has, which stays.</summary>
    protected ConfigurationValue? AddOnce(ConfigurationValue value)
    {
        _allValues.Add(value);
        if (_values.TryGetValue(value.Key, out var first))
            return first;

        _values.Add(value.Key, value);
        return null;
    }
}
