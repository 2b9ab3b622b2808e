using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8023: a build server restores the packages of the lock file and no others.</summary>
internal sealed class LockedRestore() : BuildCheck(BuildKind.LockedRestore)
{
    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        var build = input.Build;
        if (!isAsked && !build.IsContinuousIntegration)
            yield break;

        if (!build.HasLockFile.Value)
        {
            yield return new(
                "There is no packages.lock.json, so a later restore may bring other packages than those that were tested. "
                    + $"Set RestorePackagesWithLockFile to true in {Path.GetFileName(input.ProjectFile)}, run 'dotnet restore' and commit the file.");
        }
        else if (build.IsContinuousIntegration && !build.Properties.IsTrue("RestoreLockedMode") && build.Restore.Value is { IsLocked: false })
        {
            yield return new(
                "This CI build restored without being held to packages.lock.json. "
                    + "Run 'dotnet restore --locked-mode', or set RestoreLockedMode to true where ContinuousIntegrationBuild is true.",
                FindingSeverity.Note);
        }
    }
}
