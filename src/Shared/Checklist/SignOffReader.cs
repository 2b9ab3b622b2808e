using System.Globalization;

namespace ReadinessAnalyzers.Checklist;

/// <summary>
/// Reads a sign-off: a text goes in, a record comes out, or what is wrong with it, each fault at its place. The gate and the editor say
/// the same, since both ask here.
/// </summary>
internal sealed class SignOffReader
{
    /// <summary>Where the records stand, as seen from the folder of readiness.json.</summary>
    public const string Folder = "readiness/signoffs";

    public const string Extension = ".json";

    /// <summary>The form of a day.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>What a record may have.</summary>
    public static readonly IReadOnlyList<string> Members =
        ["$schema", "id", "result", "by", "role", "on", "expires", "release", "reason", "evidence", "inputs"];

    /// <summary>What a piece of evidence may have.</summary>
    public static readonly IReadOnlyList<string> EvidenceMembers = ["file", "sha256", "link"];

    /// <summary>What the inputs may have.</summary>
    public static readonly IReadOnlyList<string> InputMembers = ["hash", .. SignOffTerms.AllSubjects];

    /// <summary>The values of <c>result</c>.</summary>
    public static readonly IReadOnlyList<string> Results = ["passed", "waived"];

    private const int LastYear = 9_000;
    private const int LongestText = 1_000;
    private const int MostItems = 1_000;
    private const int MostProblems = 50;

    private readonly string _name;
    private readonly List<SignOffProblem> _problems = [];
    private readonly Dictionary<string, JsonValue> _values = new(StringComparer.Ordinal);
    private readonly List<Evidence> _evidence = [];
    private Requirement? _requirement;
    private SignOffResult? _result;
    private SignedInputs? _inputs;
    private DateTime? _on;
    private DateTime? _expires;
    private string _by = "", _role = "", _release = "", _reason = "";

    private SignOffReader(string name) => _name = name;

    /// <param name="fileName">The name of the file, which is that of the requirement: <c>QA-06.json</c>.</param>
    /// <param name="text">What stands in it.</param>
    public static SignOffReading Read(string fileName, string text)
    {
        var name = fileName.EndsWith(Extension, StringComparison.Ordinal) ? fileName.Substring(0, fileName.Length - Extension.Length) : fileName;
        var reader = new SignOffReader(name);
        SignOff? record = null;
        try
        {
            record = reader.ReadRecord(JsonValue.Parse(text));
        }
        catch (JsonFormatException e)
        {
            reader.Complain(e.Position, $"The sign-off is not JSON: {e.Reason}.");
        }

        return new(name, record, reader._problems);
    }

    /// <summary>The day that a text names, of a year that leaves room to count on; null for any other text.</summary>
    public static DateTime? ReadDay(string text) =>
        DateTime.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < LastYear ? day : null;

    private SignOff? ReadRecord(JsonValue json)
    {
        foreach (var member in MembersOf(json, "A sign-off", Members))
        {
            var value = _values[member.Name] = member.Value;
            switch (member.Name)
            {
                case "$schema": TextOf(value, "'$schema'"); break;
                case "id": ReadId(value); break;
                case "result": ReadResult(value); break;
                case "by": _by = TextOf(value, "'by'") ?? ""; break;
                case "role": ReadRole(value); break;
                case "on": _on = DayOf(value, "on"); break;
                case "expires": _expires = DayOf(value, "expires"); break;
                case "release": _release = TextOf(value, "'release'") ?? ""; break;
                case "reason": _reason = TextOf(value, "'reason'") ?? ""; break;
                case "evidence": ReadEvidence(value); break;
                case "inputs": ReadInputs(value); break;
            }
        }

        if (json.Kind == JsonKind.Object)
            RefuseWhatLacks(json.Position);
        if (_expires < _on)
            Complain(_values["expires"].Position, "'expires' is a day before 'on', so the sign-off never held.");

        return _problems.Count > 0 ? null : new(_requirement!, _result!.Value, _by, _on!.Value)
        {
            Role = _role,
            Expires = _expires,
            Release = _release,
            Reason = _reason,
            Evidence = _evidence,
            Inputs = _inputs,
            Values = _values,
        };
    }

