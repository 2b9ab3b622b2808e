using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>DSH-01: the account can take live payments.</summary>
/// <remarks>docs.stripe.com/api/accounts/object: <c>charges_enabled</c>; an account has no <c>livemode</c>.</remarks>
internal sealed class ExportedAccount() : ExportedObjects(SignOffTerms.StripeExports.Accounts, StripeObject.Account)
{
    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        // Of several that disagree nobody knows which is the team's own.
        var ready = objects.Where(account => account.IsTrue("charges_enabled")).ToArray();
        if (ready.Length == 0)
            tell(objects[0].PositionOf("charges_enabled"), "the account cannot take payments. Activate it in Stripe");
        return ready.Length == objects.Count ? ready[0] : null;
    }
}
