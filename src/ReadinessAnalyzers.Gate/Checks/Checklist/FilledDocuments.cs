using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Proofs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9030: each document that the profile asks for is there, says something under each of its headings, and leaves nothing to be filled in.</summary>
internal sealed class FilledDocuments : IProver
{
    // What they must say goes beyond headings.
    private const string ApiDescription = "DOC-01";
    private const string DisasterPlan = "DOC-04";

    private static readonly string[] Blanks = ["TODO", "TBD", "FIXME"];
    private static readonly string[] Placeholders = ["<fill in", "<to be filled", "[fill in", "lorem ipsum"];

    public IEnumerable<EvidenceVerdict> Judge(Readiness readiness)
    {
        var asked = readiness.Input.Policy.Checklist!.Applicable.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
        var documents = readiness.Input.Evidence.Documents.Where(document => asked.ContainsKey(document.Policy.Requirement)).ToArray();
        // Those that the profile alone asks for stand where it is named: one finding for all.
        foreach (var absent in documents.Where(document => document.Text is null).GroupBy(document => document.Policy.File.Position))
        {
            var finding = Absent([.. absent], asked);
            foreach (var document in absent)
                yield return new(document.Policy.Requirement, null, finding);
        }

        foreach (var document in documents.Where(document => document.Text is not null))
        {
            var requirement = asked[document.Policy.Requirement];
            var faults = FaultsOf(document).Select(fault => GateRules.UnfinishedDocument.At(document.At(fault.Position), $"{requirement.Id} ({requirement.Title}): {fault.Message}")).ToArray();
            yield return new(requirement.Id, faults.Length == 0 ? new(ProofKind.Document, document.Start, document.Policy.File.Text) : null, faults);
        }
    }

    private static Finding Absent(ReadDocument[] absent, Dictionary<string, Requirement> asked)
    {
        var list = absent.Select(document => $"{document.Policy.Requirement} ({asked[document.Policy.Requirement].Title}): '{document.Policy.File.Text}' {document.Fault}");
        var them = absent.Length == 1 ? "it" : "them";
        return GateRules.UnfinishedDocument.At(
            absent[0].Policy.File.Position,
            $"{string.Join("; ", list)}. Write {them}, or say in readiness.json where {(absent.Length == 1 ? "it is" : "they are")}, under 'documents', "
                + $"or what does not apply, \"requirements\": {{ \"{absent[0].Policy.Requirement}\": \"skip: reason\" }}.");
    }

    private static IEnumerable<Fault> FaultsOf(ReadDocument document) => document.Policy.Requirement == ApiDescription
        ? ApiFaults(document)
        : MarkdownFaults(document.Policy, Markdown.Parse(document.Text!));

    private static IEnumerable<Fault> MarkdownFaults(DocumentPolicy policy, Markdown markdown)
    {
        if (markdown.IsEmpty)
        {
            yield return new(new(1, 1), "the document is empty. Write it.");
            yield break;
        }

        var missing = policy.Headings.Where(heading => markdown.Find(heading) is null).ToArray();
        if (missing.Length > 0)
            yield return new(new(1, 1), $"the document has no heading '{string.Join("', '", missing)}'. Write what it asks for, under Markdown headings with these words.");
        foreach (var section in policy.Headings.GroupBy(markdown.Find))
        {
            if (section.Key is not { } heading)
                continue;
            if (!IsFilled(heading, markdown, policy.Requirement))
                yield return new(heading.Position, $"'{section.First()}' says nothing. Write what is to be done.");
            else if (policy.Requirement == DisasterPlan && TimeSpans.CountIn(heading, markdown) < section.Count())
                yield return new(heading.Position, $"'{string.Join("', '", section)}' names no time, so nobody can tell whether it is kept. Write a number and a unit, such as 4 hours.");
        }

        if (markdown.Prose.FirstOrDefault(line => IsBlank(line.Text)) is { } blank)
            yield return new(new(blank.Number, 1), "here is something still to be filled in. Fill it in.");
    }

    // A goal may stand in the heading itself: RTO: 4 hours.
    private static bool IsFilled(MarkdownHeading heading, Markdown markdown, string requirement) =>
        (requirement == DisasterPlan && heading.Text.Any(char.IsDigit)) || markdown.Under(heading).Any(line => line.Any(char.IsLetterOrDigit));

    /// <summary>Whether the line has a mark of what is unfinished, other than as code.</summary>
    private static bool IsBlank(string line)
    {
        // The odd parts stand between backticks.
        var prose = string.Concat(line.Split('`').Where((_, i) => i % 2 == 0));
        return Blanks.Any(mark => IsWordIn(prose, mark)) || Placeholders.Any(mark => prose.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool IsWordIn(string line, string word)
    {
        for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (at + word.Length == line.Length || !char.IsLetterOrDigit(line[at + word.Length])))
                return true;
        }

        return false;
    }

    /// <summary>An API description is JSON or YAML that begins with its version, spec.openapis.org/oas.</summary>
    private static IEnumerable<Fault> ApiFaults(ReadDocument document)
    {
        var text = document.Text!;
        if (!text.TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            var first = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#' && line != "---");
            if (first is null || !IsVersion(first.Split(':')[0].Trim('"', '\'', ' ')))
                yield return new(new(1, 1), "the file is no OpenAPI description: JSON with a member 'openapi', or YAML that begins with it. Generate it from the app.");
            yield break;
        }

        Fault? fault = null;
        try
        {
            if (JsonValue.Parse(text) is var json && !json.Members.Any(member => IsVersion(member.Name)))
                fault = new(json.Position, "the file has no member 'openapi', so it is no OpenAPI description. Generate it from the app.");
        }
        catch (JsonFormatException e)
        {
            fault = new(e.Position, $"the API description is no JSON: {e.Reason}. Generate it again.");
        }

        if (fault is not null)
            yield return fault;
    }

    private static bool IsVersion(string member) => member is "openapi" or "swagger";

    private sealed record Fault(TextPosition Position, string Message);
}
