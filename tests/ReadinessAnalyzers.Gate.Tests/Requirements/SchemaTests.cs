using System.Text.Json;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The schema offers what the gate reads.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Every_kind_of_source_is_offered_with_its_members()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "src", "ReadinessAnalyzers.Package", "schema", "readiness.schema.json")));
        var kinds = schema.RootElement.GetProperty("properties").GetProperty("sources").GetProperty("items").GetProperty("anyOf").EnumerateArray().ToArray();

        var named = kinds.Where(kind => kind.TryGetProperty("const", out _)).Select(kind => kind.GetProperty("const").GetString());
        Assert.Equal(SourceKind.All.Where(kind => !kind.HasPath).Select(kind => kind.Name), named);

        var declared = kinds.Where(kind => kind.TryGetProperty("properties", out _)).Select(kind => string.Join(' ', kind.GetProperty("properties").EnumerateObject().Select(member => member.Name)));
        Assert.Equal(SourceKind.All.Where(kind => kind.HasPath).Select(kind => string.Join(' ', [kind.Name, .. kind.Options, "optional"])), declared);
    }

    [Fact]
    public void Every_kind_of_source_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "readiness-json.md"));
        Assert.All(SourceKind.All, kind => Assert.Contains(kind.HasPath ? $"{{ \"{kind.Name}\": " : $"`\"{kind.Name}\"`", page));
    }

    [Fact]
    public void Every_kind_of_setting_is_offered_and_explained_with_its_members()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "src", "ReadinessAnalyzers.Package", "schema", "readiness.schema.json")));
        var definitions = schema.RootElement.GetProperty("definitions");
        Assert.Equal(SettingKind.Names, definitions.GetProperty("settingKind").GetProperty("anyOf").EnumerateArray().Select(kind => kind.GetProperty("const").GetString()));

        var members = SettingKind.CommonMembers.Concat(SettingKind.All.SelectMany(kind => kind.Members)).Distinct().Order(StringComparer.Ordinal);
        var offered = definitions.GetProperty("setting").GetProperty("anyOf").EnumerateArray().Last().GetProperty("properties").EnumerateObject();
        Assert.Equal(members, offered.Select(member => member.Name).Order(StringComparer.Ordinal));

        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "readiness-json.md"));
        Assert.All(SettingKind.Names.Concat(SettingKind.CommonMembers).Concat(members), name => Assert.Contains($"`{name}`", page));
    }

    [Theory]
    [InlineData("""{ "setting": {} }""", "readiness.json has no member 'setting'; did you mean 'settings'?")]
    [InlineData("""{ "sources": [{ "dotenv": "a", "formt": "raw" }] }""", "A source 'dotenv' has no member 'formt'; did you mean 'format'?")]
    [InlineData("""{ "sources": [{ "webConfig": "a", "service": "b" }] }""", "A source 'webConfig' has no member 'service'; it may have 'webConfig', 'optional'.")]
    [InlineData("""{ "prices": { "require": [] } }""", "'prices' has no member 'require'; did you mean 'required'?")]
    [InlineData("""{ "prices": { "shared": { "section": "S", "reasons": "r" } } }""", "'shared' has no member 'reasons'; did you mean 'reason'?")]
    [InlineData("""{ "events": { "olny": [] } }""", "'events' has no member 'olny'; it may have 'required', 'only'.")]
    [InlineData("""{ "telemetry": { "profiles": "stripe" } }""", "'telemetry' has no member 'profiles'; did you mean 'profile'?")]
    [InlineData("""{ "settings": { "A": { "kind": "list", "contain": "a" } } }""", "'A', a setting of kind 'list', has no member 'contain'; did you mean 'contains'?")]
    [InlineData("""{ "suppressions": [{ "id": "RDY8013", "setting": "A", "reason": "r", "until": "2026-12-31" }] }""", "A suppression has no member 'setting'; it may have 'id', 'key', 'file', 'reason', 'until'.")]
    public void What_no_object_of_the_schema_has_is_a_finding_at_every_depth(string policy, string message) =>
        Assert.Equal(message, Assert.Single(ReadinessPolicyReader.Parse("readiness.json", policy).Problems).Message);

    [Fact]
    public void Every_document_of_the_checklist_is_offered_and_explained_with_its_usual_file()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "src", "ReadinessAnalyzers.Package", "schema", "readiness.schema.json")));
        var usual = Catalogue.Instance.Requirements.Select(requirement => (requirement.Id, File: requirement.Asks?.Member("documents")?.Member(requirement.Id)?.Text("file"))).Where(document => document.File is not null).ToArray();
        var offered = schema.RootElement.GetProperty("properties").GetProperty("documents").GetProperty("properties").EnumerateObject().Select(member => member.Name);
        Assert.Equal(usual.Select(document => document.Id), offered);

        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "readiness-json.md"));
        Assert.All(usual, document => Assert.Contains($"| {document.Id} | `{document.File}` |", page));
    }

    [Fact]
    public void Everything_that_is_asked_of_a_build_is_offered_and_explained()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "src", "ReadinessAnalyzers.Package", "schema", "readiness.schema.json")));
        var kinds = schema.RootElement.GetProperty("properties").GetProperty("build").GetProperty("items").GetProperty("anyOf");
        Assert.Equal(BuildKind.All.Where(kind => !kind.HasPath).Select(kind => kind.Name), kinds[0].GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(BuildKind.All.Where(kind => kind.HasPath).Select(kind => kind.Name), kinds[1].GetProperty("properties").EnumerateObject().Select(member => member.Name));

        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "readiness-json.md"));
        Assert.All(BuildKind.All, kind => Assert.Contains($"| {(kind.HasPath ? $"`{{ \"{kind.Name}\": \"…\" }}`" : $"`{kind.Name}`")} |", page));
        Assert.All(BuildKind.All, kind => Assert.Contains($"[{kind.Rule.Id}](rules/{kind.Rule.Id}.md)", page));
    }

    [Fact]
    public void Every_profile_and_feature_of_the_catalogue_is_offered()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "src", "ReadinessAnalyzers.Package", "schema", "readiness.schema.json")));
        var members = schema.RootElement.GetProperty("properties");
        var profiles = Catalogue.Instance.Profiles.SelectMany(profile => new[] { profile.Name, profile.Alias }).Where(name => name.Length > 0);
        Assert.Equal(profiles.Order(), Names(members.GetProperty("profile")).Order());
        Assert.Equal(Catalogue.Instance.Features.Keys.Order(), Names(members.GetProperty("features").GetProperty("items")).Order());

        static IEnumerable<string> Names(JsonElement member) => member.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!);
    }

    [Fact]
    public void Every_example_of_the_pages_is_a_valid_policy()
    {
        string[] pages = [Path.Combine(Repository(), "docs", "readiness-json.md"), .. Directory.GetFiles(Path.Combine(Repository(), "docs", "rules"), "RDY*.md")];
        var examples = pages.SelectMany(page => File.ReadAllText(page).Split("```json\n").Skip(1)).Select(text => text.Split("```")[0]).Where(IsPolicy).ToArray();
        Assert.True(examples.Length > 20);
        Assert.All(examples, example => Assert.Empty(ReadinessPolicyReader.Parse("readiness.json", example).Problems));
    }

    // Not a settings file, nor a fingerprint, which has a salt.
    private static bool IsPolicy(string example) =>
        JsonValue.Parse(example) is var json
        && json.Member("salt") is null
        && new[] { "settings", "prices", "deferred", "events", "telemetry", "sources", "evidence", "documents", "suppressions", "justifySuppressions", "build", "profile" }.Any(member => json.Member(member) is not null);

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
