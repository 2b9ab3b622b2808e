using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>Finds the credentials and prices that one file hands to Stripe.net.</summary>
internal sealed class StripeInputReader(CompilationReading reading, StripeSymbols stripe)
{
    // The names of what takes a credential …
    private static readonly TextAnchors Credentials =
        new("ApiKey", "SetApiKey", "ClientId", "ConstructEvent", "ValidateSignature", "ParseEventNotification", "ParseThinEvent") { BeginWords = true };

    // … and of what takes a price, which is worth a look only beside one of Stripe's options: shops speak of prices everywhere.
    private static readonly TextAnchors Prices = new("Price", "Plan") { BeginWords = true };
    private static readonly TextAnchors StripeOptions = new("ItemOptions", "CreateOptions", "UpdateOptions");

    // A constructor may be called without its name, so a file that makes clients is walked through.
    private static readonly TextAnchors Clients = new("StripeClient");

    // The services of the oldest majors took the key in their constructors.
    private static readonly TextAnchors OldServices = new("Service(");

    private readonly StripeSinks _sinks = new(stripe);

    public ImmutableArray<StripeInput> Read(SyntaxTree tree, CancellationToken cancellation) =>
    [
        .. from node in CandidatesIn(tree, cancellation)
           // What is still being typed is left alone; and production never has a key that is set if (env.IsDevelopment()).
           where !node.ContainsDiagnostics && !DevelopmentOnly.Contains(node)
           orderby node.SpanStart
           from sink in SinksOf(reading.Models.OperationOf(node, cancellation))
           select new StripeInput(sink.Value.Syntax.GetLocation(), sink.Name, sink.Role, reading.Origins.OriginsOf(sink.Value, cancellation)),
    ];

    private IEnumerable<SyntaxNode> CandidatesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        IEnumerable<int> positions = Credentials.PositionsIn(tree, cancellation);
        if (StripeOptions.IsIn(tree, cancellation))
            positions = positions.Concat(Prices.PositionsIn(tree, cancellation));
        var named = positions.Select(position => UseAt(position, tree, cancellation)).OfType<SyntaxNode>().Distinct();
        return Clients.IsIn(tree, cancellation) || stripe.HasOldServices && OldServices.IsIn(tree, cancellation)
            ? named.Concat(tree.GetRoot(cancellation).DescendantNodes().Where(IsCreation))
            : named;
    }

    // The call of the name at that place, or the assignment to it.
    private static SyntaxNode? UseAt(int position, SyntaxTree tree, CancellationToken cancellation)
    {
        var token = tree.GetRoot(cancellation).FindToken(position);
        if (token.SpanStart != position || token.Parent is not SimpleNameSyntax name || !IsSinkName(token.ValueText))
            return null;
        var whole = SymbolUses.WholeExpression(name);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == whole => assignment,
            InvocationExpressionSyntax call when call.Expression == whole => call,
            _ => null,
        };
    }

    private static bool IsSinkName(string name) => name
        is "ApiKey" or "SetApiKey" or "ClientId" or "Price" or "Plan"
        or "ConstructEvent" or "ValidateSignature" or "ParseEventNotification" or "ParseThinEvent";

    private static bool IsCreation(SyntaxNode node) => node
        is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax;

    private IEnumerable<(IOperation Value, string Name, string Role)> SinksOf(IOperation? operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
                when _sinks.RoleOf(property) is { } role:
                return [(assignment.Value, $"{property.ContainingType.Name}.{property.Name}", role)];
            case IInvocationOperation call:
                return SinksAmong(call.Arguments, call.TargetMethod);
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return SinksAmong(creation.Arguments, constructor);
            default:
                return [];
        }
    }

    private IEnumerable<(IOperation Value, string Name, string Role)> SinksAmong(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { } parameter, ArgumentKind: not ArgumentKind.DefaultValue } && _sinks.RoleOf(parameter) is { } role)
                yield return (argument.Value, $"{NameOf(method)}({parameter.Name})", role);
        }
    }

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : $"{method.ContainingType.Name}.{method.Name}";
}
