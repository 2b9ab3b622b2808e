using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>
/// RDY9028: whatever decides a blocking requirement of the profile does look. A rule that is off, or a check that readiness.json tells too little,
/// would leave the requirement open and the publish green. One finding for all of them, since each is one line to write.
/// </summary>
internal sealed class RequirementsDecided : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (readiness.Input.Policy.Checklist is not { } checklist || !readiness.Input.HasAllLogs)
            yield break;

        var deciders = new Deciders(readiness.Input);
        var open =
            from requirement in checklist.Applicable
            where requirement.IsBlocking
            let remedy = deciders.RemedyFor(requirement)
            where remedy is not null
            group requirement.Id by remedy into ids
            select $"{string.Join(", ", ids)}: {ids.Key}";
        var list = open.ToArray();
        if (list.Length > 0)
        {
            yield return GateRules.RequirementOpen.At(
                checklist.Position,
                $"The profile '{checklist.Profile.Name}' asks for what nothing decides here. {string.Join("; ", list)}. "
                    + "Or leave a requirement out under 'requirements' with a reason, \"skip: …\".");
        }
    }
}
