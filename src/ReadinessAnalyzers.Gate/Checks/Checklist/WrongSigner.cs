using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>
/// RDY9023: where readiness.json says who has which role, the right person signs, each approval of the release is another person's, and who
/// approves it as engineering lead does not waive what it lacks. Without <c>people</c> anybody may sign, since some teams are one person.
/// </summary>
internal sealed class WrongSigner : ICheck
{
    private const string EngineeringLead = "REL-02";

    // Four eyes are two people.
    private static readonly string[] Approvals = [EngineeringLead, "REL-03", "REL-04", "REL-05"];

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (readiness.Input.Policy.Checklist?.People is not { } people)
            return [];

        var signed = new SignOffs(readiness.Input).Signed.ToArray();
        return
            from one in signed
            let fault = FaultOf(one, people) ?? SecondApproval(one, signed) ?? OwnWaiver(one, signed)
            where fault is not null
            select fault;
    }

    private static Finding? FaultOf(SignedFile signed, IReadOnlyDictionary<string, IReadOnlyList<string>> people)
    {
        var (file, record) = (signed.File, signed.Record);
        if (!people.TryGetValue(record.By, out var roles))
        {
            var who = people.Count == 0 ? "list who may sign." : NearestName.Advice(record.By, [.. people.Keys]);
            return Fault(file, "by", $"'{record.By}' is not among the 'people' of readiness.json; {who}");
        }

        if (record.Role.Length > 0 && !roles.Contains(record.Role))
            return Fault(file, "role", $"{record.By} signs as {record.Role}, a role that readiness.json does not give {record.By}.");
        var role = record.Terms.Role ?? record.Role;
        if (role.Length > 0 && record.Role.Length > 0 && record.Role != role)
            return Fault(file, "role", $"{record.Id} ({record.Requirement.Title}) is signed as {role}, and {record.By} signs as {record.Role}.");
        return role.Length > 0 && !roles.Contains(role)
            ? Fault(file, "by", $"{record.Id} ({record.Requirement.Title}) needs somebody of {role}, which readiness.json does not say of {record.By}.")
            : null;
    }

    private static Finding? SecondApproval(SignedFile signed, SignedFile[] all)
    {
        var earlier = Approvals.Contains(signed.Record.Id)
            ? all.TakeWhile(other => other != signed).FirstOrDefault(other => Approvals.Contains(other.Record.Id) && other.Record.By == signed.Record.By)
            : null;
        return earlier is null
            ? null
            : Fault(signed.File, "by", $"{signed.Record.By} has signed {earlier.Record.Id} ({earlier.Record.Requirement.Title}) already. Let another person sign {signed.Record.Id}.");
    }

    private static Finding? OwnWaiver(SignedFile signed, SignedFile[] all) =>
        signed.Record.IsWaiver && all.Any(other => other.Record.Id == EngineeringLead && other.Record.By == signed.Record.By && other != signed)
            ? Fault(signed.File, "by", $"{signed.Record.By} waives {signed.Record.Id} and approves the release without it ({EngineeringLead}). Let a second person waive it.")
            : null;

    private static Finding Fault(SignOffFile file, string member, string message) => GateRules.WrongSigner.At(file.PositionOf(member), message);
}
