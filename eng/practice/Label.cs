using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Practice;

/// <summary>What a person found at a place: a fault that a rule should report, or code that rules must leave alone.</summary>
internal sealed partial record Label(string Repository, string Path, int Line, string Name, string Note)
{
    // Any of the rules will do. Keep it in step with the catalogue; a rule that does not exist yet is listed as such.
    private static readonly Dictionary<string, string[]> ReportedBy = new()
    {
        ["S_STRIPE_SOURCE"] = ["RDY1001", "RDY1002"],
        ["S_STRIPE_CONFIG"] = ["RDY1003"],
        ["S_CONST_NOPREFIX"] = ["RDY1002", "RDY2003"],
        ["S_OTHER"] = ["RDY1004"],
        ["W_PARSE_FIRST"] = ["RDY2001"],
        ["W_NO_VERIFY"] = ["RDY2002"],
        ["W_CONDITIONAL"] = ["RDY2003", "RDY2004"],
        ["W_SWALLOW"] = ["RDY2005"],
        ["W_BODY_ALTERED"] = ["RDY2006"],
        ["W_TOLERANCE"] = ["RDY2007"],
        ["W_AUTHORIZE"] = ["RDY2008"],
        ["W_APIVERSION_OFF"] = ["RDY2013"],
        ["E_UNKNOWN"] = ["RDY2009"],
        ["E_LITERAL"] = ["RDY2014"],
        ["I_NO_IDEMPOTENCY"] = ["RDY2011"],
        ["T_NONE"] = ["RDY3001"],
        ["T_CONSOLE"] = ["RDY3001", "RDY3003"],
        ["T_FAILURE_SILENT"] = ["RDY3002"],
    };

    private static readonly string[] Verification = ["RDY2001", "RDY2002", "RDY2003", "RDY2004", "RDY2005", "RDY2006"];

    private static readonly Dictionary<string, string[]> LeftAloneBy = new()
    {
        ["S_PLACEHOLDER"] = ["RDY1001", "RDY1003", "RDY1004"],
        ["W_OK"] = Verification,
        ["W_WRAPPED"] = Verification,
        ["T_OK"] = ["RDY3001", "RDY3002", "RDY3003"],
        ["I_OK"] = ["RDY2011"],
    };

    /// <summary>The rules of which at least one should report here; none if the code is right.</summary>
    public IReadOnlyList<string> Expected => ReportedBy.GetValueOrDefault(Name, []);

    /// <summary>The rules that must not report here. A NEG label's note names the fault that is not there: <c>rule W_TOLERANCE must …</c></summary>
    public IReadOnlyList<string> Forbidden => Name == "NEG" && NotThere().Match(Note).Groups["name"].Value is { Length: > 0 } name
        ? [.. ReportedBy.GetValueOrDefault(name, []), .. LeftAloneBy.GetValueOrDefault(name, [])]
        : LeftAloneBy.GetValueOrDefault(Name, []);

    public static IReadOnlyList<Label> Read(string file) =>
    [
        .. from line in File.ReadLines(file).Skip(1)
           let cells = line.Split('\t')
           where cells.Length >= 5
           select new Label(cells[0], cells[2], int.Parse(cells[3]), cells[4], cells.ElementAtOrDefault(5) ?? ""),
    ];

    [GeneratedRegex(@"^rule (?<name>\w+) must")]
    private static partial Regex NotThere();
}
