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
        var open = checklist.Applicable
            .Where(requirement => requirement.IsBlocking && requirement.Rules.Count > 0 && !requirement.Rules.Any(deciders.Looks))
            .ToArray();
        if (open.Length > 0)
        {
            var list = open
                .GroupBy(requirement => deciders.RemedyFor(requirement.Rules[0]), requirement => requirement.Id)
                .Select(ids => $"{string.Join(", ", ids)}: {ids.Key}");
            var wayOut = open.FirstOrDefault(requirement => requirement.IsWaivable) is { } example
                ? $" Or leave a requirement out under 'requirements', such as {{ \"{example.Id}\": \"skip: reason\" }}."
                : "";
            yield return GateRules.RequirementOpen.At(
                checklist.Position,
                $"The profile '{checklist.Profile.Name}' asks for what nothing decides here. {string.Join("; ", list)}.{wayOut}");
        }
    }
}
