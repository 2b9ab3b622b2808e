using System.Text;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>
/// What a sign-off judges, as it is now: facts about the app and not its files, so that a change of white space or of the order of code makes
/// nobody sign again. Prices and settings are told by the beginning of a hash, never by what they hold.
/// </summary>
internal static class CurrentInputs
{
    private const int HashLength = 12;

    // What only the host knows may change without anybody here seeing it.
    public const string Unseen = "unseen";
    private const string Absent = "absent";

    /// <summary>The facts of a subject, sorted; null where what was read does not show them all.</summary>
    /// <param name="subject">One of <see cref="SignOffTerms.Subjects"/>.</param>
    /// <param name="terms">The terms that name the settings.</param>
    /// <param name="input">The app.</param>
    public static IReadOnlyList<string>? Of(string subject, SignOffTerms terms, GateInput input)
    {
        var facts = subject switch
        {
            SignOffTerms.Subjects.Events when input.HasAllLogs => input.Logs.SelectMany(log => log.EventHandlers).SelectMany(handler => handler.Types),
            SignOffTerms.Subjects.Instruments when input.HasAllLogs =>
                input.Logs.SelectMany(log => log.Telemetry).Where(part => part.Kind == TelemetryFact.Kinds.Instrument).Select(part => part.Name),
            SignOffTerms.Subjects.Prices when input.Configuration.IsComplete => Prices(input),
            SignOffTerms.Subjects.Settings when input.Configuration.IsComplete => terms.Settings.Select(setting => $"{setting}={Setting(setting, input)}"),
            _ => null,
        };
        return facts is null ? null : [.. facts.Where(fact => fact.Length > 0).Select(SecretMask.Apply).Distinct(StringComparer.Ordinal).OrderBy(fact => fact, StringComparer.Ordinal)];
    }

    /// <summary>All that a requirement judges; null where one subject cannot be told.</summary>
    public static SignedInputs? Of(Requirement requirement, GateInput input)
    {
        var terms = requirement.SignOff!;
        var subjects = terms.Judges.ToDictionary(subject => subject, subject => Of(subject, terms, input), StringComparer.Ordinal);
        return subjects.Values.Any(facts => facts is null) ? null : SignedInputs.Of(requirement.Id, subjects!);
    }

    private static IEnumerable<string> Prices(GateInput input)
    {
        if (input.Policy.Prices is not { } prices)
            return [];

        // The map of production first, then the settings that hold one price each, then what stands in for both.
        var plans = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        AddMap(prices.Section, PriceMap.Of(prices, input.Configuration));
        foreach (var price in prices.Required)
        {
            if (price.Setting is { } setting)
                Add(price.Plan, input.Configuration.TryGet(setting, out var value) && !value.IsMissing ? value : null, setting);
        }

        if (PriceMap.SharedOf(prices, input.Configuration) is { } shared)
            AddMap(prices.Shared!.Section, shared);
        return plans.Select(plan => $"{plan.Key}={plan.Value}");

        void AddMap(string section, PriceMap map)
        {
            if (map.Unseen is not null)
                Add("*", null, section);
            foreach (var entry in map.Entries)
                Add(entry.Key.Substring(section.Length + 1).Replace(':', '.'), entry, entry.Key);
        }

        void Add(string plan, ConfigurationValue? value, string setting)
        {
            if (!plans.ContainsKey(plan))
                plans.Add(plan, Told(value, setting, input));
        }
    }

    private static string Setting(string name, GateInput input)
    {
        var names = Catalogue.Instance.Aliases.TryGetValue(name, out var others) ? others.Prepend(name) : [name];
        foreach (var path in names.Select(SettingName.AsPath))
        {
            if (input.Configuration.TryGet(path, out var value) && !value.IsMissing)
                return Told(value, path, input);
        }

        return names.Any(other => input.Policy.DeferralOf(other) is not null || input.Configuration.Unseen(SettingName.AsPath(other), isVariable: false) is not null) ? Unseen : Absent;
    }

    private static string Told(ConfigurationValue? value, string setting, GateInput input) =>
        value is null || value.Reference is not null || value.IsStandIn || input.Policy.DeferralOf(setting) is not null || StripeSecret.FindAll(value.Value!).Count > 0
            ? Unseen
            : Sha256.Of(Encoding.UTF8.GetBytes(value.Value!.Trim())).Substring(0, HashLength);
}
