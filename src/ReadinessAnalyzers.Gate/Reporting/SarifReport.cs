using System.Text;
using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// The findings of analyzers and gate as SARIF 2.1.0, for code scanning and viewers. Paths are seen from the repository's root, so that
/// no machine's path is in them; what names a finding across runs is made of its rule, file and message, without lines or values.
/// </summary>
internal sealed class SarifReport
{
    private const string Root = "%SRCROOT%"; // the name that GitHub knows

    private readonly GateResult _result;
    private readonly Judgement[] _rules;
    private readonly string _root;
    private readonly JsonWriter _json = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private SarifReport(GateResult result)
    {
        _result = result;
        _rules = [.. new Judgements(result).Rules];
        _root = RootOf(result.Input.ProjectFile);
    }

    public static string Write(GateResult result)
    {
        var report = new SarifReport(result);
        return report._json.Object(() => report._json
            .Text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            .Text("version", "2.1.0")
            .Array("runs", [report], run => run.WriteRun())).ToString();
    }

    private void WriteRun() => _json.Object(() => _json
        .Object("tool", () => _json.Object("driver", () => _json
            .Text("name", "ReadinessAnalyzers")
            .Text("informationUri", "https://github.com/ReadinessAnalyzers/ReadinessAnalyzers")
            .Array("rules", _rules, WriteRule)))
        .Object("automationDetails", () => _json
            .Text("id", $"readiness/{Path.GetFileNameWithoutExtension(_result.Input.ProjectFile)}/{_result.Input.Environment}/"))
        .Text("columnKind", "utf16CodeUnits")
        .Object("originalUriBaseIds", () => _json.Object(Root, () => _json.Object("description", () => _json
            .Text("text", "The root of the repository"))))
        .Array("results", AllResults, WriteResult));

    private void WriteRule(Judgement rule) => _json.Object(() => _json
        .Text("id", rule.Name)
        .Object("shortDescription", () => _json.Text("text", TitleOf(rule)))
        .Text("helpUri", RuleHelp.Link(rule.Name))
        .Object("help", () => _json.Text("text", $"{TitleOf(rule)}. See {RuleHelp.Link(rule.Name)}"))
        .Object("properties", () => _json.Texts("tags", rule.Checklist)));

    private static string TitleOf(Judgement rule) => rule.Use.Length > 0 ? rule.Use : rule.Name;

    private IEnumerable<Result> AllResults =>
    [
        .. _result.Findings.Select(finding => new Result(finding, null)),
        .. _result.Suppressed.Select(suppressed => new Result(suppressed.Finding, suppressed)),
    ];

    /// <summary>A finding with what suppresses it, null if it counts.</summary>
    private sealed record Result(Finding Finding, SuppressedFinding? Suppressed);

    private void WriteResult(Result result)
    {
        var finding = result.Finding;
        var path = FromRoot(finding.Position);
        var index = Array.FindIndex(_rules, rule => rule.Name == finding.Id);
        _json.Object(() =>
        {
            _json.Text("ruleId", finding.Id);
            if (index >= 0)
                _json.Number("ruleIndex", index);
            _json
                .Text("level", finding.Severity.ToString().ToLowerInvariant())
                .Object("message", () => _json.Text("text", finding.Message.Length > 0 ? finding.Message : finding.Id))
                .Array("locations", [finding.Position], position => _json.Object(() => WritePlace(position)))
                .Object("partialFingerprints", () => _json.Text("readinessFinding/v1", Fingerprint(finding, path)));
            if (result.Suppressed is { } suppression)
                _json.Array("suppressions", [suppression], WriteSuppression);
        });
    }

    private void WriteSuppression(SuppressedFinding suppressed) => _json.Object(() =>
    {
        _json.Text("kind", suppressed.Entry is null ? "inSource" : "external").Text("justification", suppressed.Justification);
        if (suppressed.Entry is { } entry)
            _json.Object("location", () => WritePlace(entry.Position)).Object("properties", () => _json.Text("until", entry.LastDay));
    });

    private void WritePlace(FilePosition position) => _json.Object("physicalLocation", () => _json
        .Object("artifactLocation", () => _json.Text("uri", AsUri(FromRoot(position))).Text("uriBaseId", Root))
        .Object("region", () => _json.Number("startLine", position.Line).Number("startColumn", position.Column)));

    private string FromRoot(FilePosition position) => RelativePath.From(Path.Combine(_root, "."), position.Path);

    /// <summary>Rule, file and message, whose digits are left out because lines move; and the how manyth of its kind it is.</summary>
    private string Fingerprint(Finding finding, string path)
    {
        const ulong Offset = 14695981039346656037, Prime = 1099511628211; // FNV-1a, which needs no cryptography to be loaded
        var hash = Offset;
        foreach (var c in $"{finding.Id}\n{path}\n{finding.Message}")
        {
            if (c is < '0' or > '9')
                hash = unchecked((hash ^ c) * Prime);
        }

        var name = $"{finding.Id}:{hash:x16}";
        _seen[name] = _seen.TryGetValue(name, out var before) ? before + 1 : 1;
        return $"{name}:{_seen[name]}";
    }

    /// <summary>A relative path as URI reference: every byte that has a meaning in one is escaped, a colon too, which would begin a scheme.</summary>
    private static string AsUri(string path)
    {
        var uri = new StringBuilder(path.Length);
        foreach (var b in Encoding.UTF8.GetBytes(SecretMask.Apply(path)))
        {
            if (b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9'
                or (byte)'/' or (byte)'.' or (byte)'-' or (byte)'_' or (byte)'~')
            {
                uri.Append((char)b);
            }
            else
            {
                uri.Append($"%{b:X2}");
            }
        }

        return uri.ToString();
    }

    /// <summary>The folder of the repository that the project is in, or else the project's own.</summary>
    private static string RootOf(string projectFile)
    {
        var own = Path.GetDirectoryName(projectFile)!;
        for (var folder = own; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Combine(folder, ".git"); // a file in a worktree
            if (Directory.Exists(git) || File.Exists(git))
                return folder;
        }

        return own;
    }
}
