using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>Writes a sign-off as the reader reads it: the same record always as the same text.</summary>
internal static class SignOffText
{
    private const string Schema =
        "https://raw.githubusercontent.com/ReadinessAnalyzers/ReadinessAnalyzers/main/src/ReadinessAnalyzers.Package/schema/signoff.schema.json";

    public static string Of(SignOff signOff)
    {
        var members = new List<string>
        {
            Member("$schema", Schema),
            Member("id", signOff.Id),
            Member("result", SignOffReader.Results[(int)signOff.Result]),
            Member("by", signOff.By),
        };
        if (signOff.Role.Length > 0)
            members.Add(Member("role", signOff.Role));
        members.Add(Member("on", SignOffAges.Day(signOff.On)));
        if (signOff.Expires is { } expires)
            members.Add(Member("expires", SignOffAges.Day(expires)));
        if (signOff.Release.Length > 0)
            members.Add(Member("release", signOff.Release));
        if (signOff.Reason.Length > 0)
            members.Add(Member("reason", signOff.Reason));
        if (signOff.Evidence.Count > 0)
            members.Add("\"evidence\": " + Lines('[', signOff.Evidence.Select(TextOf), ']', "  "));
        if (signOff.Inputs is { } inputs)
            members.Add("\"inputs\": " + Lines('{', [Member("hash", inputs.Hash), .. SubjectsOf(inputs)], '}', "  "));
        return Lines('{', members, '}', "") + "\n";
    }

    private static IEnumerable<string> SubjectsOf(SignedInputs inputs) =>
        from subject in SignOffTerms.AllSubjects
        where inputs.Subjects.ContainsKey(subject)
        let facts = inputs.Subjects[subject]
        select $"\"{subject}\": " + (facts.Count == 0 ? "[]" : Lines('[', facts.Select(JsonText.Quote), ']', "    "));

    private static string TextOf(Evidence evidence) => evidence.File.Length > 0
        ? $"{{ {Member("file", evidence.File)}, {Member("sha256", evidence.Sha256)} }}"
        : $"{{ {Member("link", evidence.Link)} }}";

    // A line each, so that a review shows what is new.
    private static string Lines(char open, IEnumerable<string> items, char close, string indent) =>
        $"{open}\n{string.Join(",\n", items.Select(item => $"{indent}  {item}"))}\n{indent}{close}";

    private static string Member(string name, string value) => $"\"{name}\": {JsonText.Quote(value)}";
}
