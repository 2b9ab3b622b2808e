using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9024: the evidence of a sign-off is there, as it was when somebody signed. A link is never opened.</summary>
internal sealed class SignOffEvidence : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from signed in new SignOffs(readiness.Input).Signed
        from finding in FaultsOf(signed)
        select finding;

    private static IEnumerable<Finding> FaultsOf(SignedFile signed)
    {
        var (file, record) = (signed.File, signed.Record);
        if (!record.IsWaiver && LackOf(record) is { } lack)
            yield return GateRules.SignOffEvidence.At(file.PositionOf(record.Evidence.Count > 0 ? "evidence" : "result"), lack);

        foreach (var evidence in record.Evidence)
        {
            var fault = evidence.File.Length > 0 ? FaultOf(evidence, file.Evidence[evidence.File]) : FaultOf(evidence.Link);
            if (fault is not null)
                yield return GateRules.SignOffEvidence.At(file.At(evidence.Position), fault);
        }
    }

    private static string? LackOf(SignOff record)
    {
        var add = "Sign it again with -p:Evidence=…, the path of a file or a link.";
        var kinds = record.Terms.Evidence;
        return kinds.Count > 0 && record.Evidence.Count == 0 ? $"{record.Id} ({record.Requirement.Title}) is signed without evidence. {add}"
            : kinds.Count == 1 && kinds[0] == SignOffTerms.EvidenceKinds.File && record.Evidence.All(evidence => evidence.File.Length == 0)
                ? $"{record.Id} ({record.Requirement.Title}) needs a file as evidence, since what a link shows may change. Keep the file beside the record."
            : null;
    }

    private static string? FaultOf(Evidence evidence, EvidenceFile file) => file.State switch
    {
        EvidenceState.Missing => $"The evidence '{evidence.File}' is not there; "
            + (file.Nearest is null ? "commit it, or sign again with what there is." : $"did you mean '{file.Nearest}'?"),
        EvidenceState.Folder => $"The evidence '{evidence.File}' is a folder; name a file.",
        EvidenceState.Outside => $"The evidence '{evidence.File}' does not lie in the folder of readiness.json, so nobody knows that it is kept. Copy it there, and write its path without '..'.",
        EvidenceState.TooLarge => $"The evidence '{evidence.File}' is larger than {EvidenceFile.SizeLimit / (1024 * 1024)} MB and was not read. Keep it elsewhere, and link to it.",
        EvidenceState.Unreadable => $"The evidence '{evidence.File}' cannot be read; check that the build may open it.",
        _ when evidence.Sha256 != file.Sha256 && evidence.Sha256 != file.RawSha256 =>
            $"The evidence '{evidence.File}' is another one than was signed: it was changed since. Look at it, then sign again.",
        _ => null,
    };

    private static string? FaultOf(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? null
            : "A link must be a whole https address without a user name, such as https://example.com/board/12.";
}
