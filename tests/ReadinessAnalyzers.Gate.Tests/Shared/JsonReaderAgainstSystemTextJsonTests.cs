using System.Text;
using System.Text.Json;

namespace ReadinessAnalyzers.Gate.Tests.Shared;

/// <summary>Holds our JSON reader to the one that the app will use, on random documents and on spoilt ones.</summary>
public class JsonReaderAgainstSystemTextJsonTests(ITestOutputHelper output)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonReaderOptions Options =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    private sealed record Token(string Kind, string? Text, int Depth, TextPosition Position);

    [Theory]
    [InlineData(1)]
    [InlineData(20260101)]
    [InlineData(424242)]
    public void Reads_the_same_tokens_or_refuses_alike(int seed)
    {
        var json = new RandomJson(seed);
        int accepted = 0, refused = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var document = json.Document();
            foreach (var text in new[] { document, json.Mutate(document), json.Mutate(document), json.Mutate(document) })
            {
                var expected = TheirTokens(text);
                var actual = OurTokens(text);
                Assert.True(
                    expected is null ? actual is null : actual is not null && expected.SequenceEqual(actual),
                    $"seed {seed}, document {i}: {JsonSerializer.Serialize(text)}\ntheirs: {Show(expected)}\nours:   {Show(actual)}");
                if (expected is null)
                {
                    refused++;
                    continue;
                }

                accepted++;
                Assert.True(
                    TheirTokens(text, skipEvery: 3)!.SequenceEqual(OurTokens(text, skipEvery: 3)!),
                    $"seed {seed}, document {i} with skips: {JsonSerializer.Serialize(text)}");
            }
        }

        output.WriteLine($"seed {seed}: {accepted} accepted, {refused} refused");
        Assert.True(accepted > 4_000 && refused > 4_000);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    public void Refuses_the_same_depth(int depth)
    {
        var text = new string('[', depth) + new string(']', depth);
        Assert.Equal(TheirTokens(text), OurTokens(text));
    }

    private static string Show(List<Token>? tokens) => tokens is null ? "refused" : string.Join(" ", tokens);

    private static List<Token>? OurTokens(string text, int skipEvery = int.MaxValue)
    {
        var tokens = new List<Token>();
        try
        {
            var reader = new JsonReader(text);
            while (reader.Read())
            {
                var value = reader.Token is JsonToken.PropertyName or JsonToken.String or JsonToken.Number ? reader.GetString() : null;
                if (reader.Token is JsonToken.PropertyName or JsonToken.String)
                    Assert.True(reader.ValueEquals(value!) && !reader.ValueEquals(value + "x"));
                tokens.Add(new Token(reader.Token.ToString(), value, reader.Depth, reader.GetPosition()));
                if (tokens.Count % skipEvery == 0)
                    reader.Skip();
            }

            return tokens;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    private static List<Token>? TheirTokens(string text, int skipEvery = int.MaxValue)
    {
        var withoutMark = text.StartsWith('\uFEFF') ? text[1..] : text;
        var bytes = Utf8.GetBytes(withoutMark);
        var tokens = new List<Token>();
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            while (reader.Read())
            {
                var value = reader.TokenType switch
                {
                    JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                    _ => null,
                };
                var before = Encoding.UTF8.GetString(bytes, 0, (int)reader.TokenStartIndex);
                var position = new TextPosition(before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
                tokens.Add(new Token(reader.TokenType.ToString(), value, reader.CurrentDepth, position));
                if (tokens.Count % skipEvery == 0)
                    reader.Skip();
            }

            return tokens;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for half a surrogate pair
        {
            return null;
        }
    }
}
