using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>DSH-01: the account can take live payments.</summary>
/// <remarks>docs.stripe.com/api/accounts/object: <c>charges_enabled</c>; an account has no <c>livemode</c>. Connected accounts may be in the export too.</remarks>
internal sealed class ExportedAccount() : ExportedObjects(SignOffTerms.StripeExports.Accounts, StripeObject.Account)
{
    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        var ready = objects.FirstOrDefault(account => account.IsTrue("charges_enabled"));
        if (ready is null)
            tell(objects[0].PositionOf("charges_enabled"), "the account cannot take payments. Activate it in Stripe");
        return ready;
    }
}
