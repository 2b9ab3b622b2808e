using System.Diagnostics;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>
/// Code of unusual size. What would grow with the square or the power of the size does not come to an end here; what needs a deeper
/// stack than the compiler's own ends the process.
/// </summary>
public sealed class ShapeTests(ITestOutputHelper output)
{
    public static TheoryData<string> Shapes => [.. Shape.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task HugeCode_IsReadToItsEnd(string name)
    {
        var shape = Shape.All.Single(candidate => candidate.Name == name);
        foreach (var size in new[] { shape.Size / 2, shape.Size })
        {
            var compilation = Corpus.Compile(shape.Write(size));
            var watch = Stopwatch.StartNew();
            compilation.GetDiagnostics(TestContext.Current.CancellationToken);
            var compiler = watch.Elapsed;
            watch.Restart();
            var found = await (AnalyzerRun.OfAll with { Patience = TimeSpan.FromSeconds(60) }).OverAsync(compilation, TestContext.Current.CancellationToken);
            output.WriteLine($"{name} x {size}: analysis {watch.ElapsedMilliseconds} ms, compiler {compiler.TotalMilliseconds:F0} ms");

            Assert.Equal(shape.Expected, string.Join(' ', found.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)));
        }
    }
}
