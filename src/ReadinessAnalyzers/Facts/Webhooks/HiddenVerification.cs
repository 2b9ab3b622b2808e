using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Whether the sender may be checked where the flow of an endpoint does not show it: in a method it calls, in a filter or middleware that
/// runs before it, by an HMAC or a shared secret of the app's own, by authorization, or in a call that does not bind. Then nothing is known, and unknown
/// means silence.
/// </summary>
internal sealed class HiddenVerification(CompilationReading reading, StripeEvents events)
{
    private const int DeepestCall = 10;

    // What a check that is not followed looks like.
    private static readonly HashSet<string> Signs = new(
        [.. StripeEvents.VerifyingNames, "ComputeSignature", "FixedTimeEquals", "HMACSHA256"], StringComparer.Ordinal);

    // The members by which ASP.NET calls middleware, filters, model binders and input formatters.
    private static readonly string[] PipelineMembers =
    [
        "Invoke", "InvokeAsync", "OnActionExecuting", "OnActionExecutionAsync", "OnResourceExecuting", "OnResourceExecutionAsync",
        "OnAuthorization", "OnAuthorizationAsync", "BindModelAsync", "ReadRequestBodyAsync", "HandleAuthenticateAsync",
    ];

    private static readonly TextAnchors HeaderName = new("Stripe-Signature", "stripe-signature", "STRIPE-SIGNATURE");

    // A large project has many endpoints, and they call the same methods.
    private readonly SharedSecrets _sharedSecrets = new(reading);
    private readonly ConcurrentDictionary<SyntaxNode, bool> _shown = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool> _named = new();
    private readonly ConcurrentDictionary<SyntaxNode, Callees> _callees = new();
    private volatile StrongBox<bool>? _isInPipeline;

    /// <param name="endpoint">The endpoint that is judged.</param>
    /// <param name="operations">The operations of its own graph.</param>
    /// <param name="body">What holds the request's body.</param>
    /// <param name="cancellation">Ends the search.</param>
    public bool IsPossibleFor(HttpEndpoint endpoint, IReadOnlyList<IOperation> operations, RequestBody body, CancellationToken cancellation) =>
        IsPossibleIn(endpoint.Function, operations, body, cancellation)
        || endpoint.RequiresAuthorization(reading)
        || endpoint.TypesBefore.Any(type => !reading.DeclarationsOf(type, cancellation).Any() || ShowsSigns(type, cancellation))
        || endpoint.IsFilteredOnItsRoute
        || (_isInPipeline ??= new StrongBox<bool>(IsInPipeline(cancellation))).Value;

    /// <summary>The same for one function: what runs before it is not asked.</summary>
    public bool IsPossibleIn(SyntaxNode function, IReadOnlyList<IOperation> operations, RequestBody body, CancellationToken cancellation) =>
        IsUnfollowedIn(function, operations, cancellation) || operations.Any(operation => MayVerify(operation, body, cancellation));

    // The function's own text names a check that its graph does not hold: it did not bind, stands in a lambda, or is an HMAC of its own. Or the
    // sender has to know a secret, whoever it is.
    private bool IsUnfollowedIn(SyntaxNode function, IReadOnlyList<IOperation> operations, CancellationToken cancellation)
    {
        var named = function.DescendantTokens().Count(IsSign);
        return named > 0
            && named > operations.OfType<IInvocationOperation>().Count(call => Signs.Contains(call.TargetMethod.Name) && IsFollowed(call, cancellation))
            || _sharedSecrets.AreAskedForIn(function, cancellation);
    }

    private bool IsFollowed(IInvocationOperation call, CancellationToken cancellation) => reading.SignatureFailures!.Of(call, cancellation) is not null;

