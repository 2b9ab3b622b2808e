namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Reads the JSON of a source that is no settings file, and finds its way in it.</summary>
internal static class JsonSource
{
    public static JsonValue? Parse(SourceReading reading, SourceText file)
    {
        try
        {
            return JsonValue.Parse(file.Text);
        }
        catch (JsonFormatException e)
        {
            reading.Fail(file.At(e.Position), $"The {file.Origin.Kind} is no valid JSON: {e.Reason}.");
            return null;
        }
    }

    /// <summary>The value of a member; case does not count in Azure's files.</summary>
    public static JsonValue? Member(this JsonValue value, string name) =>
        value.Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The text of a member that is one.</summary>
    public static string? Text(this JsonValue value, string name) => value.Member(name) is { Kind: JsonKind.String } text ? text.Text : null;

    /// <summary>A scalar as the app sees it; empty for anything else.</summary>
    public static string TextOf(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => "",
        JsonKind.True => "true",
        JsonKind.False => "false",
        _ => value.Text,
    };
}
