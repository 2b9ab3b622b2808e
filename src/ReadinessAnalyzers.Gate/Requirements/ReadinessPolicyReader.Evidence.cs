using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>The members <c>evidence</c> and <c>documents</c>: which files answer requirements of the checklist.</summary>
internal sealed partial class ReadinessPolicyReader
{
    private const int MostPaths = 50;
    private const int MostHeadings = 50;

    private readonly List<DocumentPolicy> _documents = [];
    private EvidencePolicy? _evidence;

    private void ReadEvidence(JsonValue evidence)
    {
        List<DeclaredText> tests = [], stripe = [];
        foreach (var member in MembersOf(evidence, "'evidence'", ["tests", "stripe"]))
            (member.Name == "tests" ? tests : stripe).AddRange(ReadEvidencePaths(member));

        _evidence = new(tests, stripe);
    }

    private IEnumerable<DeclaredText> ReadEvidencePaths(JsonMember member)
    {
        var paths = member.Value.Kind == JsonKind.Array ? member.Value.Items : [member.Value];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in UpTo(MostPaths, paths, $"'{member.Name}' names", "paths; name folders"))
        {
            if (TextOf(path, $"A path of '{member.Name}'") is not { } text)
                continue;
            if (seen.Add(text))
                yield return new(text, At(path.Position));
            else
                Complain(path.Position, $"'{text}' stands twice in '{member.Name}'; keep one of the two.");
        }
    }

    /// <summary>The first of them; a finding at the one that is too many.</summary>
    private IEnumerable<JsonValue> UpTo(int most, IReadOnlyList<JsonValue> values, string what, string these)
    {
        if (values.Count > most)
            Complain(values[most].Position, $"{what} more than {most} {these}.");
        return values.Take(most);
    }

    private void ReadDocuments(JsonValue documents)
    {
        if (documents.Kind != JsonKind.Object)
            Complain(documents.Position, "'documents' must be an object of ids and files, such as { \"DOC-02\": \"docs/runbooks.md\" }.");

        foreach (var entry in documents.Members)
        {
            if (Catalogue.Instance.Find(entry.Name) is not { } requirement || UsualDocument(requirement) is not { } usual)
                Complain(entry.NamePosition, $"No requirement '{entry.Name}' asks for a document; {NearestName.Advice(entry.Name, IdsWithDocument)}");
            else if (_documents.Any(other => other.Requirement == entry.Name))
                Complain(entry.NamePosition, $"'{entry.Name}' stands twice in 'documents'; keep one of the two.");
            else
                ReadDocument(entry, usual);
        }
    }

    private void ReadDocument(JsonMember entry, JsonValue usual)
    {
        var (file, headings) = (usual.Member("file")!, usual.Member("headings")?.Items ?? []);
        if (entry.Value.Kind != JsonKind.Object)
        {
            file = entry.Value;
        }
        else
        {
            foreach (var member in MembersOf(entry.Value, $"'{entry.Name}'", ["file", "headings"]))
            {
                if (member.Name == "file")
                    file = member.Value;
                else
                    headings = [.. UpTo(MostHeadings, ReadNames(member.Value, $"The headings of '{entry.Name}'", "A heading", "Webhook failure"), $"'{entry.Name}' asks for", "headings; keep those that matter")];
            }
        }

        if (TextOf(file, $"The file of '{entry.Name}'") is { } path)
            _documents.Add(new(entry.Name, new(path, At(entry.Value.Kind == JsonKind.Object ? entry.NamePosition : file.Position)), [.. headings.Select(heading => heading.Text)]));
    }

    private static string[] IdsWithDocument =>
        [.. Catalogue.Instance.Requirements.Where(requirement => UsualDocument(requirement) is not null).Select(requirement => requirement.Id)];

    /// <summary>What the catalogue says of the requirement's document; null if it asks for none.</summary>
    private static JsonValue? UsualDocument(Requirement requirement) => requirement.Asks?.Member("documents")?.Member(requirement.Id);
}
