using System.Text.Json;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>
/// docs/readiness-json.md says what the schema says. <c>READINESS_WRITE_PAGES=1</c> in the environment writes the page anew:
/// <c>READINESS_WRITE_PAGES=1 dotnet run --project tests/ReadinessAnalyzers.Gate.Tests -- -class "*PolicyPageTests"</c>.
/// </summary>
public sealed class PolicyPageTests
{
    private const string Page = "docs/readiness-json.md";

    private static readonly JsonElement Schema = JsonDocument.Parse(Repository.Read("src/ReadinessAnalyzers.Package/schema/readiness.schema.json")).RootElement;

    // Where a member of the root is an object, its own members have a table.
    private static readonly string[] Blocks = ["members", "sources", "prices", "shared", "events", "telemetry", "kinds", "setting", "suppressions"];

    [Fact]
    public void Its_tables_are_those_of_the_schema()
    {
        var (page, path) = (Repository.Read(Page), Path.Combine(Repository.Root, Page));
        var written = new PolicyPage(Schema).Write(page);
        if (Environment.GetEnvironmentVariable("READINESS_WRITE_PAGES") == "1")
            File.WriteAllText(path, written);
        else
            Assert.Equal(written, page);
        Assert.Superset(Blocks.ToHashSet(), PolicyPage.BlocksOf(page).ToHashSet());
    }

    [Fact]
    public void Every_member_of_the_root_has_a_section() =>
        Assert.All(Members(Schema).Where(name => name != "$schema"), name => Assert.Contains($"\n## {name}\n", Repository.Read(Page), StringComparison.Ordinal));

    [Fact]
    public void Every_member_is_described_and_has_an_example_or_a_default()
    {
        var members = ObjectsOf(Schema, "$").SelectMany(node => node.Node.GetProperty("properties").EnumerateObject().Select(member => (Name: $"{node.Path}.{member.Name}", member.Value))).ToArray();
        Assert.True(members.Length > 60);
        Assert.All(members, member =>
        {
            Assert.True(Says(member.Value, "description"), member.Name);
            Assert.True(Says(member.Value, "examples") || Says(member.Value, "default") || ObjectsOf(member.Value, "").Any(), member.Name);
        });
    }

    [Fact]
    public void Every_example_and_default_of_the_schema_is_a_valid_policy() =>
        Assert.All(Schema.GetProperty("properties").EnumerateObject(), member => Assert.All(
            (member.Value.TryGetProperty("examples", out var examples) ? examples.EnumerateArray() : Enumerable.Empty<JsonElement>())
                .Concat(member.Value.TryGetProperty("default", out var usual) ? [usual] : []),
            value => Assert.Empty(ReadinessPolicyReader.Parse("readiness.json", $"{{ {(NeedsProfile.Contains(member.Name) ? "\"profile\": \"numzy\", " : "")}\"{member.Name}\": {value.GetRawText()} }}").Problems)));

    private static readonly string[] NeedsProfile = ["features", "requirements", "people"];

    private static IEnumerable<string> Members(JsonElement node) => node.GetProperty("properties").EnumerateObject().Select(member => member.Name);

    // The path of a source is what the example of the whole source is for.
    private static bool Says(JsonElement node, string what) =>
        node.TryGetProperty(what, out _) || (node.TryGetProperty("$ref", out var reference) && Definition(reference) is var meant
            && (meant.TryGetProperty(what, out _) || (meant.TryGetProperty("items", out var items) && items.TryGetProperty(what, out _)) || reference.GetString()!.EndsWith("/paths", StringComparison.Ordinal)));

    private static JsonElement Definition(JsonElement reference) => Schema.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]);

    private static IEnumerable<(string Path, JsonElement Node)> ObjectsOf(JsonElement node, string path) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => ObjectsOf(member.Value, $"{path}.{member.Name}"))
            .Concat(node.TryGetProperty("properties", out var members) && node.TryGetProperty("additionalProperties", out _) && members.ValueKind == JsonValueKind.Object ? [(path, node)] : []),
        JsonValueKind.Array => node.EnumerateArray().SelectMany((item, index) => ObjectsOf(item, $"{path}[{index}]")),
        _ => [],
    };
}
