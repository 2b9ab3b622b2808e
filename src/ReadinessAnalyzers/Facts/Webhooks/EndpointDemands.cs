using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// What stands before an endpoint: attributes on it, its type and the type's bases, conventions of its route and groups, global filters and
/// the fallback policy. What undoes a demand on any level that the platform honours leaves none.
/// </summary>
internal sealed class EndpointDemands(CompilationReading reading)
{
    private static readonly string[] MapsActions = ["MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute"];
    private static readonly string[] MapsPages = ["MapRazorPages"];

    private readonly AuthorizationPolicies _policies = new(reading);
    private readonly ConcurrentDictionary<SyntaxNode, (EndpointDemand? SignIn, EndpointDemand? Token)> _demands = new();

    /// <summary>The sign-in that is demanded of a request before it arrives; null if none is.</summary>
    public EndpointDemand? SignInFor(HttpEndpoint endpoint, CancellationToken cancellation) => Both(endpoint, cancellation).SignIn;

    /// <summary>Both, as far as they are there.</summary>
    public IEnumerable<EndpointDemand> Of(HttpEndpoint endpoint, CancellationToken cancellation)
    {
        var (signIn, token) = Both(endpoint, cancellation);
        return new[] { signIn, token }.OfType<EndpointDemand>();
    }

    private (EndpointDemand? SignIn, EndpointDemand? Token) Both(HttpEndpoint endpoint, CancellationToken cancellation) =>
        _demands.GetOrAdd(endpoint.Function, _ =>
        {
            var conventions = ConventionsOf(endpoint, cancellation).ToList();
            return (SignIn(endpoint, conventions, cancellation), Token(endpoint, conventions, cancellation));
        });

    private EndpointDemand? SignIn(HttpEndpoint endpoint, IReadOnlyList<RouteConventions> conventions, CancellationToken cancellation)
    {
        switch (endpoint.Kind)
        {
            case EndpointKind.AzureFunction:
                return KeyOfFunction(endpoint.Method);
            case EndpointKind.FastEndpoint:
                // Its endpoints ask for a sign-in unless they say AllowAnonymous(), or a configurator says so for all.
                return reading.DeclarationsOf(endpoint.Method.ContainingType, cancellation)
                    .Any(declaration => declaration.DescendantTokens().Any(token => token.ValueText == "AllowAnonymous"))
                        ? null
                        : new EndpointDemand(DemandKind.SignIn, null, IsCertain: false);
            case EndpointKind.HttpHandler or EndpointKind.Middleware:
                return null;
        }
        var attributes = HonouredAttributes(endpoint).ToList();
        if (attributes.Any(attribute => reading.Access.AllowsAnonymous(attribute.AttributeClass)) || conventions.Any(AllowsAnonymous))
            return null;

        var written = attributes.Where(attribute => reading.Access.Authorizes(attribute.AttributeClass))
            .Select(attribute => (Place: PlaceOf(attribute), IsSignIn: _policies.IsSignIn(attribute, cancellation)))
            .Concat(conventions.SelectMany(convention => convention.Named("RequireAuthorization"))
                .Select(call => (Place: (SyntaxNode?)LastCallOf(call), IsSignIn: conventions.Count == 1 && AuthorizationPolicies.IsSignIn(call))))
            .ToList();
        // The fallback stands in where nothing else names a policy; a global filter is there in any case.
        var isMvc = endpoint.Kind is EndpointKind.Action or EndpointKind.PageHandler;
        var demands = written.Concat(written.Count == 0 ? Fallbacks(cancellation) : []).Concat(isMvc ? AuthorizeFilters(cancellation) : []).ToList();
        if (demands.Count == 0)
            return null;
        var strictest = demands.FirstOrDefault(demand => demand.IsSignIn);
        var isCertain = strictest.IsSignIn && AreAllInSight(attributes, conventions) && _policies.AreThePlatforms(cancellation)
            && !(endpoint.Kind == EndpointKind.PageHandler && IsMentioned(cancellation, "AllowAnonymousToPage", "AllowAnonymousToFolder", "AllowAnonymousToAreaPage", "AllowAnonymousToAreaFolder"));
        return new EndpointDemand(DemandKind.SignIn, (strictest.IsSignIn ? strictest : demands[0]).Place?.GetLocation(), isCertain);
    }

