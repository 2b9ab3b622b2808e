using System.Globalization;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>Reads test results in the Common Test Report Format, which tools of many languages write: JSON goes in, a run comes out.</summary>
/// <remarks>
/// github.com/ctrf-io/ctrf, schema/ctrf.schema.json: <c>results.tests</c> with <c>name</c>, <c>status</c>, <c>tags</c> and <c>labels</c>. xUnit.net keeps
/// traits under <c>extra.traits</c> and the assembly under <c>results.extra.suites</c> (xunit.v3 3.2.2).
/// </remarks>
internal static class CtrfTestRun
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The run; null if the JSON is something else.</summary>
    public static TestRun? Read(JsonValue json, string path)
    {
        if (json.Member("results") is not { } results || results.Member("tests") is not { Kind: JsonKind.Array } tests)
            return null;

        var suites = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var suite in results.Member("extra")?.Member("suites")?.Items ?? [])
            suites[suite.Text("id") ?? ""] = suite.Text("filePath") ?? "";

        return new(path, FinishedAt(json, results), [.. tests.Items.Where(test => test.Text("name") is not null).Select(test => Result(test, suites, path))]);
    }

    private static TestResult Result(JsonValue test, Dictionary<string, string> suites, string path)
    {
        var (suite, extra) = (string.Join(" ", Texts(test.Member("suite"))), test.Member("extra"));
        var origin = suites.TryGetValue(suite, out var assembly) ? $"{assembly}|{extra?.Text("type")}" : $"{test.Text("filePath")}|{suite}";
        return TestResults.Result(test.Text("name")!, origin, Outcome(test.Text("status")), new(path, test.Member("name")!.Position), Traits(test, extra));
    }

    private static IEnumerable<string> Traits(JsonValue test, JsonValue? extra) =>
    [
        .. Texts(test.Member("tags")),
        .. Texts(test.Member("labels")?.Member(RequirementId.Trait)),
        .. Texts(extra?.Member(RequirementId.Trait)),
        .. Texts(extra?.Member("traits")?.Member(RequirementId.Trait)),
    ];

    /// <summary>A text, or the texts of a list.</summary>
    private static IEnumerable<string> Texts(JsonValue? value) =>
        (value?.Kind == JsonKind.Array ? value.Items : value is null ? [] : [value]).Where(item => item.Kind == JsonKind.String).Select(item => item.Text);

    private static TestOutcome Outcome(string? status) => status switch
    {
        "passed" => TestOutcome.Passed,
        "failed" => TestOutcome.Failed,
        _ => TestOutcome.NotRun,
    };

    private static DateTimeOffset FinishedAt(JsonValue json, JsonValue results)
    {
        if (long.TryParse(results.Member("summary")?.Member("stop")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var stop) && stop is > 0 and < 100_000_000_000_000)
            return Epoch.AddMilliseconds(stop);

        return DateTimeOffset.TryParse(json.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;
    }
}
