namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>A fault of a settings file or of another source. The message names keys and lines, never a value.</summary>
internal sealed record SettingsProblem(FilePosition Position, string Message)
{
    private const int MostOfOneSource = 100;

    public FindingSeverity Severity { get; init; } = FindingSeverity.Error;

    /// <summary>Adds a problem to those of one source; of very many only the first are told, and that there are more.</summary>
    public static void Add(List<SettingsProblem> problems, SettingsProblem problem)
    {
        if (problems.Count < MostOfOneSource)
            problems.Add(problem);
        else if (problems.Count == MostOfOneSource)
            problems.Add(problem with { Message = $"Here and below are more faults than the {MostOfOneSource} that were told.", Severity = FindingSeverity.Error });
    }
}
