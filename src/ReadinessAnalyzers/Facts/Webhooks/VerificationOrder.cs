using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>In what order an endpoint parses, verifies and acts, judged when the flow is solved.</summary>
/// <param name="flow">The question.</param>
/// <param name="calls">What the endpoint's calls do.</param>
/// <param name="solution">The answer.</param>
/// <param name="parsed">Where the body becomes an object.</param>
/// <param name="operations">The operations of the endpoint.</param>
internal sealed class VerificationOrder(
    VerificationFlow flow, EndpointCalls calls, FlowSolution<VerificationState> solution, ParsedBodies parsed, IReadOnlyList<IOperation> operations)
{
    // The values that choose the check's secret: what only feeds these is no act, however it is computed.
    private readonly List<SyntaxNode> _secrets = [.. operations.OfType<IInvocationOperation>()
        .Where(calls.Verifies)
        .SelectMany(call => call.Arguments)
        .Where(argument => argument.Parameter?.Name == "secret")
        .Select(argument => argument.Value.Syntax)];

    // A handler that asks Stripe takes the object out for its id.
    private readonly bool _asksStripe = operations.OfType<IInvocationOperation>().Any(calls.FetchesAnew);

    public bool MakesEvent => parsed.Events != 0;

    /// <summary>Each event that the endpoint acts on though nothing vouches for it, at its first use.</summary>
    public IEnumerable<UnverifiedUse> UnverifiedUses()
    {
        // A check that follows on every path vouches for what was done before it; then the order is wrong, not the verification.
        var neverVouched = parsed.Events & (solution.AtExit?.Unvouched ?? 0);
        var uses = new SortedDictionary<int, UnverifiedUse>();
        foreach (var (operation, before) in solution.Replay())
        {
            var handled = ActedOnBy(operation, before) | flow.ChosenFromBy(operation, before);
            foreach (var number in Numbers(handled & neverVouched))
                Use(number, operation.Syntax.GetLocation());
            if (UseBehind(operation, before) is { } use && parsed.NumberOf[operation] is var parse && (neverVouched & (1UL << parse)) != 0)
                Use(parse, use);
        }
        return uses.Values;

        void Use(int number, Location place)
        {
            if (!uses.ContainsKey(number))
                uses.Add(number, new UnverifiedUse(parsed.Places[number], place));
        }
    }

    /// <summary>Each place where the body is parsed before a check of it, with the first such check.</summary>
    public IEnumerable<EarlyParse> EarlyParses()
    {
        var checks = new SortedDictionary<int, Location>();
        var (read, acted) = (0UL, 0UL);
        foreach (var (operation, before) in solution.Replay())
        {
            if (operation is IInvocationOperation call && calls.Verifies(call))
            {
                foreach (var number in Numbers(before.Unvouched))
                {
                    if (!checks.ContainsKey(number))
                        checks.Add(number, call.Syntax.GetLocation());
                }
            }
            acted |= ActedOnBy(operation, before);
            if (UseBehind(operation, before) is not null)
                acted |= 1UL << parsed.NumberOf[operation];
            if (Holders.Read(operation) is { } holder && !IsOverwritten(operation))
                read |= before.Events.Of(holder) & before.Unvouched;
        }
        return checks.Select(check => new EarlyParse(
            parsed.Places[check.Key], check.Value, OnlyHelps: (acted & (1UL << check.Key)) == 0 && (read & (1UL << check.Key)) != 0));
    }

    // Where a method that parses the body for itself acts on it; null if the signature was checked before.
    private Location? UseBehind(IOperation operation, VerificationState before) =>
        operation is IInvocationOperation call && before.Paths != Verification.Verified ? parsed.UseBehind(call) : null;

    private ulong ActedOnBy(IOperation operation, VerificationState before) =>
        (_asksStripe ? flow.ActedOnBy(operation, before) : flow.ActedOnBy(operation, before) | flow.TakenOutBy(operation, before)) is var acted and not 0
        && !ChoosesSecret(operation)
            ? acted
            : 0;

    // SecretFor(json) in the argument itself, or in the value of a variable that is the argument.
    private bool ChoosesSecret(IOperation operation)
    {
        if (_secrets.Any(secret => secret.FullSpan.Contains(operation.Syntax.FullSpan)))
            return true;
        var variable = operation.Syntax.Ancestors().Select(ancestor => ancestor switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        }).FirstOrDefault(name => name is not null);
        return variable is not null && _secrets.Any(secret => secret.DescendantTokens().Any(token => token.ValueText == variable));
    }

    private static bool IsOverwritten(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;

    private static IEnumerable<int> Numbers(ulong bits)
    {
        for (var number = 0; bits != 0; number++, bits >>= 1)
        {
            if ((bits & 1) != 0)
                yield return number;
        }
    }
}
