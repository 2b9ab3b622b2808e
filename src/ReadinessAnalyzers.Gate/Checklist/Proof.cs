namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>What proves that a requirement is met, so that nobody has to sign for it.</summary>
/// <param name="Kind">The kind of evidence.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="What">What it is, in a few words that may be shown: the name of a test, the export, the document.</param>
internal sealed record Proof(ProofKind Kind, FilePosition Position, string What);

/// <summary>The kinds of machine evidence.</summary>
internal enum ProofKind
{
    /// <summary>A test that bears the requirement's id and passed.</summary>
    Test,

    /// <summary>All declared test runs.</summary>
    TestRuns,

    /// <summary>What Stripe holds, exported as JSON.</summary>
    Stripe,

    /// <summary>A document of the repository.</summary>
    Document,
}

/// <summary>What evidence says about one requirement: it proves it, or the findings say why not; with neither it leaves the question open.</summary>
internal sealed record EvidenceVerdict(string Requirement, Proof? Proof, params Finding[] Findings)
{
    /// <summary>Whether it says that the requirement is not met.</summary>
    public bool Contradicts => Findings.Any(finding => finding.Severity == FindingSeverity.Error);
}
