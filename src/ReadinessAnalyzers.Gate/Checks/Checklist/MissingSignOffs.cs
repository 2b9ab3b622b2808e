using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9020: what the profile wants signed is signed. One finding for all that is not, since a list is what somebody works through.</summary>
internal sealed class MissingSignOffs : ICheck
{
    private const int MostTitled = 3;

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (readiness.Input.Policy.Checklist is not { } checklist)
            yield break;

        var missing = new SignOffs(readiness.Input).Missing.Where(requirement => !IsTold(requirement, readiness)).ToArray();
        if (missing.Length > 0)
            yield return GateRules.MissingSignOff.At(checklist.Position, Describe(missing, checklist.Profile.Name));
    }

    /// <summary>Whether evidence that contradicts the requirement, or that may prove it and cannot be read or compared, says already what is to be done.</summary>
    private static bool IsTold(Requirement requirement, Readiness readiness)
    {
        var (terms, evidence) = (requirement.SignOff!, readiness.Input.Evidence);
        return readiness.Verdicts.Any(verdict => verdict.Requirement == requirement.Id && verdict.Contradicts)
            || (!evidence.HasAllRuns && terms.Evidence.Contains(SignOffTerms.EvidenceKinds.Test))
            || (!evidence.HasAllExports && terms.Export is not null)
            || (terms.Export == SignOffTerms.StripeExports.Prices && new PriceMapping().Run(readiness).Any());
    }

    private static string Describe(Requirement[] missing, string profile)
    {
        var (first, one) = (missing[0].Id, missing.Length == 1);
        var list = string.Join(", ", missing.Select(requirement => missing.Length <= MostTitled ? $"{requirement.Id} ({requirement.Title})" : requirement.Id));
        var tested = missing.FirstOrDefault(requirement => requirement.SignOff!.Evidence.Contains(SignOffTerms.EvidenceKinds.Test));
        var exported = missing.FirstOrDefault(requirement => requirement.SignOff!.Export is not null);
        string[] ways =
        [
            .. tested is null ? Array.Empty<string>() : [$"name a test after it that passes ('{tested.Id} …')"],
            .. exported is null ? Array.Empty<string>() : [$"export what Stripe has (for {exported.Id} '{exported.SignOff!.Export}')"],
            $"look yourself and run 'dotnet msbuild -t:ReadinessSignOff -p:Id={first} -p:By=…'",
            $"leave it out in readiness.json, \"requirements\": {{ \"{first}\": \"skip: reason\" }}",
        ];
        return $"The profile '{profile}' asks for {missing.Length} sign-off{(one ? "" : "s")} that nobody gave: {list}. "
            + $"{(one ? "Either" : "For each, either")} {string.Join("; or ", ways)}.";
    }
}
