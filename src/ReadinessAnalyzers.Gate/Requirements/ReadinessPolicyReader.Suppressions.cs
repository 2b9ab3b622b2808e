using System.Globalization;
using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>The member <c>suppressions</c>: a list with an entry a line, sorted by id, key and file.</summary>
internal sealed partial class ReadinessPolicyReader
{
    private const int MostSuppressions = 500;

    private readonly List<Suppression> _suppressions = [];

    private void ReadSuppressions(JsonValue suppressions)
    {
        if (suppressions.Kind != JsonKind.Array)
            Complain(suppressions.Position, "'suppressions' must be a list, such as [{ \"id\": \"RDY8013\", \"key\": \"App:PublicUrl\", \"reason\": \"…\", \"until\": \"2026-12-31\" }].");
        if (suppressions.Items.Count > MostSuppressions)
            Complain(suppressions.Items[MostSuppressions].Position, $"'suppressions' has more than {MostSuppressions} entries; the rest was not read.");

        foreach (var entry in suppressions.Items.Take(MostSuppressions))
        {
            if (ReadSuppression(entry) is not { } suppression)
                continue;
            if (_suppressions.Any(suppression.IsForSameAs))
            {
                Complain(entry.Position, $"{suppression.Target} is suppressed twice; keep one of the two.");
                continue;
            }

            if (_suppressions.Count > 0)
                NoteOrder(_suppressions[_suppressions.Count - 1], suppression);
            _suppressions.Add(suppression);
        }
    }

    private Suppression? ReadSuppression(JsonValue entry)
    {
        var problems = _problems.Count;
        var texts = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var member in MembersOf(entry, "A suppression", ["id", "key", "file", "reason", "until"]))
        {
            if (TextOf(member.Value, $"The '{member.Name}' of a suppression") is not null)
                texts[member.Name] = member.Value;
        }

        foreach (var (name, why) in new[] { ("id", "of which rule"), ("reason", "why"), ("until", "until which day") })
        {
            if (entry.Kind == JsonKind.Object && entry.Members.All(member => member.Name != name))
                Complain(entry.Position, $"The suppression has no '{name}'; say {why}.");
        }

        string? Text(string name) => texts.TryGetValue(name, out var value) ? value.Text : null;

        var until = default(DateTime);
        if (Text("until") is { } day && !DateTime.TryParseExact(day, SignOffReader.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out until))
            Complain(texts["until"].Position, "'until' must be a day of the form 2026-12-31.");
        if (Text("id") is { } id && NeverWaived.ReasonFor(id) is { } never)
            Complain(texts["id"].Position, $"{id} is never suppressed here: {never}");
        if (Text("file") is { } file && (file.IndexOf('\\') >= 0 || file[0] == '/' || file.StartsWith("./", StringComparison.Ordinal)))
            Complain(texts["file"].Position, "'file' is seen from the folder of readiness.json and has forward slashes, such as \"src/Shop/appsettings.json\".");

        return _problems.Count > problems ? null : new(Text("id")!, Text("key"), Text("file"), Text("reason")!, until, At(entry.Position));
    }

    private void NoteOrder(Suppression before, Suppression suppression)
    {
        if (Suppression.Compare(before, suppression) > 0)
            Note($"This suppression belongs before that of {before.Target}: sorted by id, key and file, they are found at once and seldom collide in a merge.");
        else if (before.Position.Line == suppression.Position.Line)
            Note("This suppression stands in one line with another; give each its own, so that its history is its own.");

        void Note(string message) => _problems.Add(GateRules.InvalidPolicy.At(suppression.Position, message, FindingSeverity.Note));
    }
}
