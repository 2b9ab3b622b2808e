namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>A release that readiness/releases.json lists: what is to be looked at after it is owed until somebody signs for it.</summary>
/// <param name="Name">What the team calls it, such as <c>1.4.2</c>.</param>
/// <param name="On">The day on which it went live.</param>
/// <param name="Position">Where it is listed.</param>
internal sealed record Release(string Name, DateTime On, FilePosition Position);
