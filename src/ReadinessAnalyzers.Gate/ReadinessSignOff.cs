using Microsoft.Build.Framework;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.Checks.Checklist;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Reporting;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Writes the sign-off of one requirement, with the hashes of its evidence and what of the app was judged. It writes none that the gate would
/// refuse; one that is there is renewed.
/// </summary>
public sealed class ReadinessSignOff : ReadinessTask
{
    private static readonly ICheck[] Judges =
        [new InvalidSignOffs(), new ExpiredSignOffs(), new WrongSigner(), new SignOffEvidence(), new StaleSignOffs(), new ForbiddenWaivers()];

    /// <summary>The requirement that is signed, such as QA-06.</summary>
    public string Id { get; set; } = "";

    /// <summary>Who signs.</summary>
    public string By { get; set; } = "";

    /// <summary>The role in which the person signs; empty: the one that the requirement needs, if it needs one.</summary>
    public string Role { get; set; } = "";

    /// <summary><c>passed</c>, which is also what empty means, or <c>waived</c>.</summary>
    public string Result { get; set; } = "";

    /// <summary>Why it is put off.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The last day on which it holds, yyyy-MM-dd.</summary>
    public string Expires { get; set; } = "";

    /// <summary>The release that it is about, for what is owed after one.</summary>
    public string Release { get; set; } = "";

    /// <summary>Paths as seen from the folder of readiness.json, and https links, with blanks, commas or semicolons between them.</summary>
    /// <remarks>A text, since of all these a command line takes only blanks as they are. One that is in the name of a file is part of it.</remarks>
    public string Evidence { get; set; } = "";

    /// <summary>The day of the signature, yyyy-MM-dd or seconds since 1970.</summary>
    [Required]
    public string Today { get; set; } = "";

    private protected override bool Run(GateInput input)
    {
        (Id, By, Role, Result) = (Said(nameof(Id), Id), Said(nameof(By), By), Said(nameof(Role), Role), Said(nameof(Result), Result));
        (Reason, Expires, Release, Evidence) = (Said(nameof(Reason), Reason), Said(nameof(Expires), Expires), Said(nameof(Release), Release), Said(nameof(Evidence), Evidence));
        if (Refusal(input) is { } refusal)
            return Refuse([GateRules.InvalidSignOff.At(new(ProjectFile), refusal)]);

        var requirement = Catalogue.Instance.Find(Id)!;
        var (terms, today) = (requirement.SignOff!, DayOf(Today)!.Value);
        var isWaiver = Result == SignOffReader.Results[1];

        // On less than the whole app the record would tell of another one.
        var readiness = new Readiness(input, RequirementInference.Infer(input.Logs, input.Configuration, input.Policy));
        var faults = FootingOf(isWaiver ? [] : terms.Judges).SelectMany(check => check.Run(readiness)).Where(IsError).ToArray();
        if (faults.Length > 0)
            return Refuse(faults);

        var record = new SignOff(requirement, isWaiver ? SignOffResult.Waived : SignOffResult.Passed, By.Trim(), today)
        {
            Role = Role.Length > 0 ? Role : terms.Role ?? "",
            Expires = SignOffReader.ReadDay(Expires),
            Release = terms.AfterDays is null ? "" : Release,
            Reason = Reason,
            Evidence = [.. Evidence.Split(';', ',').SelectMany(PiecesOf)],
            Inputs = terms.Judges.Count > 0 && !isWaiver ? CurrentInputs.Of(requirement, input) : null,
        };
        return Write(record, input with { Today = today });
    }

    private static IEnumerable<ICheck> FootingOf(IReadOnlyList<string> judged)
    {
        var (prices, settings) = (judged.Contains(SignOffTerms.Subjects.Prices), judged.Contains(SignOffTerms.Subjects.Settings));
        return
        [
            new CompileLogsUsable(), new AnalyzersRan(), new ValidPolicy(),
            .. prices || settings ? [new UnreadableSettings(), new UnreadableSources()] : Array.Empty<ICheck>(),
            .. prices ? [new PriceMapping()] : Array.Empty<ICheck>(),
        ];
    }

