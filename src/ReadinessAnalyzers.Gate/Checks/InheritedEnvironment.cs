namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9012: the team says for which environment it publishes. What a build server calls EnvironmentName may be its own affair.</summary>
internal sealed class InheritedEnvironment : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;

        // Production is what would be judged without the variable.
        if (input.Build.IsEnvironmentInherited && !input.Environment.Equals(GateInput.Production, StringComparison.OrdinalIgnoreCase))
        {
            var consequence = input.IsLive ? "its settings were judged" : "its settings were judged, and test keys let pass";
            yield return GateRules.InheritedEnvironment.At(
                new(input.ProjectFile),
                $"The environment is '{input.Environment}' only because a variable of this machine, EnvironmentName, says so; {consequence}. "
                    + "Set ReadinessEnvironment or EnvironmentName in the project, in the publish profile or on the command line.");
        }
    }
}
