using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: a text is one of those that readiness.json allows, and none of those that it refuses.</summary>
internal sealed class TextSetting : ICheck
{
    private const int MostListed = 10;
    private const int LongestText = 1_000;

    public IEnumerable<Finding> Run(Readiness readiness) =>
        from setting in readiness.Demanded<TextDemand>()
        from value in setting.Values
        let fault = FaultOf(setting.Demand, value.Value!.Trim())
        where fault is not null
        select GateRules.SettingValue.At(value.Position, $"'{value.Key}' {fault}");

    // Which of the refused texts it is would tell the value.
    private static string? FaultOf(TextDemand demand, string text) =>
        demand.OneOf.Count > 0 && !IsAnyOf(demand.OneOf, text) ? $"does not hold {Describe(demand.OneOf)}, which readiness.json requires. Set it so."
            : IsAnyOf(demand.Not, text) ? "holds a text that readiness.json refuses in production. Set the one that is meant for production."
            : null;

    private static bool IsAnyOf(IReadOnlyList<string> texts, string text) => text.Length <= LongestText && texts.Any(pattern => NamePattern.Matches(pattern, text));

    private static string Describe(IReadOnlyList<string> texts) =>
        string.Join(" or ", texts.Take(MostListed).Select(text => $"'{text}'")) + (texts.Count > MostListed ? " or another of the list" : "");
}
