using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests;

/// <summary>
/// The examples on the rules' pages: the one under Cause breaks the rule, the one under How to fix breaks none. C# is compiled, JSON is a
/// settings file of the project. A key ends in <c>…</c> on the page, where no whole one may stand, and is one here.
/// </summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Rules => [.. Catalogue.Rules.Select(rule => rule.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task ExampleUnderCause_BreaksTheRule(string id) =>
        Assert.Contains(id, await ReportedInAsync(id, "Cause"));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task ExampleUnderHowToFix_BreaksNoRule(string id) =>
        Assert.DoesNotContain(await ReportedInAsync(id, "How to fix"), reported => reported[3] != '0');

    private static async Task<IReadOnlyList<string>> ReportedInAsync(string id, string heading)
    {
        var section = Repository.Read($"docs/rules/{id}.md").Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        var examples = Block().Matches(section).Select(match => (IsJson: match.Groups[1].Value == "json", Text: WithKeys(match.Groups[2].Value))).ToList();
        Assert.NotEmpty(examples);
        var reported = new List<string>();
        foreach (var (isJson, example) in examples)
        {
            var cancellation = TestContext.Current.CancellationToken;
            var tree = CSharpSyntaxTree.ParseText(isJson ? "" : example, cancellationToken: cancellation);
            var compilation = CSharpCompilation.Create(
                "Example",
                [tree, CSharpSyntaxTree.ParseText(TestReferences.ImplicitUsings, cancellationToken: cancellation)],
                TestReferences.All,
                new CSharpCompilationOptions(
                    tree.GetCompilationUnitRoot(cancellation).Members.Any(SyntaxKind.GlobalStatement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable,
                    specificDiagnosticOptions: IsOff(id) ? [new(id, ReportDiagnostic.Info)] : []));
            Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            // Of the checklist each example is a sign-off, looked at on a day of June.
            var path = id[3] == '9' ? "/0/readiness/signoffs/OPS-03.json" : "/0/appsettings.json";
            var options = new AnalyzerOptions(
                isJson ? [new InMemoryText(path, example)] : [], new InMemoryOptions(new Dictionary<string, string> { ["readiness.today"] = "2026-06-15" }));
            var diagnostics = await compilation.WithAnalyzers([.. Catalogue.Analyzers], options).GetAnalyzerDiagnosticsAsync(cancellation);
            reported.AddRange(diagnostics.Select(diagnostic => diagnostic.Id));
        }
        return reported;
    }

    private static bool IsOff(string id) => Catalogue.Rules.Any(rule => rule.Descriptor.Id == id && !rule.Descriptor.IsEnabledByDefault);

    private static string WithKeys(string example) => example.Replace("_…\"", $"_{Secrets.TestSecret.Body(32)}\"", StringComparison.Ordinal);

    [GeneratedRegex("```(csharp|json)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
