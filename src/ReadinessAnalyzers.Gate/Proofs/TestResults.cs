namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>Makes a result of what any of the formats says.</summary>
internal static class TestResults
{
    /// <param name="name">The name that people see.</param>
    /// <param name="origin">The assembly and the class; VSTest writes the assembly in small letters.</param>
    /// <param name="outcome">What became of the test.</param>
    /// <param name="position">Where the file says so.</param>
    /// <param name="traits">Traits and tags that may name a requirement.</param>
    public static TestResult Result(string name, string origin, TestOutcome outcome, FilePosition position, IEnumerable<string> traits) => new(
        name,
        $"{origin.ToUpperInvariant()}|{name}",
        outcome,
        position,
        [.. traits.Select(RequirementId.OfTag).Append(RequirementId.StartOf(name)).OfType<string>().Distinct()]);
}
