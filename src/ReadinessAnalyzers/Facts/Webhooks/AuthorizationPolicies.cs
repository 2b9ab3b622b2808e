using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Which policies ask for somebody who has signed in, and which may be anything, such as the app's own check of Stripe.</summary>
internal sealed class AuthorizationPolicies(CompilationReading reading)
{
    private static readonly HashSet<string> SignIns = new(
        ["RequireAuthenticatedUser", "RequireRole", "RequireClaim", "RequireUserName", "DefaultPolicy"], StringComparer.Ordinal);

    private static readonly HashSet<string> Others = new(
        ["RequireAssertion", "AddRequirements", "Requirements", "Combine", "AddAuthenticationSchemes", "AuthenticationSchemes", "GetPolicy"],
        StringComparer.Ordinal);

    // JwtBearerDefaults, CookieAuthenticationDefaults and IdentityConstants hold these.
    private static readonly HashSet<string> SignInSchemes = new(["Bearer", "Cookies", "Identity.Application"], StringComparer.Ordinal);

    // What a type derives from that decides by itself who is signed in, or what becomes of those who are not.
    private static readonly string[] Deciders =
    [
        "AuthenticationHandler", "IAuthenticationHandler", "IAuthenticationRequestHandler", "IAuthorizationHandler", "IAuthorizationService",
        "IAuthorizationMiddlewareResultHandler", "IPolicyEvaluator", "IAuthorizationEvaluator", "IAuthorizationPolicyProvider",
        "IApplicationModelConvention", "IControllerModelConvention", "IActionModelConvention", "IApplicationModelProvider",
    ];

    /// <summary>
    /// False if the app decides by itself who is signed in, or changes what its endpoints ask for, so that it may let Stripe pass.
    /// </summary>
    public bool AreThePlatforms(CancellationToken cancellation) =>
        !Deciders.Any(name => reading.Uses.Named(name, cancellation).Any(use => use.FirstAncestorOrSelf<BaseListSyntax>() is not null))
        && !reading.Uses.Named("User", cancellation).Any(use => use.Parent is MemberAccessExpressionSyntax && MemberWrites.WriteThrough(use) is not null)
        && !reading.Uses.Named("AllowAnonymousFilter", cancellation).Any()
        && DefaultPolicies(cancellation).All(policy => policy is { } written && MeansSignIn(written));

    /// <summary>True if the attribute asks for a sign-in and nothing that the app may have defined otherwise.</summary>
    public bool IsSignIn(AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.AttributeClass is not { } type)
            return false;
        if (!reading.Access.IsPlatformAuthorize(type))
            return IsPlainDescendant(type, cancellation);
        return attribute.ConstructorArguments.IsEmpty
            && attribute.NamedArguments.All(argument => argument.Key switch
            {
                "Roles" or "Users" => true,
                "AuthenticationSchemes" => argument.Value.Value is string schemes && schemes.Split(',').All(scheme => SignInSchemes.Contains(scheme.Trim())),
                _ => false,
            });
    }

    /// <summary>True for <c>RequireAuthorization()</c>, and with a policy that is written out.</summary>
    public static bool IsSignIn(IInvocationOperation requireAuthorization) =>
        requireAuthorization.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: var written }
        && written.All(argument => MeansSignIn(argument.Expression));

    /// <summary>True if the policy, or the variable that holds it, is written out and asks for a sign-in.</summary>
    public static bool MeansSignIn(ExpressionSyntax policy)
    {
        var names = PolicyIn(policy).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).ToList();
        return names.Any(SignIns.Contains) && !names.Any(Others.Contains) && !NamesAScheme(PolicyIn(policy));
    }

    // var policy = new AuthorizationPolicyBuilder()…; options.FallbackPolicy = policy;
    private static SyntaxNode PolicyIn(ExpressionSyntax policy) => policy is IdentifierNameSyntax { Identifier.ValueText: var name }
        ? policy.Ancestors()
            .SelectMany(ancestor => ancestor.ChildNodes().Select(child => child is GlobalStatementSyntax global ? global.Statement : child))
            .OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(declaration => declaration.Declaration.Variables)
            .FirstOrDefault(variable => variable.Identifier.ValueText == name)?.Initializer?.Value ?? policy
        : policy;

    // new AuthorizationPolicyBuilder("ApiKey"): Stripe may send a key in the URL.
    private static bool NamesAScheme(SyntaxNode policy) => policy.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>()
        .SelectMany(creation => creation.ArgumentList?.Arguments ?? default)
        .Any(argument => !argument.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText is "JwtBearerDefaults" or "CookieAuthenticationDefaults" or "IdentityConstants"));

    // class AdminOnlyAttribute : AuthorizeAttribute { public AdminOnlyAttribute() => Roles = "Admin"; }
    private bool IsPlainDescendant(INamedTypeSymbol type, CancellationToken cancellation) =>
        reading.Access.IsPlatformAuthorize(type.BaseType)
        && type.Interfaces.IsEmpty
        && reading.DeclarationsOf(type, cancellation).ToList() is { Count: > 0 } declarations
        && declarations.All(declaration => !declaration.DescendantTokens().Any(token => token.ValueText is "Policy" or "AuthenticationSchemes" or "base" or "override")
            && !declaration.DescendantNodes().Any(node => node is PrimaryConstructorBaseTypeSyntax));

    private IEnumerable<ExpressionSyntax?> DefaultPolicies(CancellationToken cancellation) =>
        AssignedTo("DefaultPolicy", cancellation).Concat(HandedTo(["SetDefaultPolicy", "AddDefaultPolicy"], cancellation));

    /// <summary>The policies for endpoints that name none; null for one that is not written there.</summary>
    public IEnumerable<(SyntaxNode Place, ExpressionSyntax? Policy)> Fallbacks(CancellationToken cancellation) =>
        from policy in AssignedTo("FallbackPolicy", cancellation).Concat(HandedTo(["SetFallbackPolicy", "AddFallbackPolicy"], cancellation))
        where policy is not LiteralExpressionSyntax && !DevelopmentOnly.Contains(policy)
        select (policy.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement ? statement.Expression : policy.Parent!, policy);

    // options.FallbackPolicy = …
    private IEnumerable<ExpressionSyntax> AssignedTo(string property, CancellationToken cancellation) =>
        from use in reading.Uses.Named(property, cancellation)
        let write = MemberWrites.WriteThrough(use)
        where write?.Value is not null
            && reading.Models[use.SyntaxTree].GetSymbolInfo(use, cancellation).Symbol?.ContainingType.IsOrInherits(reading.Access.AuthorizationOptions) == true
        select write.Value;

    // AddAuthorizationBuilder().SetFallbackPolicy(…)
    private IEnumerable<ExpressionSyntax> HandedTo(string[] methods, CancellationToken cancellation) =>
        from method in methods
        from use in reading.Uses.Named(method, cancellation)
        let call = SymbolUses.WholeExpression(use).Parent as InvocationExpressionSyntax
        where call is { ArgumentList.Arguments.Count: > 0 }
            && reading.Models[use.SyntaxTree].GetSymbolInfo(use, cancellation).Symbol?.ContainingType.IsOrInherits(reading.Access.AuthorizationBuilder) == true
        select call.ArgumentList.Arguments.Last().Expression;
}
