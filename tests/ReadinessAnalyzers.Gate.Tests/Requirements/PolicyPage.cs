using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>
/// The tables of docs/readiness-json.md: the schema goes in, the page with its marked blocks written anew comes out. A block stands between
/// <c>&lt;!-- schema: name --&gt;</c> and <c>&lt;!-- schema end --&gt;</c>; what stands around it is written by hand.
/// </summary>
internal sealed partial class PolicyPage(JsonElement schema)
{
    private const string End = "<!-- schema end -->";

    public string Write(string page) => Block().Replace(page, block => $"<!-- schema: {block.Groups["name"]} -->\n{Table(block.Groups["name"].Value)}{End}");

    public static IEnumerable<string> BlocksOf(string page) => Block().Matches(page).Select(block => block.Groups["name"].Value);

    private string Table(string name) => name switch
    {
        "members" => Members(schema, SectionOf, hasExamples: false),
        "sources" => Sources(),
        "kinds" => Rows(
            ["Kind", "The setting holds", "Members"],
            Definition("settingKind").GetProperty("anyOf").EnumerateArray().Select(kind =>
                new[] { Code(Const(kind)), Description(kind), string.Join(", ", SettingKind.Named(Const(kind))!.Members.Select(Code)) })),
        "setting" => Members(ObjectOf(Definition("setting")), Code, areOfKinds: true),
        "suppressions" => Members(Definition("suppression"), Code),
        "shared" => Members(ObjectOf(Member(ObjectOf(Member(schema, "prices")), "shared")), Code),
        _ => Members(ObjectOf(Member(schema, name)), Code),
    };

    private static string SectionOf(string member) => member[0] == '$' ? Code(member) : $"[{Code(member)}](#{member.ToLowerInvariant()})";

    private string Sources() => Rows(
        ["Source", "What is read"],
        Member(schema, "sources").GetProperty("items").GetProperty("anyOf").EnumerateArray().Select(source => source.TryGetProperty("const", out var name)
            ? new[] { Code(name.GetRawText()), Description(source) }
            : [Code(Compact(source.GetProperty("examples")[0])), string.Join(". ", OptionsOf(source).Prepend(Description(source)))]));

    private IEnumerable<string> OptionsOf(JsonElement source) =>
        from member in source.GetProperty("properties").EnumerateObject().Skip(1)
        where member.Name != "optional"
        select $"{Code(member.Name)}: {Description(member.Value)}";

    /// <summary>One row a member, and no column that would be empty; a description that begins with kinds of settings loses them to a column.</summary>
    private string Members(JsonElement node, Func<string, string> name, bool areOfKinds = false, bool hasExamples = true)
    {
        string[] required = node.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(required => required.GetString()!)] : [];
        var rows = node.GetProperty("properties").EnumerateObject().Select(member => new[]
        {
            name(member.Name),
            !areOfKinds ? "" : SettingKind.CommonMembers.Contains(member.Name) ? "all" : string.Join(", ", SettingKind.All.Where(kind => kind.Members.Contains(member.Name)).Select(kind => Code(kind.Name))),
            TypeOf(member.Value) + (required.Contains(member.Name) ? ", required" : ""),
            member.Value.TryGetProperty("default", out var usual) || Resolve(member.Value).TryGetProperty("default", out usual) ? Code(Compact(usual)) : "",
            areOfKinds ? WithoutKinds(Description(member.Value)) : Description(member.Value),
            hasExamples && ExampleOf(member.Value) is { } example ? Code(example) : "",
        }).ToArray();
        string[] columns = ["Member", "Of the kinds", "Type", "Default", "Meaning", "Example"];
        var shown = Enumerable.Range(0, columns.Length).Where(column => rows.Any(row => row[column].Length > 0)).ToArray();
        return Rows([.. shown.Select(column => columns[column])], rows.Select(row => shown.Select(column => row[column]).ToArray()));
    }

    private string TypeOf(JsonElement node)
    {
        if (node.TryGetProperty("$ref", out _) && Resolve(node).TryGetProperty("title", out var title))
            return title.GetString()!;
        node = Resolve(node);
        if (node.TryGetProperty("const", out var only))
            return Code(only.GetRawText());
        if (node.TryGetProperty("enum", out var values))
            return string.Join(", ", values.EnumerateArray().Select(value => Code(value.GetRawText())));
        if (node.TryGetProperty("anyOf", out var choices) || node.TryGetProperty("oneOf", out choices))
            return string.Join(" or ", choices.EnumerateArray().Select(TypeOf).Distinct());

        return node.GetProperty("type").GetString() switch
        {
            "array" => "list",
            "boolean" => "`true` or `false`",
            "integer" => node.TryGetProperty("minimum", out var least) ? $"whole number from {least}" : "whole number",
            "string" => node.TryGetProperty("format", out var format) && format.GetString() == "date" ? "day" : "text",
            var other => other!,
        };
    }

    /// <summary>As it stands for the member, for what it refers to, or for an item of it.</summary>
    private string? ExampleOf(JsonElement node) =>
        node.TryGetProperty("examples", out var examples) || Resolve(node).TryGetProperty("examples", out examples) ? Compact(examples[0])
        : Resolve(node).TryGetProperty("items", out var items) && Resolve(items).TryGetProperty("examples", out examples) ? $"[{Compact(examples[0])}]"
        : null;

    private string Description(JsonElement node)
    {
        var text = node.TryGetProperty("description", out var own) ? own.GetString()! : Resolve(node).GetProperty("description").GetString()!;
        return Ids().Replace(Quoted().Replace(text, "`$1`"), "[$0](rules/$0.md)").TrimEnd('.');
    }

    private static string WithoutKinds(string description)
    {
        var end = description.IndexOf(": ", StringComparison.Ordinal);
        var rest = end > 0 && description[..end].Split(", ").All(SettingKind.Names.Contains) ? description[(end + 2)..] : description;
        return char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    private static JsonElement Member(JsonElement node, string name) => node.GetProperty("properties").GetProperty(name);

    private static JsonElement ObjectOf(JsonElement node) =>
        node.TryGetProperty("oneOf", out var choices) || node.TryGetProperty("anyOf", out choices) ? choices.EnumerateArray().Single(choice => choice.TryGetProperty("properties", out _)) : node;

    private JsonElement Resolve(JsonElement node) => node.TryGetProperty("$ref", out var reference) ? Definition(reference.GetString()!.Split('/')[^1]) : node;

    private JsonElement Definition(string name) => schema.GetProperty("definitions").GetProperty(name);

    private static string Const(JsonElement node) => node.GetProperty("const").GetString()!;

    private static string Code(string text) => $"`{text}`";

    private static string Compact(JsonElement value) => LineEnds().Replace(value.GetRawText(), " ");

    private static string Rows(string[] columns, IEnumerable<string[]> rows) =>
        rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns).Aggregate(new StringBuilder("\n"), (text, row) => text.Append($"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n"))
            .Append('\n').ToString();

    [GeneratedRegex(@"<!-- schema: (?<name>\w+) -->\n.*?<!-- schema end -->", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    // What the schema writes in quotes is code; an apostrophe stands behind a letter.
    [GeneratedRegex(@"(?<![A-Za-z])'([^']+)'(?![A-Za-z])")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bRDY[0-9]{4}\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnds();
}
