using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>The types by which ASP.NET is told who may call an endpoint, and with which token. Any may be absent.</summary>
internal sealed class AccessSymbols(Compilation compilation)
{
    private readonly INamedTypeSymbol?[] _authorize =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.IAuthorizeData"),
        compilation.FindLibraryType("System.Web.Mvc.AuthorizeAttribute"),
        compilation.FindLibraryType("System.Web.Http.AuthorizeAttribute"),
    ];

    private readonly INamedTypeSymbol?[] _plainAuthorize =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.AuthorizeAttribute"),
        compilation.FindLibraryType("System.Web.Mvc.AuthorizeAttribute"),
        compilation.FindLibraryType("System.Web.Http.AuthorizeAttribute"),
    ];

    private readonly INamedTypeSymbol?[] _allowAnonymous =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.IAllowAnonymous"),
        compilation.FindLibraryType("System.Web.Mvc.AllowAnonymousAttribute"),
        compilation.FindLibraryType("System.Web.Http.AllowAnonymousAttribute"),
    ];

    private readonly INamedTypeSymbol?[] _validateToken =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.ValidateAntiForgeryTokenAttribute"),
        compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.AutoValidateAntiforgeryTokenAttribute"),
        compilation.FindLibraryType("System.Web.Mvc.ValidateAntiForgeryTokenAttribute"),
    ];

    private readonly INamedTypeSymbol? _ignoreToken = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute");

    public INamedTypeSymbol? AuthorizationOptions { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.AuthorizationOptions");

    public INamedTypeSymbol? AuthorizationBuilder { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.AuthorizationBuilder");

    public INamedTypeSymbol? AuthorizeFilter { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.Authorization.AuthorizeFilter");

    public INamedTypeSymbol? FilterCollection { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.Filters.FilterCollection");

    public INamedTypeSymbol? ConventionBuilder { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Builder.IEndpointConventionBuilder");

    /// <summary>True for an attribute that lets nobody in who is not signed in, or who does not meet a policy.</summary>
    public bool Authorizes(INamedTypeSymbol? type) => _authorize.Any(candidate => type.IsOrInherits(candidate));

    /// <summary>True for the platform's own attribute, of which it is known what it asks for.</summary>
    public bool IsPlatformAuthorize(INamedTypeSymbol? type) =>
        _plainAuthorize.Any(candidate => candidate is not null && SymbolEqualityComparer.Default.Equals(type, candidate));

    /// <summary>True for an attribute that lets everybody in, whatever else the endpoint asks for.</summary>
    public bool AllowsAnonymous(INamedTypeSymbol? type) => _allowAnonymous.Any(candidate => type.IsOrInherits(candidate));

    /// <summary>True for an attribute that asks for the token of a form which the site itself has sent out.</summary>
    public bool ValidatesToken(INamedTypeSymbol? type) => _validateToken.Any(candidate => type.IsOrInherits(candidate));

    public bool IgnoresToken(INamedTypeSymbol? type) => type.IsOrInherits(_ignoreToken);
}
