using System.Globalization;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>The members of one entry of <c>settings</c>, each as the type that is asked for; a complaint where it is of another.</summary>
internal sealed class SettingMembers(IReadOnlyList<JsonMember> members, Action<TextPosition, string> complain)
{
    private const int MostTexts = 500;
    private const int LongestText = 200;

    public static readonly SettingMembers None = new([], (_, _) => { });

    /// <summary>Whether each member is what its kind needs.</summary>
    public bool AreValid { get; private set; } = true;

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.Kind == JsonKind.String && !string.IsNullOrWhiteSpace(value.Text))
            return value.Text;

        Refuse(name, $"'{name}' must be a text that is not empty.");
        return null;
    }

    /// <summary>The name of another setting.</summary>
    public string? Setting(string name) => Text(name) is { } text ? SettingName.AsPath(text) : null;

    /// <summary>A text, or a list of texts.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } value)
            return [];

        var items = value.Kind == JsonKind.Array ? value.Items : [value];
        if (items.Count is > 0 and <= MostTexts && items.All(item => item.Kind is JsonKind.String or JsonKind.Number && !string.IsNullOrWhiteSpace(item.Text) && item.Text.Length <= LongestText))
            return [.. items.Select(item => item.Text)];

        Refuse(name, $"'{name}' must be a text or a list of at most {MostTexts} texts, none of them empty or longer than {LongestText} characters.");
        return [];
    }

    public long? Integer(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.Kind == JsonKind.Number && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;

        Refuse(name, $"'{name}' must be a whole number.");
        return null;
    }

    /// <summary>A whole number that counts something.</summary>
    public int Count(string name, int orElse)
    {
        if (Integer(name) is not { } number)
            return orElse;
        if (number is > 0 and <= int.MaxValue)
            return (int)number;

        Refuse(name, $"'{name}' must be greater than 0.");
        return orElse;
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.Kind is JsonKind.True or JsonKind.False)
            return value.Kind == JsonKind.True;

        Refuse(name, $"'{name}' must be true or false.");
        return null;
    }

    /// <summary>Complains of a member that is there.</summary>
    public void Refuse(string name, string message)
    {
        AreValid = false;
        if (members.FirstOrDefault(member => member.Name == name) is { } member)
            complain(member.Value.Position, message);
    }

    private JsonValue? Find(string name) => members.FirstOrDefault(member => member.Name == name)?.Value;
}