    private EndpointDemand? Token(HttpEndpoint endpoint, IReadOnlyList<RouteConventions> conventions, CancellationToken cancellation)
    {
        if (endpoint.Kind is not (EndpointKind.Action or EndpointKind.PageHandler) || endpoint.Method.Name.StartsWith("OnGet", StringComparison.Ordinal))
            return null;
        var attributes = HonouredAttributes(endpoint).ToList();
        var isCertain = AreAllInSight(attributes, conventions)
            && !attributes.Any(attribute => attribute.NamedArguments.Any(argument => argument.Key == "Order"))
            && !MentionsIgnoringElsewhere(cancellation)
            && !IsMentioned(cancellation, "DisableAntiforgery")
            && _policies.AreThePlatforms(cancellation);

        // The innermost level that says anything is the one that counts.
        IEnumerable<AttributeData>[] levels = endpoint.Kind == EndpointKind.Action ? [endpoint.OwnAttributes, endpoint.TypeAttributes] : [endpoint.TypeAttributes];
        foreach (var level in levels)
        {
            var demanding = level.FirstOrDefault(attribute => reading.Access.ValidatesToken(attribute.AttributeClass));
            var isIgnored = level.Any(attribute => reading.Access.IgnoresToken(attribute.AttributeClass));
            if (demanding is not null)
                return isIgnored ? null : new EndpointDemand(DemandKind.AntiforgeryToken, PlaceOf(demanding)?.GetLocation(), isCertain);
            if (isIgnored)
                return null;
        }
        if (AddedFilters(["AutoValidateAntiforgeryTokenAttribute", "ValidateAntiForgeryTokenAttribute"], reading.Access.ValidatesToken, cancellation).FirstOrDefault() is { } filter)
            return new EndpointDemand(DemandKind.AntiforgeryToken, filter.GetLocation(), isCertain);
        return endpoint.Kind == EndpointKind.PageHandler ? new EndpointDemand(DemandKind.AntiforgeryToken, null, isCertain) : null;
    }

    // Authorization and antiforgery of a page look at its type only.
    private static IEnumerable<AttributeData> HonouredAttributes(HttpEndpoint endpoint) =>
        endpoint.Kind == EndpointKind.PageHandler ? endpoint.TypeAttributes : endpoint.Attributes;

    private static bool AreAllInSight(IEnumerable<AttributeData> attributes, IEnumerable<RouteConventions> conventions) =>
        attributes.All(attribute => attribute.AttributeClass is { TypeKind: not TypeKind.Error }) && conventions.All(convention => convention.AreAll);

    private IEnumerable<RouteConventions> ConventionsOf(HttpEndpoint endpoint, CancellationToken cancellation)
    {
        string[] maps = endpoint.Kind switch { EndpointKind.Action => MapsActions, EndpointKind.PageHandler => MapsPages, _ => [] };
        var calls =
            from name in maps
            from use in reading.Uses.Named(name, cancellation)
            let call = SymbolUses.WholeExpression(use).Parent as InvocationExpressionSyntax
            where call is not null
            select reading.Models.OperationOf(call, cancellation) as IInvocationOperation;
        return calls.Append(endpoint.Kind == EndpointKind.Route ? endpoint.Mapping : null)
            .OfType<IInvocationOperation>()
            .Select(call => RouteConventions.Of(call, reading, cancellation));
    }

