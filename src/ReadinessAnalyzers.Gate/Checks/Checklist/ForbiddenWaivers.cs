using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9026: what is put off is put off for days, and some things never are.</summary>
internal sealed class ForbiddenWaivers : ICheck
{
    private const int MostDays = 14;

    public IEnumerable<Finding> Run(Readiness readiness) =>
        from signed in new SignOffs(readiness.Input).Signed
        where signed.Record.IsWaiver
        let finding = FaultOf(signed)
        where finding is not null
        select finding;

    private static Finding? FaultOf(SignedFile signed)
    {
        var record = signed.Record;
        if (!record.Requirement.IsWaivable)
            return GateRules.ForbiddenWaiver.At(signed.File.PositionOf("result"), $"{record.Id} ({record.Requirement.Title}) holds for every app and cannot be put off.");

        var days = (record.Expires!.Value - record.On).Days;
        return days <= MostDays ? null : GateRules.ForbiddenWaiver.At(
            signed.File.PositionOf("expires"),
            $"{record.Id} is put off for {days} days, and {MostDays} is the most. What never applies is left out in readiness.json, \"requirements\": {{ \"{record.Id}\": \"skip: reason\" }}.");
    }
}
