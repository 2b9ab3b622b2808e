using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8024: restore looks for packages with known vulnerabilities, and says so when it finds one.</summary>
internal sealed class AuditedPackages() : BuildCheck(BuildKind.Audit)
{
    private const string Waive = "an advisory that does not apply is named in a NuGetAuditSuppress item.";

    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        // The restore may have run with other properties than this publish; where they disagree, it did what it did.
        var (build, properties) = (input.Build, input.Build.Properties);
        if (properties["NuGetAudit"].ToLowerInvariant() is "false" or "disable")
        {
            if (build.Restore.Value is not { IsAudited: true })
                yield return new("NuGet audit is off, so nobody hears of a package with a known vulnerability. Take NuGetAudit=false out.", FindingSeverity.Note);
        }
        else if (isAsked && build.Restore.Value is { IsAudited: false })
        {
            yield return new("The restore ran with NuGet audit off, so nobody hears of a package with a known vulnerability. Restore without NuGetAudit=false.");
        }
        else if (isAsked
            && properties["NuGetAuditMode"].Equals("direct", StringComparison.OrdinalIgnoreCase)
            && build.Restore.Value is not { IsAuditTransitive: true })
        {
            yield return new("NuGet audit looks only at the packages that the project names, and not at those that come with them. Set NuGetAuditMode to all.");
        }

        string[] silenced = [.. RestoreResult.AdvisoryCodes.Intersect(properties.List("NoWarn"), StringComparer.OrdinalIgnoreCase)];
        if (silenced.Length > 0)
        {
            yield return new(
                $"NoWarn silences {string.Join(", ", silenced)}, by which NuGet tells of packages with a known vulnerability. Take it out; {Waive}",
                FindingSeverity.Note);
        }

        if (isAsked && build.Restore.Value is { VulnerablePackages: { Count: > 0 } packages })
            yield return new($"Restore found a known vulnerability in '{string.Join("', '", packages)}'. Update to a version without it; {Waive}");
    }
}
