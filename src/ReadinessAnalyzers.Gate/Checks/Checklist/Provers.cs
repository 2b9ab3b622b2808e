using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>All kinds of evidence.</summary>
internal static class Provers
{
    private static readonly IProver[] All =
    [
        new TestedRequirements(),
        new GreenTests(),
        new ExportedPrices(),
        new ExportedEndpoints(),
        new ExportedPortal(),
        new ExportedTaxSettings(),
        new ExportedDomains(),
        new ExportedAccount(),
        new FilledDocuments(),
    ];

    /// <summary>What all evidence says about the requirements of the profile, of which there is one.</summary>
    public static IReadOnlyList<EvidenceVerdict> Judge(Readiness readiness) => [.. All.SelectMany(prover => prover.Judge(readiness))];

    /// <summary>The requirements that some evidence proves and none contradicts.</summary>
    public static IReadOnlyDictionary<string, Proof> Proved(IReadOnlyList<EvidenceVerdict> verdicts) => verdicts
        .GroupBy(verdict => verdict.Requirement, StringComparer.Ordinal)
        .Where(one => one.Any(verdict => verdict.Proof is not null) && !one.Any(verdict => verdict.Contradicts))
        .ToDictionary(one => one.Key, one => one.First(verdict => verdict.Proof is not null).Proof!, StringComparer.Ordinal);
}
