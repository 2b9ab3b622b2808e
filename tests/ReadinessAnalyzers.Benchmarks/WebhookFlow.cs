using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Tests;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>One webhook, bound anew each time: what Roslyn does to bind it and build its graph, and the same with our judgement.</summary>
public class WebhookFlow
{
    private Compilation _compilation = null!;

    [Params(50, 200, 800, 2000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        _compilation = SourceCompilation.Of(GeneratedWebhook.Create(Lines));
        var errors = _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0 || !Judge())
            throw new InvalidOperationException($"The webhook is not as intended: {string.Join("\n", errors)}");
    }

    [Benchmark(Baseline = true)]
    public int BindAndGraph()
    {
        var model = Fresh();
        var method = model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.Identifier.ValueText == "Receive");
        return ControlFlowGraph.Create((IMethodBodyOperation)model.GetOperation(method)!).Blocks.Length;
    }

    [Benchmark]
    public bool Judge()
    {
        var model = Fresh();
        var reading = CompilationReading.Of(model.Compilation);
        return new WebhookEndpointReader(reading, reading.Stripe!, reading.Traces("")).ReadAll(model.SyntaxTree, default).Single().UnverifiedUses.Length > 0;
    }

    // A copy shares its references with the original and has bound nothing yet.
    private SemanticModel Fresh()
    {
        var copy = _compilation.Clone();
        return copy.GetSemanticModel(copy.SyntaxTrees.First());
    }
}
