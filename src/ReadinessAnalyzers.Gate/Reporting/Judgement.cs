namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>What became of one thing that production must have: of a setting, a price, an event, an instrument or a rule.</summary>
/// <param name="Kind">The kind of thing, such as <c>setting</c>.</param>
/// <param name="Name">Its name, as the code or readiness.json writes it; of a rule, its id.</param>
/// <param name="State">What became of it.</param>
internal sealed record Judgement(string Kind, string Name, JudgementState State)
{
    /// <summary>What it is for, such as <c>secretKey</c>; of a rule, its title. Empty where the kind says it all.</summary>
    public string Use { get; init; } = "";

    /// <summary>The place that decided: of the value that wins, of the entry that defers, of the code that handles; null if there is none.</summary>
    public FilePosition? DecidedAt { get; init; }

    /// <summary>What stands there, such as <c>published settings file</c>; never a value.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Values of lower layers that the one at <see cref="DecidedAt"/> hides, the nearest first.</summary>
    public IReadOnlyList<FilePosition> Overrides { get; init; } = [];

    /// <summary>The code or the entry of readiness.json that needs it.</summary>
    public IReadOnlyList<FilePosition> AskedAt { get; init; } = [];

    /// <summary>The team's reason for deferring or suppressing it; empty if there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The ids of the findings about it, suppressed ones too, each once.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The items of the checklist that a rule enforces, such as <c>WH-02</c>.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    public static JudgementState StateOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => JudgementState.Failed,
        FindingSeverity.Warning => JudgementState.Warning,
        _ => JudgementState.Note,
    };
}

/// <summary>The states of a <see cref="Judgement"/>, the gravest first.</summary>
internal enum JudgementState
{
    Failed,
    Warning,
    Note,

    /// <summary>Its value comes from the host and was not seen.</summary>
    Deferred,

    /// <summary>All that was found about it is suppressed, in source or in readiness.json.</summary>
    Suppressed,

    /// <summary>Nobody can say: it was switched off, nothing asks for it, or what tells of it cannot be read.</summary>
    Unjudged,
    Passed,
}
