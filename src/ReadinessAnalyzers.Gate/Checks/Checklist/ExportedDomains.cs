using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>DSH-05: the app's domain is registered for wallets, and Apple Pay works there.</summary>
/// <remarks>docs.stripe.com/api/payment_method_domains/object: <c>enabled</c>, <c>domain_name</c>, and a <c>status</c> for each wallet, active or inactive.</remarks>
internal sealed class ExportedDomains() : ExportedObjects(SignOffTerms.StripeExports.PaymentMethodDomains, StripeObject.PaymentMethodDomain)
{
    private const string PublicUrl = "CFG-08";

    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        var live = Live(objects, tell);
        var address = ValuesFor(PublicUrl, readiness).FirstOrDefault(value => WebAddressOf(value.Value) is not null);
        if (live.Count == 0 || address is null)
            return null;

        var host = WebAddressOf(address.Value)!.Host;
        if (live.FirstOrDefault(item => host.Equals(item.Text("domain_name"), StringComparison.OrdinalIgnoreCase)) is not { } domain)
        {
            tell(live[0].PositionOf("domain_name"), $"the host that '{address.Key}' holds is not registered, so no wallet is shown. Register it in Stripe");
            return null;
        }

        if (!domain.IsTrue("enabled"))
            tell(domain.PositionOf("enabled"), "the domain is not enabled, so no wallet is shown. Enable it in Stripe");
        else if (domain.Text("apple_pay.status") != "active")
            tell(domain.PositionOf("apple_pay.status"), "Apple Pay is not active for the domain. Serve Stripe's file under /.well-known and have the domain validated");
        return domain;
    }
}
