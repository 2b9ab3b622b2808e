using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>All machine evidence that readiness.json leads to, already read. Without a profile there is <see cref="None"/>.</summary>
internal sealed record GatheredEvidence
{
    public static readonly GatheredEvidence None = new();

    public IReadOnlyList<TestRun> Runs { get; init; } = [];

    public IReadOnlyList<StripeExport> Exports { get; init; } = [];

    public IReadOnlyList<ReadDocument> Documents { get; init; } = [];

    /// <summary>What readiness/releases.json lists, in its order.</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];

    /// <summary>What cannot be read, and secrets in what can.</summary>
    public IReadOnlyList<Finding> Problems { get; init; } = [];

    /// <summary>Whether all test results that readiness.json names were read.</summary>
    public bool HasAllRuns { get; init; } = true;

    /// <summary>Whether all exports that readiness.json names were read.</summary>
    public bool HasAllExports { get; init; } = true;
}

/// <summary>A document that the policy asks for; its text is null if it is not there or cannot be read, and then <paramref name="Fault"/> says why.</summary>
internal sealed record ReadDocument(DocumentPolicy Policy, string Path, string? Text, string? Fault)
{
    public FilePosition Start => new(Path);

    public FilePosition At(TextPosition position) => new(Path, position);
}
