using BenchmarkDotNet.Attributes;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Credentials;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>The search for secrets in ten million characters of source that are in memory already.</summary>
public class TextPass
{
    private const int Characters = 10_000_000;

    private readonly CredentialScanner _others = new(CredentialPatterns.Parse(""));

    private string[] _texts = [];

    [GlobalSetup]
    public void Generate()
    {
        var length = 0;
        _texts = [.. GeneratedProject.Create(400_000).Select(file => file.Text).TakeWhile(text => (length += text.Length) <= Characters)];
    }

    /// <summary>The cheapest question there is: one word, searched ordinally.</summary>
    [Benchmark(Baseline = true)]
    public int OneWord() => _texts.Count(text => text.IndexOf("k_live_", StringComparison.Ordinal) >= 0);

    [Benchmark]
    public int WholeSecrets() => _texts.Sum(text => StripeSecret.FindAll(text).Count());

    [Benchmark]
    public int PiecesOfSecrets() => _texts.Sum(text => SecretPieces.In(text).Positions.Count);

    [Benchmark]
    public int OtherCredentials() => _texts.Sum(text => _others.FindAll(text).Count);

    [Benchmark]
    public int All() => WholeSecrets() + PiecesOfSecrets() + OtherCredentials();
}
