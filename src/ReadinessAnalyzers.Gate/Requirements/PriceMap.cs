using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// The prices under a section: each below it, flat or nested, or all in its own value as JSON, as a variable such as
/// <c>STRIPE_PLAN_PRICE_MAPPING</c> has them.
/// </summary>
internal sealed class PriceMap
{
    private readonly string _section;
    private readonly List<ConfigurationValue> _entries = [];
    private readonly Dictionary<string, ConfigurationValue> _byKey = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="section">The section, which need not exist.</param>
    /// <param name="values">Where to look.</param>
    /// <param name="except">Sections below it that are maps of their own.</param>
    public PriceMap(string section, IEnumerable<ConfigurationValue> values, params string?[] except)
    {
        _section = section;
        foreach (var value in values.Where(value => !value.IsMissing))
        {
            if (value.Key.Equals(section, StringComparison.OrdinalIgnoreCase))
                AddInline(value);
            else if (SettingName.IsBelow(value.Key, section) && !except.Any(other => other is not null && SettingName.IsBelow(value.Key + ":", other) && SettingName.IsBelow(other, section)))
                Add(value);
        }
    }

    /// <summary>The map that production sells by.</summary>
    public static PriceMap Of(RequiredPrices prices, EffectiveConfiguration configuration) =>
        new(prices.Section, configuration.Values, prices.Test, prices.Shared?.Section);

    /// <summary>The map for whatever mode; null if readiness.json names none.</summary>
    public static PriceMap? SharedOf(RequiredPrices prices, EffectiveConfiguration configuration) =>
        prices.Shared is { Section: var section } ? new(section, configuration.Values, prices.Section, prices.Test) : null;

    /// <summary>A price each, in the order of their places; references too.</summary>
    public IEnumerable<ConfigurationValue> Entries => _entries.OrderBy(value => value.Position);

    /// <summary>The value of the section if it is no JSON object.</summary>
    public ConfigurationValue? Broken { get; private set; }

    /// <summary>The value of the section if the whole map comes from where nobody can look.</summary>
    public ConfigurationValue? Unseen { get; private set; }

    public bool Maps(string plan) => PriceOf(plan) is not null;

    /// <summary>The price of the plan, or the value that stands for the whole map; null if there is none.</summary>
    public ConfigurationValue? PriceOf(string plan) =>
        KeysOf(_section, plan).Select(key => _byKey.TryGetValue(key, out var price) ? price : null).FirstOrDefault(price => price is not null) ?? Unseen ?? Broken;

    /// <summary>A plan may stand flat, <c>"pro.monthly": "price_…"</c>, or nested, <c>"pro": { "monthly": "price_…" }</c>.</summary>
    public static IEnumerable<string> KeysOf(string section, string plan) => [$"{section}:{plan}", $"{section}:{plan.Replace('.', ':')}"];

    private void AddInline(ConfigurationValue value)
    {
        if (value.Reference is not null || value.IsStandIn)
        {
            Unseen = value with { Reference = value.Reference ?? "known by its fingerprint alone" };
            return;
        }

        try
        {
            var map = JsonValue.Parse(value.Value!);
            if (map.Kind == JsonKind.Object)
                AddMembers(map, value, _section);
            else
                Broken = value;
        }
        catch (JsonFormatException)
        {
            Broken = value;
        }
    }

    private void AddMembers(JsonValue map, ConfigurationValue value, string prefix)
    {
        foreach (var member in map.Members)
        {
            var key = $"{prefix}:{member.Name}";
            AddMembers(member.Value, value, key);
            var entry = value with { Key = key, Value = member.Value.Text };
            if (member.Value.Kind != JsonKind.Object && !entry.IsMissing)
                Add(entry);
        }
    }

    private void Add(ConfigurationValue entry)
    {
        _entries.Add(entry);
        _byKey[entry.Key] = entry;
    }
}
