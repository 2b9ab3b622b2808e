using System.Text.Json;
using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>The schema of sign-offs offers what the reader reads.</summary>
public sealed class SignOffSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(Repository.Read("src/ReadinessAnalyzers.Package/schema/signoff.schema.json")).RootElement;

    [Fact]
    public void Every_member_is_offered_and_explained()
    {
        Assert.Equal(SignOffReader.Members, NamesIn(Schema));
        Assert.Equal(SignOffReader.EvidenceMembers, NamesIn(Property("evidence").GetProperty("items")));
        Assert.Equal(SignOffReader.InputMembers, NamesIn(Property("inputs")));

        var page = Repository.Read("docs/sign-offs.md");
        Assert.All(SignOffReader.Members.Skip(1).Concat(SignOffReader.EvidenceMembers), name => Assert.Contains($"`{name}`", page));
    }

    [Fact]
    public void Every_result_and_role_is_offered()
    {
        Assert.Equal(SignOffReader.Results, Texts(Property("result").GetProperty("enum")));
        Assert.Equal(SignOffTerms.Roles, Texts(Property("role").GetProperty("enum")));
        Assert.Equal(["id", "result", "by", "on"], Texts(Schema.GetProperty("required")));
        Assert.All(Catalogue.Instance.Ids, id => Assert.Matches(Property("id").GetProperty("pattern").GetString()!, id));
    }

    [Fact]
    public void Every_example_of_the_pages_is_a_valid_record()
    {
        string[] pages = ["docs/sign-offs.md", .. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "RDY902*.md").Select(page => Path.GetRelativePath(Repository.Root, page))];
        var examples = pages.SelectMany(page => Fixed(Repository.Read(page)).Split("```json\n").Skip(1)).Select(text => text.Split("```")[0]).Where(text => text.Contains("\"by\"")).ToArray();
        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var reading = SignOffReader.Read(JsonValue.Parse(example).Members.Single(member => member.Name == "id").Value.Text + ".json", example);
            Assert.Empty(reading.Problems);
            Assert.NotEqual(false, reading.Record!.Inputs?.Fits(reading.Id));
        });
    }

    // The one under Cause is wrong on purpose.
    private static string Fixed(string page) => page.IndexOf("## How to fix", StringComparison.Ordinal) is >= 0 and var start ? page[start..] : page;

    private static JsonElement Property(string name) => Schema.GetProperty("properties").GetProperty(name);

    private static IEnumerable<string> NamesIn(JsonElement json) => json.GetProperty("properties").EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());
}
