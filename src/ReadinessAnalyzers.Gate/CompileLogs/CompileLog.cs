namespace ReadinessAnalyzers.Gate.CompileLogs;

/// <summary>
/// What the compiler wrote about one project, as far as it concerns us. Unless <see cref="State"/> is
/// <see cref="CompileLogState.Usable"/> the lists are empty.
/// </summary>
internal sealed record CompileLog(string Project, CompileLogState State)
{
    /// <summary>Whether the log knows any rule of ours; rules are listed even when they found nothing.</summary>
    public bool AnalyzersRan { get; init; }

    /// <summary>Whether the analysis came to its end.</summary>
    public bool AnalysisEnded { get; init; } = true;

    /// <summary>Whether an exception in an analyzer of ours left part of the project unchecked.</summary>
    public bool AnalyzerCrashed { get; init; }

    /// <summary>The compiler's warning level, null if the log does not tell; at 0 violations vanish without a trace.</summary>
    public int? WarningLevel { get; init; }

    /// <summary>The name of the project's assembly, null if the log does not tell.</summary>
    public string? Assembly { get; init; }

    /// <summary>The build configuration that wrote the log, null if the log does not tell.</summary>
    public string? Configuration { get; init; }

    /// <summary>The facts RDY0001. Suppressions on them mean nothing: a fact is not a complaint.</summary>
    public IReadOnlyList<SettingUse> SettingUses { get; init; } = [];

    /// <summary>The facts RDY0004: half of a use, whose other half is in another project's log.</summary>
    public IReadOnlyList<OptionsRead> OptionsReads { get; init; } = [];

    /// <summary>The facts RDY0005, the other halves.</summary>
    public IReadOnlyList<OptionsBinding> OptionsBindings { get; init; } = [];

    /// <summary>The facts RDY0002.</summary>
    public IReadOnlyList<EventHandling> EventHandlers { get; init; } = [];

    /// <summary>The facts RDY0003: parts whose other parts may be in other projects' logs.</summary>
    public IReadOnlyList<TelemetryPart> Telemetry { get; init; } = [];

    public IReadOnlyList<RuleViolation> Violations { get; init; } = [];

    /// <summary>Our rules that the compiler knew; they are listed even when they found nothing.</summary>
    public IReadOnlyList<LoggedRule> Rules { get; init; } = [];

    /// <summary>
    /// Ids of our rules that .editorconfig or NoWarn disabled or lowered from a warning to a note, for the whole project or for some
    /// files; sorted. The log does not tell a visible note from a silenced one.
    /// </summary>
    public IReadOnlyList<string> SwitchedOffRules { get; init; } = [];
}

/// <summary>Whether a compile log can be judged, and if not, why.</summary>
internal enum CompileLogState
{
    Usable,
    Missing,

    /// <summary>The gate is off in that project, so that the compiler is asked for none.</summary>
    GateOff,

    /// <summary>Another project writes the same file, so that only the one compiled last is in it.</summary>
    Shared,

    /// <summary>The build of another configuration wrote it last.</summary>
    OtherConfiguration,

    /// <summary>Not SARIF 2.1; the compiler writes 1.0 unless told otherwise.</summary>
    OtherVersion,
    Unreadable,
}

/// <summary>The fact <i>this line reads setting X as Stripe secret key</i>; the texts are those of <see cref="SettingFact"/>.</summary>
internal sealed record SettingUse(string Setting, string Role, string Source, string Fallback, FilePosition Position)
{
    /// <summary>The settings that may stand in for this one, separated by <c>|</c>; empty if none may.</summary>
    public string Alternatives { get; init; } = "";
}

/// <summary>The fact <i>property K of options type T is read as Stripe secret key</i>; see <see cref="OptionsReadFact"/>.</summary>
internal sealed record OptionsRead(string Type, string Key, string Role, FilePosition Position);

/// <summary>
/// The fact <i>options type T, or its property K, is filled from setting X</i>; see <see cref="OptionsBindingFact"/>. The key is empty if
/// the whole type is bound to the section that the setting names.
/// </summary>
internal sealed record OptionsBinding(string Type, string Key, string Setting, string Source, string Fallback);

/// <summary>The fact <i>this function handles Stripe events of these types</i>; see <see cref="EventHandlerFact"/>.</summary>
/// <param name="Position">Where the function is declared.</param>
/// <param name="TypeList">The types, separated by <c>|</c>: a text, so that facts of a file that two projects compile are equal.</param>
internal sealed record EventHandling(FilePosition Position, string TypeList)
{
    public IReadOnlyList<string> Types => TypeList.Split(['|'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it also chooses by the type in a way that shows no constant.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Empty if the function is no endpoint, or none whose route is known.</summary>
    public string Route { get; init; } = "";

    /// <summary>Whether it checks the signature itself.</summary>
    public bool Verifies { get; init; }
}

/// <summary>The fact <i>this line makes, uses, registers or exports telemetry</i>; the texts are those of <see cref="TelemetryFact"/>.</summary>
internal sealed record TelemetryPart(string Kind, FilePosition Position)
{
    public string Name { get; init; } = "";

    public string Type { get; init; } = "";

    public string Use { get; init; } = "";

    public string Signal { get; init; } = "";

    /// <summary>The members, separated by <c>|</c>.</summary>
    public string MemberList { get; init; } = "";

    public IReadOnlyList<string> Members => MemberList.Split(['|'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A rule's diagnostic in source. <paramref name="Justification"/> is null unless the author of a suppression gave one.</summary>
internal sealed record RuleViolation(
    string RuleId, FindingSeverity Severity, FilePosition Position, string Message, bool IsSuppressed, string? Justification);

/// <summary>A rule of ours as the compiler lists it, with the items of the checklist that it enforces.</summary>
internal sealed record LoggedRule(string Id, string Title, IReadOnlyList<string> Checklist)
{
    /// <summary>Whether it is off unless asked for, and nobody asked.</summary>
    public bool IsOff { get; init; }
}
