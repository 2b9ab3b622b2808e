namespace ReadinessAnalyzers.Gate.Tests.Shared;

/// <summary>Tokens, positions and reasons by example; the grammar as a whole is held to System.Text.Json beside this.</summary>
public class JsonReaderTests
{
    [Fact]
    public void Reads_tokens_with_positions()
    {
        var reader = new JsonReader("\uFEFF{ // note\r\n  \"é\\n\": [1.50, true,],\n}");
        var tokens = new List<string>();
        while (reader.Read())
            tokens.Add($"{reader.Token} {reader.Depth} ({reader.GetPosition().Line},{reader.GetPosition().Column})");

        Assert.Equal(
            [
                "StartObject 0 (1,1)", "PropertyName 1 (2,3)", "StartArray 1 (2,10)", "Number 2 (2,11)", "True 2 (2,17)",
                "EndArray 1 (2,22)", "EndObject 0 (3,1)",
            ],
            tokens);
        Assert.Equal(JsonToken.None, reader.Token);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Unescapes_strings()
    {
        var reader = new JsonReader("""["a\"\\\/\b\f\n\r\t\u0041\uD83D\uDE00"]""");
        reader.Read();
        reader.Read();
        Assert.Equal("a\"\\/\b\f\n\r\tA😀", reader.GetString());
        Assert.True(reader.ValueEquals("a\"\\/\b\f\n\r\tA😀"));
    }

    [Fact]
    public void Skips_a_property_with_its_value()
    {
        var reader = new JsonReader("""{ "skipped": { "a": ["}", [/* ] */], { "b": "\"" }] }, "number": 1, "kept": 2 }""");
        reader.Read();
        for (var i = 0; i < 2; i++)
        {
            reader.Read();
            reader.Skip();
        }

        reader.Read();
        Assert.True(reader.ValueEquals("kept"));
    }

    [Theory]
    [InlineData("[[]")]
    [InlineData("[\"]\\")]
    [InlineData("[/*]")]
    public void Refuses_to_skip_beyond_the_end(string text)
    {
        var reader = new JsonReader(text);
        reader.Read();
        Assert.Throws<JsonFormatException>(reader.Skip);
    }

    [Theory]
    [InlineData("", 1, 1, "expected a value, but the document ends here")]
    [InlineData("{ \"a\": 1\n  \"b\": 2 }", 2, 3, "expected a comma or a closing brace")]
    [InlineData("[1 2]", 1, 4, "expected a comma or a closing bracket")]
    [InlineData("{ a: 1 }", 1, 3, "expected a property name in double quotes or a closing brace")]
    [InlineData("{ \"a\" 1 }", 1, 7, "expected a colon after the property name")]
    [InlineData("[,]", 1, 2, "expected a value")]
    [InlineData("[-]", 1, 3, "expected a digit")]
    [InlineData("{} {}", 1, 4, "expected nothing after the document's value")]
    [InlineData("[\"a\nb\"]", 1, 4, "a control character in a string must be escaped")]
    [InlineData("[\"a", 1, 4, "the string has no closing quote")]
    [InlineData("[\"\\q\"]", 1, 4, "unknown escape in a string")]
    [InlineData("[\"\\u00g0\"]", 1, 7, "expected four hexadecimal digits")]
    [InlineData("[\"\\uD83D\"]", 1, 9, "half of a surrogate pair is missing")]
    [InlineData("[1] /* open", 1, 5, "the comment is not closed")]
    [InlineData("[1] /", 1, 5, "expected a comment")]
    public void Says_why_and_where_a_text_is_refused(string text, int line, int column, string reason)
    {
        var refusal = Assert.Throws<JsonFormatException>(() => JsonValue.Parse(text));
        Assert.Equal((reason, new TextPosition(line, column)), (refusal.Reason, refusal.Position));
    }

    [Fact]
    public void A_reason_never_quotes_the_document()
    {
        const string Secret = "hunter2";
        string[] texts = [Secret, $"{{{Secret}", $"[\"{Secret}\"{Secret}", $"\"{Secret}", $"{{\"{Secret}\" {Secret}", $"/*{Secret}"];
        foreach (var text in texts)
            Assert.DoesNotContain(Secret, Assert.Throws<JsonFormatException>(() => JsonValue.Parse(text)).ToString());
    }
}
