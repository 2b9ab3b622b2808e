using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Rules.Facts;

/// <summary>
/// RDY0001: this line reads that setting as a Stripe credential or price. The gate asks whether the setting exists in production.
/// </summary>
internal static class StripeSettingRead
{
    public static DiagnosticDescriptor Descriptor { get; } = Descriptors.Fact(
        SettingFact.Id,
        "Setting is read for Stripe",
        "'{0}' is read as {1}");

    /// <summary>One fact for each setting, role and place, ordered by path and position.</summary>
    public static IEnumerable<Diagnostic> Among(IEnumerable<StripeInput> uses) => uses
        .SelectMany(ReadsOf)
        .Where(read => !IsSecret(read.Setting.Name))
        .GroupBy(read => (read.Role, read.Setting.Name, read.Setting.Source, read.Setting.Location))
        .OrderBy(same => same.Key.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(same => same.Key.Location.SourceSpan)
        .ThenBy(same => same.Key.Name, StringComparer.Ordinal)
        .ThenBy(same => same.Key.Role, StringComparer.Ordinal)
        .Select(same => Fact(
            same.Key.Role, same.First().Setting, StrictestFallback(same.Select(read => read.Setting.Fallback)), same.First().Alternatives));

    private static IEnumerable<(string Role, Origin.Setting Setting, string Alternatives)> ReadsOf(StripeInput input) => input.Origins.Settings
        .Select(setting => (input.Role, setting, Alternatives(setting, input)))
        .Concat(input.Role == SettingFact.Roles.PriceId ? input.Origins.Picks.Select(MapOf) : []);

    private static (string, Origin.Setting, string) MapOf(Origin.Pick pick) =>
        (SettingFact.Roles.PriceMap, new Origin.Setting(pick.Location, pick.Path, SettingFact.Sources.Configuration), "");

    private static string Alternatives(Origin.Setting setting, StripeInput use) => string.Join(
        "|", use.Origins.Settings.Select(other => other.Name).Where(name => name != setting.Name).Distinct(StringComparer.Ordinal));

    // configuration["sk_live_…"]: a key where its setting's name belongs is RDY1001; a fact would carry it into every log.
    private static bool IsSecret(string name) => StripeSecret.FindAll(name).Any();

    // One read may serve several uses; a use without a fall-back decides what must be there.
    private static string StrictestFallback(IEnumerable<string> fallbacks)
    {
        var all = fallbacks.ToImmutableHashSet();
        return all.Contains(SettingFact.Fallbacks.None) ? SettingFact.Fallbacks.None
            : all.Contains(SettingFact.Fallbacks.Empty) ? SettingFact.Fallbacks.Empty
            : all.Contains(SettingFact.Fallbacks.Setting) ? SettingFact.Fallbacks.Setting
            : SettingFact.Fallbacks.Other;
    }

    private static Diagnostic Fact(string role, Origin.Setting setting, string fallback, string alternatives)
    {
        // People do paste a key where its name belongs.
        var name = SecretMask.Apply(setting.Name);
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(SettingFact.Setting, name)
            .Add(SettingFact.Role, role)
            .Add(SettingFact.Source, setting.Source)
            .Add(SettingFact.Fallback, fallback);
        if (fallback == SettingFact.Fallbacks.Setting)
            properties = properties.Add(SettingFact.Alternatives, SecretMask.Apply(alternatives));
        return Diagnostic.Create(Descriptor, setting.Location, properties, name, InWords(role));
    }

    private static string InWords(string role) => role switch
    {
        SettingFact.Roles.SecretKey => "Stripe secret key",
        SettingFact.Roles.WebhookSecret => "Stripe webhook secret",
        SettingFact.Roles.ClientId => "Stripe Connect client id",
        SettingFact.Roles.PriceId => "Stripe price id",
        SettingFact.Roles.PriceMap => "map of Stripe price ids",
        _ => "Stripe publishable key",
    };
}
