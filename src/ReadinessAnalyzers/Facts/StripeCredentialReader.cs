using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>Finds the credentials that one file hands to Stripe.net.</summary>
internal sealed class StripeCredentialReader(CompilationReading reading, StripeSymbols stripe)
{
    // Without one of these words no credential is handed over.
    private static readonly TextAnchors Anchors =
        new("ApiKey", "StripeClient", "ConstructEvent", "ValidateSignature", "ParseEventNotification", "ParseThinEvent");

    // The services of the oldest majors took the key in their constructors.
    private static readonly TextAnchors OldAnchors = new("Service(");

    private static readonly TextAnchors Client = new("StripeClient");

    private readonly StripeCredentials _credentials = new(stripe);

    public ImmutableArray<StripeCredentialUse> Read(SyntaxTree tree, CancellationToken cancellation)
    {
        var hasOldServices = stripe.HasOldServices && OldAnchors.IsIn(tree, cancellation);
        if (!hasOldServices && !Anchors.IsIn(tree, cancellation))
            return [];
        var mayCreate = hasOldServices || Client.IsIn(tree, cancellation);
        var uses = ImmutableArray.CreateBuilder<StripeCredentialUse>();
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes().Where(node => MayHandOver(node, mayCreate)))
        {
            foreach (var (value, sink, role) in SinksOf(reading.Models.OperationOf(node, cancellation)))
                uses.Add(new StripeCredentialUse(value.Syntax.GetLocation(), sink, role, reading.Origins.OriginsOf(value, cancellation)));
        }
        return uses.ToImmutable();
    }

    // Names only keep the model from being asked about every call; it decides. What is still being typed is left alone.
    private static bool MayHandOver(SyntaxNode node, bool mayCreate) =>
        IsNamedLikeASink(node, mayCreate)
        && !node.ContainsDiagnostics
        // if (env.IsDevelopment()) StripeConfiguration.ApiKey = …: production never has this key.
        && !EndpointCalls.IsInDevelopmentOnly(node);

    private static bool IsNamedLikeASink(SyntaxNode node, bool mayCreate) => node switch
    {
        AssignmentExpressionSyntax assignment => LastName(assignment.Left) == "ApiKey",
        InvocationExpressionSyntax call => LastName(call.Expression)
            is "SetApiKey" or "ConstructEvent" or "ValidateSignature" or "ParseEventNotification" or "ParseThinEvent",
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => mayCreate,
        ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => mayCreate,
        _ => false,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private IEnumerable<(IOperation Value, string Sink, string Role)> SinksOf(IOperation? operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
                when _credentials.RoleOf(property) is { } role:
                return [(assignment.Value, $"{property.ContainingType.Name}.{property.Name}", role)];
            case IInvocationOperation call:
                return SinksAmong(call.Arguments, call.TargetMethod);
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return SinksAmong(creation.Arguments, constructor);
            default:
                return [];
        }
    }

    private IEnumerable<(IOperation Value, string Sink, string Role)> SinksAmong(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { } parameter, ArgumentKind: not ArgumentKind.DefaultValue } && _credentials.RoleOf(parameter) is { } role)
                yield return (argument.Value, $"{NameOf(method)}({parameter.Name})", role);
        }
    }

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : $"{method.ContainingType.Name}.{method.Name}";
}
