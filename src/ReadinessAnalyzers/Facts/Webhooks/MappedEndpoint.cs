using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Which lambdas, local functions and methods are endpoints because a call hands them to the platform.</summary>
internal static class MappedEndpoint
{
    /// <summary>The call that makes <paramref name="function"/> an endpoint, with what it makes of it; null if no call does.</summary>
    public static (IInvocationOperation Call, EndpointKind Kind)? Of(
        SyntaxNode function, IMethodSymbol symbol, CompilationReading reading, SemanticModel model, CancellationToken cancellation)
    {
        if (reading.AspNet.EndpointRouteBuilder is null)
            return null;
        return function is AnonymousFunctionExpressionSyntax lambda
            ? OfLambda(lambda, reading, model, cancellation)
            : symbol.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction ? ByName(symbol, reading, cancellation) : null;
    }

    // Handed over on the spot, or by a variable or property: RequestDelegate hook = async context => …; app.MapPost("/hook", hook);
    private static (IInvocationOperation, EndpointKind)? OfLambda(
        AnonymousFunctionExpressionSyntax lambda, CompilationReading reading, SemanticModel model, CancellationToken cancellation)
    {
        if (lambda.Parent is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax && lambda.Parent.Parent is VariableDeclaratorSyntax or PropertyDeclarationSyntax)
            return model.GetDeclaredSymbol(lambda.Parent.Parent, cancellation) is { } holder ? ByName(holder, reading, cancellation) : null;
        return CallAround(lambda, reading, model, cancellation);
    }

    private static (IInvocationOperation, EndpointKind)? ByName(ISymbol handler, CompilationReading reading, CancellationToken cancellation) =>
        reading.Uses.Of(handler, cancellation)
            .Select(use => CallAround(SymbolUses.WholeExpression(use), reading, reading.Models[use.SyntaxTree], cancellation))
            .FirstOrDefault(call => call is not null);

    private static (IInvocationOperation, EndpointKind)? CallAround(
        SyntaxNode handler, CompilationReading reading, SemanticModel model, CancellationToken cancellation)
    {
        // (Delegate)Receive, new RequestDelegate(Receive)
        while (handler.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax
            or ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax } })
        {
            handler = handler.Parent is ArgumentSyntax ? handler.Parent.Parent!.Parent! : handler.Parent;
        }
        if (handler.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax written } } argument)
            return null;
        if (reading.Models.OperationOf(written, cancellation) is not IInvocationOperation call)
            return null;
        var parameter = call.Arguments.FirstOrDefault(candidate => argument.Contains(candidate.Syntax))?.Parameter;
        return KindOf(call.TargetMethod.ReducedFrom ?? call.TargetMethod, parameter?.Type, reading.AspNet) is { } kind ? (call, kind) : null;
    }

    private static EndpointKind? KindOf(IMethodSymbol method, ITypeSymbol? handler, AspNetSymbols asp)
    {
        if (IsBuilder(method.Parameters.FirstOrDefault()?.Type, asp.EndpointRouteBuilder) && TakesRequests(method, handler, asp))
            return EndpointKind.Route;
        // app.Run(context => …), app.Use(async (context, next) => …)
        return method.Name is "Run" or "Use"
            && PlatformAssemblies.Contain(method)
            && IsBuilder(method.Parameters.FirstOrDefault()?.Type, asp.ApplicationBuilder)
            && FirstParameterOf(handler).IsOrInherits(asp.HttpContext)
                ? EndpointKind.Middleware
                : null;
    }

    // Any method that takes a route builder and a handler, also of a library or of the app itself: MapPost, MapMethods, MapStripeWebhook.
    // A delegate that takes a builder maps others: MapAdmin(group => group.MapPost(…)).
    private static bool TakesRequests(IMethodSymbol method, ITypeSymbol? handler, AspNetSymbols asp) =>
        handler is { SpecialType: SpecialType.System_Delegate } || handler.IsOrInherits(asp.RequestDelegate)
        || (method.Name.StartsWith("Map", StringComparison.Ordinal)
            && !IsBuilder(FirstParameterOf(handler), asp.EndpointRouteBuilder)
            && !IsBuilder(FirstParameterOf(handler), asp.ApplicationBuilder));

    private static bool IsBuilder(ITypeSymbol? type, INamedTypeSymbol? builder) =>
        type.IsOrInherits(builder)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint.IsOrInherits(builder)));

    private static ITypeSymbol? FirstParameterOf(ITypeSymbol? handler) =>
        (handler as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters.FirstOrDefault()?.Type;
}
