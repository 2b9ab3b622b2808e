using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8001 under ReadinessStrict=true: a promise that the host will set a value is not enough.</summary>
internal sealed class DeferredUnderStrict : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var deferred = readiness.SettingsThatAre(SettingOutcome.Deferred).Select(setting => $"'{setting.Name}'").ToArray();
        if (readiness.Input.Strict && deferred.Length > 0)
        {
            yield return GateRules.MissingSetting.At(
                new(readiness.Input.ProjectFile),
                $"ReadinessStrict is on and the gate cannot see the value of {string.Join(", ", deferred)}. "
                    + "Make it visible to the build that publishes, or switch ReadinessStrict off.");
        }
    }
}
