using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

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

    /// <summary>On some path the signature was checked and held, or needs no check: the path is taken in development only.</summary>
    Verified = 2,
}

/// <summary>What is known at a point in an endpoint: how the request was verified on the way, and what its events lack.</summary>
/// <param name="Paths">How the paths to this point verified.</param>
/// <param name="Unvouched">The events that were parsed without a check and that no check has vouched for since, by number.</param>
/// <param name="Events">Who holds which events.</param>
internal readonly record struct VerificationState(Verification Paths, ulong Unvouched, EventTaint Events);

/// <summary>Follows verification, and the events that lack it, through an endpoint.</summary>
/// <param name="calls">What the calls of the endpoint do.</param>
/// <param name="holders">What holds values in it.</param>
/// <param name="bound">What is there from the start: the parameters that the framework binds to the body. They have the first numbers.</param>
/// <param name="parses">The calls and properties that make an object of the request's body without a check, with their numbers.</param>
internal sealed class VerificationFlow(
    EndpointCalls calls, Holders holders, IReadOnlyList<IParameterSymbol> bound, IReadOnlyDictionary<IOperation, int> parses)
    : FlowProblem<VerificationState>
{
    public override VerificationState Entry
    {
        get
        {
            var events = default(EventTaint);
            for (var number = 0; number < bound.Count; number++)
                events = events.With(bound[number], 1UL << number);
            return new VerificationState(Verification.Unverified, (1UL << bound.Count) - 1, events);
        }
    }

    public override VerificationState Join(VerificationState left, VerificationState right) =>
        new(left.Paths | right.Paths, left.Unvouched | right.Unvouched, left.Events.Union(right.Events));

    public override VerificationState After(IOperation operation, VerificationState before) => operation switch
    {
        IInvocationOperation call when calls.Verifies(call) => before with { Paths = Verification.Verified, Unvouched = 0 },
        _ when parses.TryGetValue(operation, out var number) && before.Paths != Verification.Verified =>
            before with { Unvouched = before.Unvouched | (1UL << number) },
        ISimpleAssignmentOperation assignment => Assign(holders.Written(assignment.Target), assignment.Value, before),
        IFlowCaptureOperation capture => Assign(capture.Id, capture.Value, before),
        IIsPatternOperation pattern => Declare(pattern, before),
        _ => before,
    };

    // What happens in development only says nothing about production.
    public override VerificationState Assume(IOperation condition, bool outcome, VerificationState before) =>
        DevelopmentOnly.LeavesProduction(condition, outcome) || (before.Paths.HasFlag(Verification.Verified) && TestsAFlag(condition, before))
            ? before with { Paths = Verification.Verified, Unvouched = 0 }
            : before;

    // if (!verified) return …: the flag remembers which path was taken, and the bits do not. After both kinds of path, nothing is certain.
    // An event that both kinds of path assigned remembers nothing.
    private bool TestsAFlag(IOperation condition, VerificationState state) => condition.DescendantsAndSelf()
        .Any(part => part is ILocalReferenceOperation { Local: var local } && holders.IsAssignedTwice(local) && state.Events.Of(local) == 0);

    /// <summary>
    /// The events without verification that <paramref name="operation"/> acts on: it hands them, or what it read from them, to code that
    /// may change something. Reading the envelope, comparing, logging and asking Stripe about an id are no acts.
    /// </summary>
    public ulong ActedOnBy(IOperation operation, VerificationState before) => before.Unvouched == 0 ? 0 : before.Unvouched & operation switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } argument when calls.Acts(call.TargetMethod) => HeldBy(argument.Value, before),
        IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument when calls.Acts(constructor) =>
            HeldBy(argument.Value, before),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when calls.Acts(target.Member) =>
            HeldBy(assignment.Value, before),
        // What a lambda captures is acted on when it runs: in a queue, a query, a transaction.
        IFlowAnonymousFunctionOperation lambda => CapturedBy(lambda, before),
        _ => 0,
    };

    /// <summary>
    /// The events without verification whose object <paramref name="operation"/> takes for an invoice, a session, a payment, and keeps: a handler
    /// does so to act on it, be it later or where nobody can see.
    /// </summary>
    public ulong TakenOutBy(IOperation operation, VerificationState before) => before.Unvouched == 0 ? 0 : before.Unvouched & operation switch
    {
        ISimpleAssignmentOperation { Value: IConversionOperation conversion } when calls.TakesOut(conversion.Operand, conversion.Type) =>
            HeldBy(conversion.Operand, before),
        IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: not null } pattern } test
            when calls.TakesOut(test.Value, pattern.MatchedType) => HeldBy(test.Value, before),
        _ => 0,
    };

    /// <summary>
    /// The events without verification by whose type <paramref name="operation"/> chooses what the handler does, where others arrive that were
    /// checked. A handler that never checks may choose which ids it passes on to somebody who asks Stripe, and one that checks later, its secret.
    /// </summary>
    public ulong ChosenFromBy(IOperation operation, VerificationState before) =>
        before is { Paths: Verification.Unverified | Verification.Verified, Unvouched: not 0 }
        && operation is IPropertyReferenceOperation { Property.Name: "Type", Instance: { } instance } type
        && calls.IsEnvelope(type)
        && IsCompared(type.Syntax)
            ? before.Unvouched & HeldBy(instance, before)
            : 0;

    private static bool IsCompared(SyntaxNode type) => type.Parent switch
    {
        SwitchStatementSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax => true,
        BinaryExpressionSyntax comparison => comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression),
        _ => false,
    };

    private VerificationState Assign(object? holder, IOperation value, VerificationState before) =>
        holder is null ? before : before with { Events = before.Events.With(holder, HeldBy(value, before)) };

    private VerificationState Declare(IIsPatternOperation pattern, VerificationState before)
    {
        var events = before.Events;
        var held = HeldBy(pattern.Value, before);
        foreach (var part in pattern.Pattern.DescendantsAndSelf())
        {
            var declared = part switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                _ => null,
            };
            if (declared is not null)
                events = events.With(declared, held);
        }
        return before with { Events = events };
    }

    // What a value holds is what its parts hold, except where a call or the envelope makes it clean.
    private ulong HeldBy(IOperation value, VerificationState state)
    {
        var held = 0UL;
        var pending = new Stack<IOperation>(); // of its own: generated code nests deeper than a thread's stack
        pending.Push(value);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            if (parses.TryGetValue(part, out var number))
                held |= 1UL << number;
            else if (Holders.Read(part) is { } holder)
                held |= state.Events.Of(holder);
            else if (!IsClean(part))
            {
                foreach (var operand in part.ChildOperations)
                    pending.Push(operand);
            }
        }
        return held;
    }

    private bool IsClean(IOperation value) => value switch
    {
        IInvocationOperation call => calls.FetchesAnew(call),
        IPropertyReferenceOperation property => calls.IsEnvelope(property),
        _ => false,
    };

    private static ulong CapturedBy(IFlowAnonymousFunctionOperation lambda, VerificationState state)
    {
        var names = new HashSet<string>(
            lambda.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => !StripeEvents.ReadsEnvelope(name)).Select(name => name.Identifier.ValueText),
            StringComparer.Ordinal);
        return state.Events.OfAll(holder => holder is ISymbol symbol && names.Contains(symbol.Name));
    }
}
