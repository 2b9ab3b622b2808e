using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>DSH-04: Stripe has all that it needs to compute tax.</summary>
/// <remarks>docs.stripe.com/api/tax/settings/object: <c>status</c> is active, or pending while something is missing.</remarks>
internal sealed class ExportedTaxSettings() : ExportedObjects(SignOffTerms.StripeExports.TaxSettings, StripeObject.TaxSettings)
{
    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        var live = Live(objects, tell);
        if (live.Count > 0 && live[0].Text("status") != "active")
            tell(live[0].PositionOf("status"), "the tax settings are not active, so no tax is computed. Complete them in Stripe, where 'status_details' says what is missing");
        return live.FirstOrDefault();
    }
}
