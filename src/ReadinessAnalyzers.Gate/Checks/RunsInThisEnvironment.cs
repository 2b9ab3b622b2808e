namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8010: the app runs in the environment that it is published for; another one reads other files and expects other keys.</summary>
internal sealed class RunsInThisEnvironment : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        if (input.Configuration.EnvironmentName is { Value: { } name } set && !name.Equals(input.Environment, StringComparison.OrdinalIgnoreCase))
        {
            yield return GateRules.OtherEnvironment.At(
                set.Position,
                $"'{set.Variable}' makes the app run in another environment than '{input.Environment}', which it is published for, so other settings "
                    + $"count than those that were checked. Set it to '{input.Environment}', or publish with ReadinessEnvironment set to that name.");
        }
    }
}
