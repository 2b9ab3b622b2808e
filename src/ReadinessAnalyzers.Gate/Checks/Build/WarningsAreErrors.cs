using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>
/// RDY8022: properties make a warning fail the build on a build server. Elsewhere nobody knows what the server does, and only who asks for it is told:
/// a switch of the command line does the same and leaves no trace.
/// </summary>
internal sealed class WarningsAreErrors() : BuildCheck(BuildKind.WarningsAsErrors)
{
    private const string OurIds = "RDY";

    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        var properties = input.Build.Properties;
        if (!input.Build.IsContinuousIntegration || !properties.IsSet("Configuration"))
            yield break;

        if (!AreErrors(input.Build))
        {
            yield return new(
                "No property makes a warning fail this CI build, so the first one is followed by others that nobody reads. "
                    + "Set TreatWarningsAsErrors to true in Directory.Build.props, if only where ContinuousIntegrationBuild is true.");
        }

        var exceptions = OurIdsIn(properties, "WarningsNotAsErrors");
        if (exceptions.Length > 0)
        {
            yield return new(
                $"WarningsNotAsErrors makes an exception of {string.Join(", ", exceptions)}. "
                    + "Take it out; where a finding is wrong, suppress it there with a justification.");
        }
    }

    private static bool AreErrors(BuildInput build) =>
        build.Properties.IsTrue("TreatWarningsAsErrors")
        || build.Properties.IsTrue("MSBuildTreatWarningsAsErrors")
        || OurIdsIn(build.Properties, "WarningsAsErrors").Length > 0
        || OurIdsIn(build.Properties, "MSBuildWarningsAsErrors").Length > 0;

    private static string[] OurIdsIn(BuildProperties properties, string list) =>
        [.. properties.List(list).Where(id => id.StartsWith(OurIds, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
