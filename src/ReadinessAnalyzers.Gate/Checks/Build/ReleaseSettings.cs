using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8021: what is published is compiled as a release, and not told by its web.config that it is in development.</summary>
internal sealed class ReleaseSettings() : BuildCheck(BuildKind.ReleaseSettings)
{
    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        if (BuildInput.IsDevelopment(input.Environment))
            yield break;

        var properties = input.Build.Properties;
        // Only the SDK's own Release is optimised unasked; a configuration of another name must say so.
        if (properties.IsSet("Configuration") && !properties.IsTrue("Optimize"))
        {
            var configuration = properties["Configuration"];
            yield return new(
                $"The configuration '{configuration}' compiles without optimisation, as for a debugger, so production would be slower than it need be. "
                    + $"Set Optimize to true for it in {Path.GetFileName(input.ProjectFile)}, or publish with -c Release.",
                // Somebody who has the gate in Debug tries it out.
                configuration.Equals("Debug", StringComparison.OrdinalIgnoreCase) ? FindingSeverity.Note : FindingSeverity.Warning);
        }

        if (BuildInput.IsDevelopment(properties["EnvironmentName"]))
        {
            yield return new(
                $"EnvironmentName is Development, so the published web.config would start the app in development, while '{input.Environment}' was checked. "
                    + "Take EnvironmentName out of the project or the publish profile.",
                FindingSeverity.Note);
        }
    }
}