    /// <summary>What of the parameters cannot be meant; null if they can. The rest is for the reader and the checks to say.</summary>
    private string? Refusal(GateInput input)
    {
        if (input.Policy.Checklist is not { } checklist)
        {
            return input.Policy.Problems.Count > 0
                ? "readiness.json is not valid, see RDY9004 of a publish, so nobody knows what it asks for."
                : "readiness.json declares no profile, so nothing asks for a sign-off. Add one, such as \"profile\": \"reference\".";
        }

        if (!input.IsLive)
            return $"What is signed is what production will be, and this is {input.Environment}. Sign without ReadinessEnvironment.";
        if (Id.Length == 0)
            return "Nobody says what is signed: add -p:Id=…, such as -p:Id=QA-06.";
        if (Catalogue.Instance.Find(Id) is not { } requirement)
            return $"There is no requirement '{Id}'; {NearestName.Advice(Id, Catalogue.Instance.Ids)}";
        if (requirement.SignOff is null)
            return SignOffReader.NotSigned(requirement);
        if (checklist.Applicable.All(other => other.Id != Id))
            return $"The profile '{checklist.Profile.Name}' does not ask for {Id} ({requirement.Title}), or readiness.json leaves it out, so a sign-off would count for nothing.";
        if (By.Trim().Length == 0)
            return "Nobody signs: add -p:By=…, the name of the person who looked.";
        if (Result.Length > 0 && !SignOffReader.Results.Contains(Result))
            return $"There is no result '{Result}'; {NearestName.Advice(Result, SignOffReader.Results)}";
        if (Result == SignOffReader.Results[1] && (Reason.Length == 0 || Expires.Length == 0))
            return "What is put off needs a reason and an end: add -p:Reason=… and -p:Expires=yyyy-MM-dd.";
        if (Expires.Length > 0 && SignOffReader.ReadDay(Expires) is null)
            return "'Expires' is no day such as 2026-06-15.";
        return DayOf(Today) is null ? "'ReadinessToday' is no day such as 2026-06-15." : null;
    }

    private IEnumerable<Evidence> PiecesOf(string text) => EvidenceFile.Read(text.Trim(), PolicyFolder).State == EvidenceState.Read
        ? [PieceOf(text.Trim())]
        : text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(PieceOf);

    private Evidence PieceOf(string piece) => piece.IndexOf("://", StringComparison.Ordinal) >= 0
        ? new("", "", piece, default)
        : new(piece, EvidenceFile.Read(piece, PolicyFolder) is { State: EvidenceState.Read } file ? file.Sha256 : new string('0', Sha256.Length), "", default);

    private bool Write(SignOff record, GateInput input)
    {
        var (path, text) = (SignOffFile.PathIn(PolicyFolder, record.Id), SignOffText.Of(record));
        if (!LinkedPath.StaysBelow(path, PolicyFolder))
            return Refuse([GateRules.InvalidSignOff.At(new(ProjectFile), $"The sign-off of {record.Id} would leave the folder of readiness.json through a symbolic link. Put a folder or file there instead of the link.")]);

        var written = SignOffFile.Parse(path, text, PolicyFolder);
        // Another's approval may be the second of this person.
        var (others, judged) = (FaultsIn(input), FaultsIn(input with { SignOffs = [.. input.SignOffs.Where(file => file.Id != record.Id), written] }));
        var faults = judged.Where(fault => fault.Position.Path == path || (fault.Id == GateRules.WrongSigner.Id && !others.Contains(fault))).ToArray();
        if (faults.Length > 0)
            return Refuse(faults.Select(fault => fault with { Position = new(ProjectFile) }));

        var before = input.SignOffs.FirstOrDefault(file => file.Id == record.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        var renewed = before is null ? "wrote" : "renewed";
        var until = written.Record!.LastDay is { } last ? $", holds until {SignOffAges.Day(last)}" : "";
        Log.LogMessage(MessageImportance.High, $"Readiness: {renewed} {path}, {SignOffReader.Results[(int)record.Result]}{until}; read it and commit it.");
        return true;
    }

    private static Finding[] FaultsIn(GateInput input)
    {
        var readiness = new Readiness(input, []);
        return [.. Judges.SelectMany(check => check.Run(readiness)).Where(IsError)];
    }

    private bool Refuse(IEnumerable<Finding> faults)
    {
        foreach (var fault in faults)
            new MSBuildReporter(Log, errorsAsWarnings: false).Report(fault);
        return false;
    }

    private static bool IsError(Finding finding) => finding.Severity == FindingSeverity.Error;
}