    private bool MayVerify(IOperation operation, RequestBody body, CancellationToken cancellation)
    {
        if (operation is IInvalidOperation { Syntax: InvocationExpressionSyntax } unbound)
            return !events.IsParse(unbound) && body.IsHandedTo(unbound);
        if (operation is IDynamicInvocationOperation)
            return body.IsHandedTo(operation);
        if (operation is IObjectCreationOperation { Constructor: { } constructor } creation)
        {
            return !PlatformAssemblies.Contain(constructor) && !events.IsStripe(constructor)
                && creation.Arguments.Any(argument => body.IsHeldBy(argument.Value))
                && (!reading.DeclarationsOf(constructor.ContainingType, cancellation).Any() || ShowsSigns(constructor.ContainingType, cancellation));
        }
        if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoked)
            return invoked.Arguments.Any(argument => body.IsHeldBy(argument.Value));
        if (operation is not IInvocationOperation call || PlatformAssemblies.Contain(call.TargetMethod) || events.IsStripe(call.TargetMethod))
            return false;
        var method = call.TargetMethod;
        var seesRequest = call.Arguments.Any(argument => body.IsHeldBy(argument.Value) || reading.AspNet.CarriesRequest(argument.Value.Type))
            || (call.Instance is IInstanceReferenceOperation && !method.IsStatic)
            || method.MethodKind == MethodKind.LocalFunction;
        if (!seesRequest || IsFollowed(call, cancellation))
            return false;
        var bodies = reading.BodiesOf(method, cancellation);
        return bodies.IsEmpty || bodies.Any(source => ShowsSigns(source, cancellation));
    }

    private bool ShowsSigns(INamedTypeSymbol type, CancellationToken cancellation) =>
        reading.DeclarationsOf(type, cancellation).Any(declaration => ShowsSigns(declaration, cancellation));

    /// <summary>True if <paramref name="method"/>, which the project declares, may check a signature.</summary>
    public bool ShowsSigns(IMethodSymbol method, CancellationToken cancellation) =>
        reading.BodiesOf(method, cancellation).Any(body => ShowsSigns(body, cancellation));

    // Signs in the function itself or in the app's own functions that it calls; each function is looked at once.
    private bool ShowsSigns(SyntaxNode source, CancellationToken cancellation) =>
        _shown.GetOrAdd(source, key => ShowsSigns(key, DeepestCall, [], cancellation));

    private bool ShowsSigns(SyntaxNode source, int depth, HashSet<SyntaxNode> seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!seen.Add(source))
            return false;
        if (_named.GetOrAdd(source, key => key.DescendantTokens().Any(IsSign) || HeaderName.IsIn(key, cancellation) || _sharedSecrets.AreAskedForIn(key, cancellation)))
            return true;
        if (depth == 0)
            return false;
        var callees = _callees.GetOrAdd(source, key => CalleesOf(key, cancellation));
        return callees.MayCheck || callees.Bodies.Any(callee => ShowsSigns(callee, depth - 1, seen, cancellation));
    }

    private Callees CalleesOf(SyntaxNode source, CancellationToken cancellation)
    {
        var model = reading.Models[source.SyntaxTree];
        var bodies = ImmutableArray.CreateBuilder<SyntaxNode>();
        var mayCheck = false;
        foreach (var call in source.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || PlatformAssemblies.Contain(method) || events.IsStripe(method))
                continue;
            var found = reading.BodiesOf(method, cancellation);
            bodies.AddRange(found);
            mayCheck |= found.IsEmpty && SoundsLikeACheck(method);
        }
        return new Callees(mayCheck, [.. bodies.Distinct()]);
    }

    // Another library's method that is not followed: by its name it may be the check.
    private static bool SoundsLikeACheck(IMethodSymbol method) =>
        new[] { "Verif", "Valid", "Sign", "Webhook", "Auth" }.Any(word =>
            method.Name.Contains(word) || method.ContainingType?.Name.Contains(word) == true);

    // Middleware, endpoint filters, global filters, binders and formatters run before every endpoint, whatever the endpoint says.
    private bool IsInPipeline(CancellationToken cancellation)
    {
        var asp = reading.AspNet;
        var inOwnTypes = PipelineMembers
            .SelectMany(name => reading.Compilation.GetSymbolsWithName(name, SymbolFilter.Member, cancellation))
            .OfType<IMethodSymbol>()
            .Where(method => !asp.IsController(method.ContainingType))
            .Any(method => ShowsSigns(method.ContainingType, cancellation));
        return inOwnTypes
            || Signs.SelectMany(sign => reading.Uses.Named(sign, cancellation)).Any(place => IsInPipelineLambda(place, cancellation))
            || reading.Uses.Named("UseMiddleware", cancellation).Any(use => use is GenericNameSyntax generic && NamesForeignCheck(generic, cancellation));
    }

    // UseMiddleware<Acme.StripeSignatureMiddleware>()
    private bool NamesForeignCheck(GenericNameSyntax call, CancellationToken cancellation) =>
        call.TypeArgumentList.Arguments
            .Select(argument => reading.Models[call.SyntaxTree].GetSymbolInfo(argument, cancellation).Symbol)
            .Any(type => type is null || (!PlatformAssemblies.Contain(type) && !reading.DeclarationsOf(type, cancellation).Any()));

    // app.Use(async (context, next) => …)
    private bool IsInPipelineLambda(SyntaxNode place, CancellationToken cancellation) =>
        place.Ancestors().OfType<InvocationExpressionSyntax>()
            .Select(call => reading.Models[place.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol)
            .OfType<IMethodSymbol>()
            .Any(method => method.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal)
                || (method.Name.StartsWith("Use", StringComparison.Ordinal)
                    && ((method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type.IsOrInherits(reading.AspNet.ApplicationBuilder) == true
                        || method.ContainingType.IsOrInherits(reading.AspNet.ApplicationBuilder))));

    /// <param name="MayCheck">Whether a method of another library is called that may be the check.</param>
    /// <param name="Bodies">The app's own functions that are called.</param>
    private sealed record Callees(bool MayCheck, ImmutableArray<SyntaxNode> Bodies);

    private static bool IsSign(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && Signs.Contains(token.ValueText);
}
