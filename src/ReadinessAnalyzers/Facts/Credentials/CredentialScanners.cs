using System.Collections.Concurrent;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>The scanners of one compilation: one for each value of <c>readiness.RDY1004.patterns</c> in it, mostly none.</summary>
internal sealed class CredentialScanners
{
    private readonly ConcurrentDictionary<string, CredentialScanner> _scanners = new(StringComparer.Ordinal);

    public CredentialScanner For(string patterns) =>
        _scanners.GetOrAdd(patterns, static value => new CredentialScanner(CredentialPatterns.Parse(value)));
}