    private void RefuseWhatLacks(TextPosition start)
    {
        var isWaiver = _result == SignOffResult.Waived;
        Need("id", "the requirement that is signed");
        Need("result", "'passed' or 'waived'");
        Need("by", "who signs");
        Need("on", "the day of the signature");
        if (isWaiver)
        {
            Need("reason", "why it is put off");
            Need("expires", "the last day for which it is put off");
        }
        else if (_result is not null && _requirement?.SignOff is { Judges.Count: > 0 } terms)
        {
            Need("inputs", "what of the app was judged");
            var missing = _inputs is null ? [] : terms.Judges.Where(subject => !_inputs.Subjects.ContainsKey(subject)).ToArray();
            if (missing.Length > 0)
                Complain(_values["inputs"].Position, $"'inputs' lacks '{string.Join("', '", missing)}', which {_requirement.Id} judges. {WriteAnew}");
        }

        void Need(string member, string what)
        {
            if (!_values.ContainsKey(member))
                Complain(start, $"The sign-off lacks '{member}', {what}.{(member == "inputs" ? " " + WriteAnew : "")}");
        }
    }

    private string WriteAnew => $"Let 'dotnet msbuild -t:ReadinessSignOff -p:Id={_name}' write the record.";

    private void ReadId(JsonValue value)
    {
        if (TextOf(value, "'id'") is not { } id)
            return;

        if (Catalogue.Instance.Find(id) is not { } requirement)
            Complain(value.Position, $"There is no requirement '{id}'; {NearestName.Advice(id, Catalogue.Instance.Ids)}");
        else if (id != _name)
            Complain(value.Position, $"This is the sign-off of {id} in the file of '{_name}'. A signature counts for the requirement that it was given for: sign {_name} itself.");
        else if (requirement.SignOff is null)
            Complain(value.Position, $"{NotSigned(requirement)} Remove this file.");
        else
            _requirement = requirement;
    }

    /// <summary>What to say to somebody who signs what the build decides by itself.</summary>
    public static string NotSigned(Requirement requirement) => $"{requirement.Id} ({requirement.Title}) is not signed: {DeciderOf(requirement)}.";

    private static string DeciderOf(Requirement requirement) => requirement switch
    {
        { IsPlanned: true } => "nothing decides it yet, so it is listed as not enforced",
        { IsSum: true } => "it is the sum of all others",
        { IsDecidedByTests: true } => "the results of the tests decide it",
        { Rules.Count: > 0 } => $"{string.Join(", ", requirement.Rules)} decide{(requirement.Rules.Count == 1 ? "s" : "")} it",
        _ => "the settings of production decide it",
    };

    private void ReadResult(JsonValue value)
    {
        if (TextOf(value, "'result'") is not { } result)
            return;

        if (Results.Contains(result))
            _result = result == Results[0] ? SignOffResult.Passed : SignOffResult.Waived;
        else
            Complain(value.Position, $"There is no result '{result}'; {NearestName.Advice(result, Results)} What does not apply is left out in readiness.json, \"requirements\": {{ \"{_name}\": \"skip: reason\" }}.");
    }

    private void ReadRole(JsonValue value)
    {
        if (TextOf(value, "'role'") is not { } role)
            return;

        if (SignOffTerms.Roles.Contains(role))
            _role = role;
        else
            Complain(value.Position, $"There is no role '{role}'; {NearestName.Advice(role, SignOffTerms.Roles)}");
    }

    private DateTime? DayOf(JsonValue value, string member)
    {
        if (TextOf(value, $"'{member}'") is not { } text)
            return null;

        var day = ReadDay(text);
        if (day is null)
            Complain(value.Position, $"'{member}' must be a day that there is, such as 2026-06-15.");
        return day;
    }

