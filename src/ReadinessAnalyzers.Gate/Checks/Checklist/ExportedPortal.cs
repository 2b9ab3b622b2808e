using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>DSH-02: the portal lets customers change their card, see invoices and cancel, and gives no credit for a downgrade in mid-cycle.</summary>
/// <remarks>
/// docs.stripe.com/api/customer_portal/configurations/object. <c>create_prorations</c> and <c>always_invoice</c> credit what is left of the dearer plan,
/// unless <c>schedule_at_period_end</c> puts such changes off until the period's end.
/// </remarks>
internal sealed class ExportedPortal() : ExportedObjects(SignOffTerms.StripeExports.PortalConfigurations, StripeObject.PortalConfiguration)
{
    private const string ConfigurationId = "CFG-25";

    private static readonly (string Feature, string What)[] Needed =
    [
        ("payment_method_update", "change their card"),
        ("invoice_history", "see their invoices"),
        ("subscription_cancel", "cancel"),
    ];

    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        var live = Live(objects, tell);
        if (live.Count == 0)
            return null;

        StripeObject? portal;
        if (ValuesFor(ConfigurationId, readiness).FirstOrDefault() is { } id)
        {
            portal = live.FirstOrDefault(configuration => configuration.Text("id") == id.Value!.Trim());
            if (portal is null)
                tell(id.Position, $"the export has no live portal configuration with the id that '{id.Key}' holds. Correct the id, or export the configurations again");
        }
        else
        {
            portal = live.FirstOrDefault(configuration => configuration.IsTrue("is_default")) ?? (live.Count == 1 ? live[0] : null);
        }

        if (portal is null)
            return null;
        if (!portal.IsTrue("active"))
            tell(portal.PositionOf("active"), "the portal configuration is not active. Activate it in Stripe");
        foreach (var (feature, what) in Needed)
        {
            if (!portal.IsTrue($"features.{feature}.enabled"))
                tell(portal.PositionOf($"features.{feature}.enabled"), $"customers cannot {what} in the portal ('{feature}'). Switch it on in Stripe");
        }

        if (portal.IsTrue("features.subscription_update.enabled") && CreditsDowngrade(portal))
        {
            tell(
                portal.PositionOf("features.subscription_update.proration_behavior"),
                "a customer who goes to a cheaper plan in mid-cycle gets a credit ('proration_behavior'). Choose none in Stripe, or put such changes off to the end of the period");
        }

        return portal;
    }

    private static bool CreditsDowngrade(StripeObject portal) =>
        portal.Text("features.subscription_update.proration_behavior") is "create_prorations" or "always_invoice"
        && portal.Member("features.subscription_update.schedule_at_period_end.conditions")?.Items.Any(condition =>
            condition.Members.Any(member => member.Name == "type" && member.Value.Text == "decreasing_item_amount")) != true;
}
