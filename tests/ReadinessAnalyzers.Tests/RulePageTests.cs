using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests;

/// <summary>The examples on the rules' pages: the one under Cause breaks the rule, the one under How to fix breaks none.</summary>
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
        var examples = CSharpBlock().Matches(section).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(examples);
        var reported = new List<string>();
        foreach (var example in examples)
        {
            var cancellation = TestContext.Current.CancellationToken;
            var tree = CSharpSyntaxTree.ParseText(example, cancellationToken: cancellation);
            var compilation = CSharpCompilation.Create(
                "Example",
                [tree, CSharpSyntaxTree.ParseText(TestReferences.ImplicitUsings, cancellationToken: cancellation)],
                TestReferences.All,
                new CSharpCompilationOptions(
                    tree.GetCompilationUnitRoot(cancellation).Members.Any(SyntaxKind.GlobalStatement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable));
            Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            var diagnostics = await compilation.WithAnalyzers([.. Catalogue.Analyzers]).GetAnalyzerDiagnosticsAsync(cancellation);
            reported.AddRange(diagnostics.Select(diagnostic => diagnostic.Id));
        }
        return reported;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
