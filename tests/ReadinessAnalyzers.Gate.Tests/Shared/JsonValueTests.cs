namespace ReadinessAnalyzers.Gate.Tests.Shared;

/// <summary>The tree that is read from a document.</summary>
public class JsonValueTests
{
    [Fact]
    public void Holds_the_document_with_repeated_names_in_order()
    {
        var value = JsonValue.Parse("""{ "a": 1, "a": ["x", null, false, {}] }""");
        Assert.Equal(JsonKind.Object, value.Kind);
        Assert.Equal(["a", "a"], value.Members.Select(member => member.Name));
        Assert.Equal(new TextPosition(1, 11), value.Members[1].NamePosition);
        Assert.Equal("1", value.Members[0].Value.Text);

        var items = value.Members[1].Value.Items;
        Assert.Equal([JsonKind.String, JsonKind.Null, JsonKind.False, JsonKind.Object], items.Select(item => item.Kind));
        Assert.Equal(new TextPosition(1, 17), items[0].Position);
        Assert.Equal("x", items[0].Text);
    }
}
