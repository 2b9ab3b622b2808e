namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>What readiness.json may ask of the build: its name there, and the finding that says that it is not so.</summary>
internal sealed class BuildKind
{
    public static readonly BuildKind ReleaseSettings = new("releaseSettings", GateRules.ReleaseSettings);

    public static readonly BuildKind WarningsAsErrors = new("warningsAsErrors", GateRules.WarningsAreErrors)
    {
        CanBeJudged = input => input.Build.IsContinuousIntegration,
    };

    public static readonly BuildKind LockedRestore = new("lockedRestore", GateRules.LockedRestore)
    {
        CanBeJudged = input => input.Build.IsContinuousIntegration,
    };

    public static readonly BuildKind Audit = new("audit", GateRules.AuditedPackages)
    {
        CanBeJudged = input => input.Build.Restore.Value is not null,
    };

    public static readonly BuildKind ImmutableImageTag = new("immutableImageTag", GateRules.ImmutableImageTag)
    {
        CanBeJudged = input => input.Build.MakesImage,
    };

    public static readonly BuildKind LeanImage = new("leanImage", GateRules.LeanImage)
    {
        CanBeJudged = input => input.Build.MakesImage || input.Build.Dockerfile.Value?.Image is not null,
    };

    public static readonly BuildKind NoDevelopmentSettings = new("noDevelopmentSettings", GateRules.DevelopmentSettings);

    public static readonly BuildKind Publishes = new("publishes", GateRules.RequiredFile) { HasPath = true };

    public static readonly IReadOnlyList<BuildKind> All =
    [
        ReleaseSettings, WarningsAsErrors, LockedRestore, Audit, ImmutableImageTag, LeanImage, NoDevelopmentSettings, Publishes,
    ];

    private BuildKind(string name, FindingDescriptor rule)
    {
        Name = name;
        Rule = rule;
    }

    public string Name { get; }

    public FindingDescriptor Rule { get; }

    /// <summary>Whether it names a file: <c>{ "publishes": "…" }</c>.</summary>
    public bool HasPath { get; private init; }

    /// <summary>Whether this build tells enough; where it does not, nothing is said.</summary>
    public Func<GateInput, bool> CanBeJudged { get; private init; } = _ => true;
}

/// <summary>An entry of the member <c>build</c>, and where readiness.json has it.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Position">Where readiness.json asks for it.</param>
/// <param name="File">The file that a kind with a path names, as seen from the publish folder; of any other kind empty.</param>
internal sealed record BuildDemand(BuildKind Kind, FilePosition Position, string File = "");
