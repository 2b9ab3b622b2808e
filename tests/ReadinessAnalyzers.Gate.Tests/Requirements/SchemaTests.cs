using ReadinessAnalyzers.Gate.Configuration.Sources;
using System.Text.Json;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The schema offers what the gate reads.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Every_kind_of_source_is_offered_with_its_members()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "src", "ReadinessAnalyzers.Package", "schema", "readiness.schema.json")));
        var kinds = schema.RootElement.GetProperty("properties").GetProperty("sources").GetProperty("items").GetProperty("anyOf").EnumerateArray().ToArray();

        var named = kinds[0].GetProperty("enum").EnumerateArray().Select(name => name.GetString());
        Assert.Equal(SourceKind.All.Where(kind => !kind.HasPath).Select(kind => kind.Name), named);

        var declared = kinds.Skip(1).Select(kind => string.Join(' ', kind.GetProperty("properties").EnumerateObject().Select(member => member.Name)));
        Assert.Equal(SourceKind.All.Where(kind => kind.HasPath).Select(kind => string.Join(' ', [kind.Name, .. kind.Options, "optional"])), declared);
    }

    [Fact]
    public void Every_kind_of_source_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "readiness-json.md"));
        Assert.All(SourceKind.All, kind => Assert.Contains(kind.HasPath ? $"{{ \"{kind.Name}\": " : $"`\"{kind.Name}\"`", page));
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
