using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>
/// What readiness.json says about the checklist: which requirements apply, which it leaves out, and who may sign. Without a
/// <c>profile</c> there is no checklist, and nothing is asked for.
/// </summary>
internal sealed record ChecklistPolicy(Profile Profile, FilePosition Position)
{
    /// <summary>The declared features; what needs another one does not apply.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Requirements that the team leaves out, by id.</summary>
    public IReadOnlyDictionary<string, SkippedRequirement> Skipped { get; init; } = new Dictionary<string, SkippedRequirement>();

    /// <summary>Who may sign in which roles, by name; null: anybody may sign anything.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? People { get; init; }

    /// <summary>Whatever the profile asks of this app: its feature is there, and nobody leaves it out.</summary>
    public IEnumerable<Requirement> Applicable =>
        from requirement in OfProfile
        where !Skipped.ContainsKey(requirement.Id) && (requirement.Feature is null || Features.Contains(requirement.Feature))
        select requirement;

    /// <summary>Whatever the profile names, section by section.</summary>
    public IEnumerable<Requirement> OfProfile => Catalogue.Instance.Requirements.Where(requirement => Profile.Requirements.Contains(requirement.Id));
}

/// <summary>A requirement that does not apply to this app, with the team's reason and where readiness.json gives it.</summary>
internal sealed record SkippedRequirement(string Reason, FilePosition Position);
