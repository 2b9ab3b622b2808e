namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The kinds of YAML value, as far as manifests tell them apart: a number is a text that looks like one.</summary>
internal enum YamlKind
{
    Null,
    Text,
    List,
    Map,
}

/// <summary>An entry of a YAML mapping.</summary>
internal sealed record YamlMember(string Name, TextPosition NamePosition, YamlValue Value);

/// <summary>A YAML value that knows where it stands. Aliases are resolved, so a value may be reached by several ways, but never from within itself.</summary>
internal sealed class YamlValue(YamlKind kind, TextPosition position, string text = "")
{
    public static readonly YamlValue Nothing = new(YamlKind.Null, new(1, 1));

    public YamlKind Kind { get; } = kind;

    public TextPosition Position { get; } = position;

    /// <summary>The text of a scalar, else empty.</summary>
    public string Text { get; } = text;

    public IReadOnlyList<YamlValue> Items { get; init; } = [];

    public IReadOnlyList<YamlMember> Members { get; init; } = [];

    /// <summary>The value of a member; <see cref="Nothing"/> where there is none, so that a way through absent members ends there.</summary>
    public YamlValue this[string name] => Find(name)?.Value ?? Nothing;

    public YamlMember? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    /// <summary>The way down through these members.</summary>
    public YamlValue Below(params string[] names) => names.Aggregate(this, (value, name) => value[name]);
}
