namespace ReadinessAnalyzers;

/// <summary>A property of a JSON object, in the order of the document; names may repeat.</summary>
internal sealed record JsonMember(string Name, TextPosition NamePosition, JsonValue Value);

/// <summary>An immutable JSON value that knows where it stands: a text goes into <see cref="Parse"/>, the whole tree comes out.</summary>
internal sealed class JsonValue
{
    private JsonValue(
        JsonKind kind,
        TextPosition position,
        string text = "",
        IReadOnlyList<JsonMember>? members = null,
        IReadOnlyList<JsonValue>? items = null)
    {
        Kind = kind;
        Position = position;
        Text = text;
        Members = members ?? [];
        Items = items ?? [];
    }

    public JsonKind Kind { get; }

    public TextPosition Position { get; }

    /// <summary>The unescaped text of a string, the raw text of a number or literal, else empty.</summary>
    public string Text { get; }

    public IReadOnlyList<JsonMember> Members { get; }

    public IReadOnlyList<JsonValue> Items { get; }

    /// <exception cref="JsonFormatException">The text is not JSON.</exception>
    public static JsonValue Parse(string text)
    {
        var reader = new JsonReader(text);
        reader.Read();
        var value = Read(reader);
        reader.Read(); // refuses anything behind the value
        return value;
    }

    private static JsonValue Read(JsonReader reader)
    {
        var position = reader.GetPosition();
        return reader.Token switch
        {
            JsonToken.StartObject => new(JsonKind.Object, position, members: ReadMembers(reader)),
            JsonToken.StartArray => new(JsonKind.Array, position, items: ReadItems(reader)),
            JsonToken.String => new(JsonKind.String, position, reader.GetString()),
            JsonToken.Number => new(JsonKind.Number, position, reader.GetString()),
            JsonToken.True => new(JsonKind.True, position, reader.GetString()),
            JsonToken.False => new(JsonKind.False, position, reader.GetString()),
            _ => new(JsonKind.Null, position, reader.GetString()),
        };
    }

    private static List<JsonMember> ReadMembers(JsonReader reader)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.Token == JsonToken.PropertyName)
        {
            var name = reader.GetString();
            var position = reader.GetPosition();
            reader.Read();
            members.Add(new JsonMember(name, position, Read(reader)));
        }

        return members;
    }

    private static List<JsonValue> ReadItems(JsonReader reader)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.Token != JsonToken.EndArray)
            items.Add(Read(reader));

        return items;
    }
}