    private static bool AllowsAnonymous(RouteConventions conventions) =>
        conventions.Named("AllowAnonymous").Any()
        || conventions.Named("WithMetadata").Any(call => call.Syntax.DescendantTokens().Any(token => token.ValueText.StartsWith("AllowAnonymous", StringComparison.Ordinal)));

    private IEnumerable<(SyntaxNode? Place, bool IsSignIn)> Fallbacks(CancellationToken cancellation) =>
        _policies.Fallbacks(cancellation).Select(fallback =>
            ((SyntaxNode?)fallback.Place, fallback.Policy is { } policy && AuthorizationPolicies.MeansSignIn(policy)));

    private IEnumerable<(SyntaxNode? Place, bool IsSignIn)> AuthorizeFilters(CancellationToken cancellation) =>
        from filter in AddedFilters(["AuthorizeFilter"], type => type.IsOrInherits(reading.Access.AuthorizeFilter), cancellation)
        let arguments = filter.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault()?.ArgumentList?.Arguments ?? default
        select ((SyntaxNode?)filter, arguments.All(argument => AuthorizationPolicies.MeansSignIn(argument.Expression)));

    // options.Filters.Add(new AuthorizeFilter()), .Add<AuthorizeFilter>(), .Add(typeof(AuthorizeFilter))
    private IEnumerable<SyntaxNode> AddedFilters(string[] names, Func<INamedTypeSymbol?, bool> isFilter, CancellationToken cancellation) =>
        from name in names
        from use in reading.Uses.Named(name, cancellation)
        let call = use.Ancestors().TakeWhile(ancestor => ancestor is not StatementSyntax).OfType<InvocationExpressionSyntax>().FirstOrDefault()
        where call is not null && !DevelopmentOnly.Contains(call)
        let model = reading.Models[use.SyntaxTree]
        where model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "Add" } add
            && (add.ContainingType.IsOrInherits(reading.Access.FilterCollection) || IsFilters(call, model, cancellation))
            && isFilter(TypeNamed(use, model, cancellation))
        select call;

    // FilterCollection inherits Add(IFilterMetadata) from a collection of those.
    private bool IsFilters(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax access
        && model.GetTypeInfo(access.Expression, cancellation).Type.IsOrInherits(reading.Access.FilterCollection);

    private static INamedTypeSymbol? TypeNamed(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
            _ => null,
        };

    // By a convention, as with ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()), or on the page's own markup.
    private bool MentionsIgnoringElsewhere(CancellationToken cancellation) =>
        reading.Uses.Named("IgnoreAntiforgeryTokenAttribute", cancellation).Any(use => use.FirstAncestorOrSelf<AttributeSyntax>() is null)
        || reading.Uses.Named("IgnoreAntiforgeryTokenAttribute", cancellation).Concat(reading.Uses.Named("IgnoreAntiforgeryToken", cancellation))
            .Any(use => IsOnMarkup(use, cancellation));

    private bool IsOnMarkup(SyntaxNode use, CancellationToken cancellation) =>
        use.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
        && reading.Models[use.SyntaxTree].GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol { BaseType.Name: "Page" or "PageBase" or "RazorPage" };

    private bool IsMentioned(CancellationToken cancellation, params string[] names) =>
        names.Any(name => reading.Uses.Named(name, cancellation).Any());

    // A function that is not anonymous asks for a key, which the URL may hold that Stripe is told.
    private EndpointDemand? KeyOfFunction(IMethodSymbol function) =>
        reading.AspNet.HttpTriggerOf(function) is { } trigger
        && !trigger.ConstructorArguments.Any(argument => argument is { Kind: TypedConstantKind.Enum, Value: 0 })
            ? new EndpointDemand(DemandKind.SignIn, PlaceOf(trigger)?.GetLocation(), IsCertain: false)
            : null;

    private static SyntaxNode? PlaceOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax();

    // Of app.MapGroup("/api").RequireAuthorization(), the last two words.
    private static SyntaxNode LastCallOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;
}