    private void ReadEvidence(JsonValue list)
    {
        foreach (var piece in ItemsOf(list, "'evidence'", "{ \"file\": \"…\", \"sha256\": \"…\" } and { \"link\": \"https://…\" }"))
        {
            string? file = null, hash = null, link = null;
            var before = _problems.Count;
            foreach (var member in MembersOf(piece, "A piece of evidence", EvidenceMembers))
            {
                switch (member.Name)
                {
                    case "file": file = TextOf(member.Value, "'file'"); break;
                    case "sha256": hash = HashOf(member.Value, "sha256"); break;
                    case "link": link = TextOf(member.Value, "'link'"); break;
                }
            }

            if (_problems.Count > before)
                continue;
            if ((file is null) == (link is null) || (file is null) != (hash is null))
                Complain(piece.Position, "A piece of evidence is a 'file' with its 'sha256', or a 'link'.");
            else
                _evidence.Add(new(file ?? "", hash ?? "", link ?? "", piece.Position));
        }
    }

    private void ReadInputs(JsonValue json)
    {
        string? hash = null;
        var (before, lists) = (_problems.Count, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        foreach (var member in MembersOf(json, "'inputs'", InputMembers))
        {
            if (member.Name == "hash")
                hash = HashOf(member.Value, "hash");
            else
                lists[member.Name] = [.. ItemsOf(member.Value, $"'{member.Name}'", "texts").Select(item => TextOf(item, $"An item of '{member.Name}'")).OfType<string>()];
        }

        if (_problems.Count == before && hash is null)
            Complain(json.Position, $"'inputs' lacks 'hash'. {WriteAnew}");
        else if (_problems.Count == before)
            _inputs = new(hash!, lists);
    }

    private string? HashOf(JsonValue value, string member)
    {
        if (TextOf(value, $"'{member}'") is not { } text)
            return null;
        if (Sha256.IsHash(text))
            return text;

        Complain(value.Position, $"'{member}' must be a SHA-256: {Sha256.Length} of the characters 0 to 9 and a to f.");
        return null;
    }

    /// <summary>The object's members of these names, each at most once; a problem for every other one.</summary>
    private IEnumerable<JsonMember> MembersOf(JsonValue value, string what, IReadOnlyList<string> known)
    {
        if (value.Kind != JsonKind.Object)
            Complain(value.Position, $"{what} must be an object.");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members.TakeWhile(_ => _problems.Count < MostProblems))
        {
            if (!known.Contains(member.Name))
                Complain(member.NamePosition, $"{what} has no member '{member.Name}'; {NearestName.Advice(member.Name, known)}");
            else if (!seen.Add(member.Name))
                Complain(member.NamePosition, $"'{member.Name}' stands twice; keep one of the two.");
            else
                yield return member;
        }
    }

    private IReadOnlyList<JsonValue> ItemsOf(JsonValue value, string what, string items)
    {
        if (value.Kind == JsonKind.Array && value.Items.Count <= MostItems)
            return value.Items;

        Complain(value.Position, value.Kind == JsonKind.Array ? $"{what} has more than {MostItems} items." : $"{what} must be a list of {items}.");
        return [];
    }

    private string? TextOf(JsonValue value, string what)
    {
        if (value.Kind == JsonKind.String && !string.IsNullOrWhiteSpace(value.Text) && value.Text.Length <= LongestText && !value.Text.Any(char.IsControl))
            return value.Text;

        Complain(value.Position, value.Text.Length > LongestText
            ? $"{what} is longer than {LongestText} characters."
            : $"{what} must be a text of one line that is not empty.");
        return null;
    }

    // The editor reads at each keystroke, and who has so many problems corrects some before asking for the rest.
    private void Complain(TextPosition position, string message)
    {
        if (_problems.Count < MostProblems)
            _problems.Add(new(position, message));
    }
}

/// <summary>A sign-off as it was read: the record, or what is wrong with it.</summary>
/// <param name="Id">The requirement that the file is named after, whatever stands in it.</param>
/// <param name="Record">Null if there is a problem.</param>
/// <param name="Problems">In the order of the text, as far as one fault lets others be seen.</param>
internal sealed record SignOffReading(string Id, SignOff? Record, IReadOnlyList<SignOffProblem> Problems);

/// <summary>A fault of a sign-off, and where it stands. The message quotes names and days and no other text.</summary>
internal sealed record SignOffProblem(TextPosition Position, string Message);
