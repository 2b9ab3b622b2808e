namespace ReadinessAnalyzers.Checklist;

/// <summary>The requirements of apps of one shape, with what they need by name.</summary>
/// <param name="Name">What readiness.json calls it, such as <c>subscription-saas</c>.</param>
/// <param name="Title">The shape of the app in a few words.</param>
/// <param name="Requirements">The ids of all that it asks for.</param>
internal sealed record Profile(string Name, string Title, IReadOnlyList<string> Requirements)
{
    /// <summary>The short name of the checklist that it answers item by item; empty if there is none.</summary>
    public string Alias { get; init; } = "";

    /// <summary>The items of that checklist.</summary>
    public IReadOnlyList<ChecklistItem> Items { get; init; } = [];

    /// <summary>The plans that must have a price where readiness.json names none.</summary>
    public IReadOnlyList<string> Prices { get; init; } = [];

    /// <summary>The event types that code must handle; of those that <c>|</c> separates, one.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The instruments that code must make and record.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];
}

/// <summary>An item of a public go-live checklist, told in our words, and the requirements that answer it, the deciding one first.</summary>
internal sealed record ChecklistItem(string Id, string Section, string Title, IReadOnlyList<string> Requirements);
