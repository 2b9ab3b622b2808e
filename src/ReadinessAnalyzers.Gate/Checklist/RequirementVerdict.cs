using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>What became of one requirement of the profile, and who or what decided it.</summary>
internal sealed record RequirementVerdict(Requirement Requirement, RequirementState State)
{
    /// <summary>Whether it can be met or not: nobody left it out, and something decides it.</summary>
    public bool IsAsked => State is not (RequirementState.Skipped or RequirementState.Planned);

    public bool IsMet => State is RequirementState.Passed or RequirementState.Signed;

    /// <summary>The rules, the test, the export or the person that decided; empty if nothing did.</summary>
    public string Decider { get; init; } = "";

    /// <summary>The day of the signature; null if nobody signed.</summary>
    public DateTime? On { get; init; }

    /// <summary>The last day on which the signature holds; null if there is none.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Where it was decided, such as the record of the signature; null if nowhere.</summary>
    public FilePosition? At { get; init; }

    /// <summary>Files and links that prove it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The team's reason for leaving it out or putting it off; empty if there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The ids of the findings about it, each once.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}

/// <summary>The states of a <see cref="RequirementVerdict"/>, the gravest first.</summary>
internal enum RequirementState
{
    /// <summary>A finding says that it is not met.</summary>
    Failed,

    /// <summary>It waits for a signature or for evidence.</summary>
    Open,

    /// <summary>Advice was given that stops nothing.</summary>
    Advised,

    /// <summary>It is due within days of a release.</summary>
    Owed,

    /// <summary>What it is about comes from the host and was not seen.</summary>
    Deferred,

    /// <summary>It is put off for some days, with a reason.</summary>
    Waived,

    /// <summary>Nothing looked, so that nobody can say.</summary>
    Unjudged,

    /// <summary>No rule or check decides it yet.</summary>
    Planned,

    /// <summary>The team left it out, with a reason, or it needs a feature that the app does not have.</summary>
    Skipped,

    /// <summary>Somebody signed.</summary>
    Signed,

    /// <summary>Rules, checks, a test or an export from Stripe found it met.</summary>
    Passed,
}
