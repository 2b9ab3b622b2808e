using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Whether the sender may be checked where the flow of an endpoint does not show it: in a method it calls, in a filter or middleware that
/// runs before it, by an HMAC of the app's own, by authorization, or in a call that does not bind. Then nothing is known, and unknown
/// means silence.
/// </summary>
internal sealed class HiddenVerification(CompilationReading reading, StripeEvents events)
{
    private const int DeepestCall = 4;

    // What a check that is not followed looks like.
    private static readonly HashSet<string> Signs = new(
        [.. StripeEvents.VerifyingNames, "ComputeSignature", "FixedTimeEquals", "HMACSHA256"], StringComparer.Ordinal);

    private static readonly TextAnchors HeaderName = new("Stripe-Signature", "stripe-signature", "STRIPE-SIGNATURE");

    private volatile IReadOnlyList<SyntaxNode>? _places;

    /// <param name="endpoint">The endpoint that is judged.</param>
    /// <param name="operations">The operations of its own graph.</param>
    /// <param name="body">What holds the request's body.</param>
    /// <param name="cancellation">Ends the search.</param>
    public bool IsPossibleFor(HttpEndpoint endpoint, IReadOnlyList<IOperation> operations, RequestBody body, CancellationToken cancellation) =>
        IsUnfollowedIn(endpoint.Function, operations)
        || operations.Any(operation => MayVerify(operation, endpoint, body, cancellation))
        || endpoint.RequiresAuthorization(reading)
        || FiltersOf(endpoint).Any(filter => !reading.DeclarationsOf(filter, cancellation).Any() || ShowsSigns(filter, cancellation))
        || IsInPipeline(cancellation);

    // The endpoint's own text names a check that its graph does not hold: it did not bind, stands in a lambda, or is an HMAC of its own.
    private bool IsUnfollowedIn(SyntaxNode function, IReadOnlyList<IOperation> operations)
    {
        var named = function.DescendantTokens().Count(IsSign);
        var followed = operations.OfType<IInvocationOperation>().Count(call => events.IsVerification(call.TargetMethod));
        return named > followed;
    }

    private bool MayVerify(IOperation operation, HttpEndpoint endpoint, RequestBody body, CancellationToken cancellation)
    {
        if (operation is IInvalidOperation { Syntax: InvocationExpressionSyntax } or IDynamicInvocationOperation)
            return operation.Descendants().Any(part => body.IsHeldBy(part) || reading.AspNet.CarriesRequest(part.Type));
        if (operation is not IInvocationOperation call || PlatformAssemblies.Contain(call.TargetMethod) || events.IsStripe(call.TargetMethod))
            return false;
        var method = call.TargetMethod;
        var seesRequest = call.Arguments.Any(argument => body.IsHeldBy(argument.Value) || reading.AspNet.CarriesRequest(argument.Value.Type))
            || (call.Instance is IInstanceReferenceOperation && !method.IsStatic)
            || method.MethodKind == MethodKind.LocalFunction;
        if (!seesRequest)
            return false;
        var bodies = BodiesOf(method, cancellation);
        return bodies.Count == 0 || bodies.Any(source => ShowsSigns(source, DeepestCall, cancellation));
    }

    private bool ShowsSigns(INamedTypeSymbol type, CancellationToken cancellation) =>
        reading.DeclarationsOf(type, cancellation).Any(declaration => ShowsSigns(declaration, DeepestCall, cancellation));

    /// <summary>True if <paramref name="method"/>, which the project declares, may check a signature.</summary>
    public bool ShowsSigns(IMethodSymbol method, CancellationToken cancellation) =>
        BodiesOf(method, cancellation).Any(body => ShowsSigns(body, DeepestCall, cancellation));

    // Signs in the function itself or in the app's own functions that it calls.
    private bool ShowsSigns(SyntaxNode source, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (source.DescendantTokens().Any(IsSign) || HeaderName.PositionsIn(source.SyntaxTree, cancellation).Any(source.Span.Contains))
            return true;
        if (depth == 0)
            return false;
        var model = reading.Models[source.SyntaxTree];
        return source.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call, cancellation).Symbol)
            .OfType<IMethodSymbol>()
            .Where(method => !PlatformAssemblies.Contain(method) && !events.IsStripe(method))
            .SelectMany(method => BodiesOf(method, cancellation))
            .Any(callee => callee != source && ShowsSigns(callee, depth - 1, cancellation));
    }

    // The method's source; for an interface or abstract method that of everything in the project that implements it.
    private IReadOnlyList<SyntaxNode> BodiesOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!method.IsAbstract)
            return [.. reading.DeclarationsOf(method, cancellation)];
        return
        [
            .. reading.Compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member, cancellation)
                .Where(candidate => !candidate.IsAbstract && Implementations.Runs(candidate, method))
                .SelectMany(candidate => reading.DeclarationsOf(candidate, cancellation)),
        ];
    }

    // Attributes on the action or its controller that are filters, or that name one: [ServiceFilter(typeof(X))].
    private IEnumerable<INamedTypeSymbol> FiltersOf(HttpEndpoint endpoint)
    {
        foreach (var attribute in endpoint.Attributes)
        {
            if (attribute.AttributeClass.IsOrInherits(reading.AspNet.ActionFilter) && !PlatformAssemblies.Contain(attribute.AttributeClass!))
                yield return attribute.AttributeClass!;
            foreach (var argument in attribute.ConstructorArguments)
            {
                if (argument is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol named } && named.IsOrInherits(reading.AspNet.ActionFilter))
                    yield return named;
            }
        }
    }

    // Middleware, endpoint filters and global filters run before every endpoint, whatever the endpoint says.
    private bool IsInPipeline(CancellationToken cancellation) =>
        PlacesOfSigns(cancellation).Any(place => RunsBeforeEndpoints(place, cancellation));

    // All of the project is searched, once for all endpoints.
    private IReadOnlyList<SyntaxNode> PlacesOfSigns(CancellationToken cancellation) => _places ??=
    [
        .. Signs.SelectMany(sign => reading.Uses.Named(sign, cancellation)),
        .. reading.Compilation.SyntaxTrees.SelectMany(tree =>
            HeaderName.PositionsIn(tree, cancellation).Select(position => tree.GetRoot(cancellation).FindToken(position).Parent!)),
    ];

    private bool RunsBeforeEndpoints(SyntaxNode place, CancellationToken cancellation)
    {
        var model = reading.Models[place.SyntaxTree];
        var asp = reading.AspNet;
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellation) is { } type
            && (type.IsOrInherits(asp.Middleware) || type.IsOrInherits(asp.EndpointFilter) || type.IsOrInherits(asp.ActionFilter)
                || type.GetMembers().OfType<IMethodSymbol>().Any(IsMiddlewareByConvention)))
        {
            return true;
        }
        return place.Ancestors().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call, cancellation).Symbol)
            .OfType<IMethodSymbol>()
            .Any(method => method.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal)
                || (method.Name.StartsWith("Use", StringComparison.Ordinal)
                    && ((method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type.IsOrInherits(asp.ApplicationBuilder) == true
                        || method.ContainingType.IsOrInherits(asp.ApplicationBuilder))));
    }

    private bool IsMiddlewareByConvention(IMethodSymbol method) =>
        method.Name is "Invoke" or "InvokeAsync" && method.Parameters.FirstOrDefault()?.Type.IsOrInherits(reading.AspNet.HttpContext) == true;

    private static bool IsSign(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && Signs.Contains(token.ValueText);
}
