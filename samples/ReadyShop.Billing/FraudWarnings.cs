using System.Collections.Concurrent;
using Stripe.Radar;

namespace ReadyShop.Billing;

/// <param name="Actionable">Whether a refund now still avoids a dispute.</param>
/// <param name="Status">What became of it: <c>open</c>, <c>refunded</c> or <c>ignored</c>.</param>
public sealed record FraudWarning(string Id, string ChargeId, string FraudType, bool Actionable, string Status);

/// <summary>The warnings that Stripe sent. A shop with more than one instance keeps them in its database.</summary>
public sealed class FraudWarnings
{
    private readonly ConcurrentDictionary<string, FraudWarning> _byId = new();

    public IEnumerable<FraudWarning> All => _byId.Values.OrderBy(warning => warning.Id, StringComparer.Ordinal);

    public FraudWarning? Find(string id) => _byId.GetValueOrDefault(id);

    internal void Add(EarlyFraudWarning warning) =>
        _byId[warning.Id] = new(warning.Id, warning.ChargeId, warning.FraudType, warning.Actionable, Status: "open");

    internal FraudWarning Set(FraudWarning warning, string status) => _byId[warning.Id] = warning with { Status = status };
}
