using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>
/// RDY9027: for each release that readiness/releases.json lists, somebody signed for what is to be looked at after it. Within the days that a
/// requirement gives it is a note, after them an error. A sign-off settles the release that it names and those before.
/// </summary>
internal sealed class ReleasesWatched : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (readiness.Input is not { IsLive: true, Policy.Checklist: { } checklist, Today: { } today, Evidence.Releases.Count: > 0 })
            return [];

        // The newest first; of those of one day, as the file has them.
        var releases = readiness.Input.Evidence.Releases.OrderByDescending(release => release.On).ToList();
        var owed =
            from requirement in checklist.Applicable
            where requirement.SignOff?.AfterDays is not null
            let settled = SettledBy(requirement.Id, readiness.Input.SignOffs, releases)
            from release in releases.Take(settled)
            select new Debt(release, requirement, release.On.AddDays(requirement.SignOff!.AfterDays!.Value));
        return owed.GroupBy(debt => debt.Release).SelectMany(debts => FindingsOf(debts.Key, [.. debts], today));
    }

    /// <summary>The index of the newest release that somebody signed for.</summary>
    private static int SettledBy(string requirement, IReadOnlyList<SignOffFile> signOffs, List<Release> releases)
    {
        var index = releases.FindIndex(release => signOffs.Any(file => file.Id == requirement && file.Record is { IsWaiver: false } record && record.Release == release.Name));
        return index < 0 ? releases.Count : index;
    }

    private static IEnumerable<Finding> FindingsOf(Release release, Debt[] debts, DateTime today)
    {
        if (debts.Where(debt => debt.Due < today).ToArray() is { Length: > 0 } overdue)
        {
            yield return GateRules.ReleaseUnwatched.At(
                release.Position, $"Nobody signed for what follows the release {release.Name}: {Names(overdue)}. Do it, and record it with 'release' {release.Name}.");
        }
        else if (release.On <= today)
        {
            yield return GateRules.ReleaseUnwatched.At(
                release.Position, $"The release {release.Name} is still owed {Names(debts)}, by {SignOffAges.Day(debts.Min(debt => debt.Due))}.", FindingSeverity.Note);
        }
    }

    private static string Names(Debt[] debts) => string.Join(", ", debts.Select(debt => $"{debt.Requirement.Id} ({debt.Requirement.Title})"));

    /// <summary>What is to be done after a release, and the last day for it.</summary>
    private sealed record Debt(Release Release, Requirement Requirement, DateTime Due);
}
