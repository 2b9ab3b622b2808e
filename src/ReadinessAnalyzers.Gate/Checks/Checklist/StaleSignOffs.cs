using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>
/// RDY9025: what was judged is what is published. One finding for all sign-offs that one change made stale. Where another check finds fault with
/// the subject itself, that comes first.
/// </summary>
internal sealed class StaleSignOffs : ICheck
{
    private const int MostNamed = 8;

    private static readonly IReadOnlyDictionary<string, ICheck> ChecksOfSubjects = new Dictionary<string, ICheck>
    {
        [SignOffTerms.Subjects.Events] = new EventsHandled(),
        [SignOffTerms.Subjects.Prices] = new PriceMapping(),
        [SignOffTerms.Subjects.Instruments] = new RequiredInstruments(),
    };

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var signed = new SignOffs(readiness.Input).Signed.Where(one => one.Record.Inputs is not null).ToArray();
        var edited = signed.Where(IsEdited).ToArray();
        var sound = new HashSet<string>(
            SignOffTerms.AllSubjects.Where(subject => !ChecksOfSubjects.TryGetValue(subject, out var check) || !check.Run(readiness).Any(IsError)));
        return
        [
            .. edited.Select(one => GateRules.StaleSignOff.At(
                one.File.PositionOf("inputs"), $"The inputs of {one.Record.Id} are not those that were signed: their hash belongs to others. Do not write them by hand. {Renew([one])}")),
            .. from one in signed
               where !IsEdited(one)
               let change = ChangeOf(one.Record, sound, readiness.Input)
               where change.Length > 0
               group one by change into stale
               let ids = stale.ToArray()
               select GateRules.StaleSignOff.At(
                   ids[0].File.PositionOf("inputs"),
                   $"{string.Join(", ", ids.Select(one => one.Record.Id))} {(ids.Length == 1 ? "was" : "were")} signed when {stale.Key}. {Renew(ids)}"),
        ];
    }

    private static bool IsEdited(SignedFile one) => !one.Record.Inputs!.Fits(one.Record.Id);

    private static bool IsError(Finding finding) => finding.Severity == FindingSeverity.Error;

    private static string Renew(SignedFile[] stale) =>
        $"Look again, then sign {(stale.Length == 1 ? "it" : "each")} again: dotnet msbuild -t:ReadinessSignOff -p:Id={stale[0].Record.Id}";

    private static string ChangeOf(SignOff record, HashSet<string> sound, GateInput input) => string.Join("; and when ",
        from subject in record.Terms.Judges
        where sound.Contains(subject) && record.Inputs!.Subjects.ContainsKey(subject)
        let now = CurrentInputs.Of(subject, record.Terms, input)
        where now is not null
        let change = Describe(subject, record.Inputs!.Subjects[subject], now)
        where change is not null
        select change);

    private static string? Describe(string subject, IReadOnlyList<string> then, IReadOnlyList<string> now)
    {
        if (subject == SignOffTerms.Subjects.Prices && then.Concat(now).Contains($"*={CurrentInputs.Unseen}"))
            return null; // a whole map that only the host has

        var added = now.Where(fact => !then.Any(other => AreSame(fact, other))).ToList();
        var removed = then.Where(fact => !now.Any(other => AreSame(fact, other))).ToList();
        if (added.Count == 0 && removed.Count == 0)
            return null;

        // A plan that has another price is neither new nor gone.
        var changed = added.Select(NameOf).Intersect(removed.Select(NameOf)).ToArray();
        var marks = added.Select(NameOf).Except(changed).Select(name => "+" + name)
            .Concat(removed.Select(NameOf).Except(changed).Select(name => "-" + name))
            .Concat(changed.Select(name => name + " differs"))
            .ToArray();
        var more = marks.Length > MostNamed ? $" and {marks.Length - MostNamed} more" : "";
        return $"{Count(subject, then.Count)}, now {now.Count} ({string.Join(", ", marks.Take(MostNamed))}{more})";
    }

    // What the host alone knows is the same as whatever it was.
    private static bool AreSame(string fact, string other) =>
        fact == other || (NameOf(fact) == NameOf(other) && (IsUnseen(fact) || IsUnseen(other)));

    private static bool IsUnseen(string fact) => fact.EndsWith("=" + CurrentInputs.Unseen, StringComparison.Ordinal);

    private static string NameOf(string fact) => fact.LastIndexOf('=') is >= 0 and var end ? fact.Substring(0, end) : fact;

    private static string Count(string subject, int count) => (subject, count == 1) switch
    {
        (SignOffTerms.Subjects.Events, true) => "1 event type was handled",
        (SignOffTerms.Subjects.Events, _) => $"{count} event types were handled",
        (SignOffTerms.Subjects.Prices, true) => "1 plan had a price",
        (SignOffTerms.Subjects.Prices, _) => $"{count} plans had prices",
        (SignOffTerms.Subjects.Instruments, true) => "1 instrument was made",
        (SignOffTerms.Subjects.Instruments, _) => $"{count} instruments were made",
        (_, true) => "1 setting was judged",
        _ => $"{count} settings were judged",
    };
}
