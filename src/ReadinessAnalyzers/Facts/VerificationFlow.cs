using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// What has happened to the request on the way to a point in an endpoint: a set of bits, joined by OR, so that a bit speaks of some path
/// and its absence of every path.
/// </summary>
[Flags]
internal enum Verification
{
    None = 0,

    /// <summary>On some path no signature was checked.</summary>
    Unverified = 1,

    /// <summary>On some path the signature was checked and held.</summary>
    Verified = 2,

    /// <summary>On some path the check failed and its exception was caught.</summary>
    FailedCheck = 4,
}

/// <summary>The bits, and those events that were parsed without a check and have not been vouched for since, by number.</summary>
internal readonly record struct VerificationState(Verification Paths, ulong Unvouched);

/// <summary>Follows verification through an endpoint.</summary>
/// <param name="events">Which calls verify.</param>
/// <param name="parses">The calls that parse the request's body into an event without a check; the bit of each is its index.</param>
/// <param name="entry">Events that are there from the start: bound to a parameter by the framework.</param>
internal sealed class VerificationFlow(StripeEvents events, IReadOnlyDictionary<SyntaxNode, int> parses, ulong entry) : FlowProblem<VerificationState>
{
    public override VerificationState Entry => new(Verification.Unverified, entry);

    public override VerificationState Join(VerificationState left, VerificationState right) =>
        new(left.Paths | right.Paths, left.Unvouched | right.Unvouched);

    public override VerificationState After(IOperation operation, VerificationState before)
    {
        if (operation is not IInvocationOperation call)
            return before;
        if (events.IsVerification(call.TargetMethod))
            return new VerificationState(Verification.Verified, 0);
        return parses.TryGetValue(call.Syntax, out var number) && before.Paths != Verification.Verified
            ? before with { Unvouched = before.Unvouched | (1UL << number) }
            : before;
    }

    public override VerificationState Thrown(IOperation operation, VerificationState before) =>
        operation is IInvocationOperation call && events.IsVerification(call.TargetMethod)
            ? before with { Paths = before.Paths | Verification.FailedCheck }
            : before;
}
