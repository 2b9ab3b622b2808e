using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// A setting that the code reads as a Stripe credential, with every place that reads it and what production has for it.
/// <paramref name="Value"/> is null when no published file sets it; <paramref name="Deferral"/> is readiness.json's entry for it, or null.
/// </summary>
internal sealed record RequiredSetting(
    string Name,
    string Source,
    IReadOnlyList<SettingUse> Uses,
    SettingOutcome Outcome,
    ConfigurationValue? Value,
    DeferredSetting? Deferral)
{
    public bool IsUsedAs(string role) => Uses.Any(use => use.Role == role);
}

/// <summary>What production has for a setting.</summary>
internal enum SettingOutcome
{
    /// <summary>A value stands in a published file and can be judged.</summary>
    Present,

    /// <summary>The value comes later, from the host, as a reference or readiness.json says; it is counted and never judged.</summary>
    Deferred,

    Missing,
}
