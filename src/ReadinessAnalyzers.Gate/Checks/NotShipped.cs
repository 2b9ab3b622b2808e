using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8017: a secret, a password in a connection string, and what readiness.json says besides, comes from the host and not from a published file.</summary>
internal sealed class NotShipped : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from value in readiness.Demanded<NotShippedDemand>().SelectMany(setting => setting.Values).Concat(Passwords(readiness)).Distinct()
        where value.Origin.Ships && StripeSecret.FindAll(value.Value!).Count == 0 // of which RDY8006 and others speak
        select GateRules.ShippedSetting.At(
            value.Position,
            $"'{value.Key}' is set in a file that is published with the app, so whoever has the app has the value. "
                + "Remove it here, change it if it is a secret, and let the host supply it.");

    private static IEnumerable<ConfigurationValue> Passwords(Readiness readiness) =>
        from setting in readiness.Demanded<ConnectionDemand>()
        where ConnectionText.Parse(setting.Text, setting.Demand.Server)?.HasPassword == true
        select setting.Value;
}
