namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// The smallest readiness.json that answers what the gate asks of an app: every missing setting is deferred, and the plans that
/// production already maps to prices are required from now on.
/// </summary>
internal sealed record PolicyDraft(IReadOnlyList<string> Deferred, RequiredPrices? Prices)
{
    private const string Schema =
        "https://raw.githubusercontent.com/ReadinessAnalyzers/ReadinessAnalyzers/main/src/ReadinessAnalyzers.Package/schema/readiness.schema.json";

    public static PolicyDraft For(Readiness readiness)
    {
        var missing = readiness.SettingsThatAre(SettingOutcome.Missing).Select(setting => setting.Name);
        var prices = readiness.Input.Policy.Prices is null ? PriceSection.Find(readiness.Input) : null;
        return new([.. missing.Distinct(StringComparer.OrdinalIgnoreCase)], prices);
    }

    public bool IsEmpty => Deferred.Count == 0 && Prices is null;

    public string ToJson() => "{\n" + string.Join(",\n", new[] { $"  \"$schema\": {JsonText.Quote(Schema)}" }.Concat(Members())) + "\n}\n";

    /// <summary>The members without the braces around them, for somebody who adds them to a file that exists.</summary>
    public IEnumerable<string> Members()
    {
        if (Prices is { Section: "Stripe:Prices" } usual)
            yield return $"  \"prices\": {List(usual)}";
        else if (Prices is { } other)
            yield return $"  \"prices\": {{ \"section\": {JsonText.Quote(other.Section)}, \"required\": {List(other)} }}";

        var deferred = string.Join(",\n", Deferred.Select(name => $"    {JsonText.Quote(name)}: \"set by the host\""));
        if (Deferred.Count > 0)
            yield return "  \"deferred\": {\n" + deferred + "\n  }";
    }

    private static string List(RequiredPrices prices) => $"[{string.Join(", ", prices.Required.Select(price => JsonText.Quote(price.Plan)))}]";
}
