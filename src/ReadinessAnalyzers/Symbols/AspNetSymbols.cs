using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>The types of ASP.NET Core, and of the ASP.NET before it, by which endpoints are recognised. Any may be absent.</summary>
internal sealed class AspNetSymbols(Compilation compilation)
{
    public INamedTypeSymbol? HttpRequest { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpRequest");

    public INamedTypeSymbol? HttpResponse { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpResponse");

    public INamedTypeSymbol? HttpContext { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpContext");

    public INamedTypeSymbol? HeaderDictionary { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.IHeaderDictionary");

    public INamedTypeSymbol? HeaderValues { get; } = compilation.FindLibraryType("Microsoft.Extensions.Primitives.StringValues");

    public INamedTypeSymbol? FromBody { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.FromBodyAttribute");

    public INamedTypeSymbol? RouteTemplateProvider { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider");

    public INamedTypeSymbol? NonAction { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.NonActionAttribute");

    public INamedTypeSymbol? EndpointRouteBuilder { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder");

    public INamedTypeSymbol? ApplicationBuilder { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Builder.IApplicationBuilder");

    public INamedTypeSymbol? AuthorizeData { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.IAuthorizeData");

    public INamedTypeSymbol? AllowAnonymous { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.IAllowAnonymous");

    private INamedTypeSymbol?[] ControllerBases { get; } =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.ControllerBase"),
        compilation.FindLibraryType("System.Web.Mvc.ControllerBase"),
        compilation.FindLibraryType("System.Web.Http.ApiController"),
    ];

    public INamedTypeSymbol? PageModel { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");

    private INamedTypeSymbol? ControllerAttribute { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.ControllerAttribute");

    /// <summary>True for a type whose public methods are actions.</summary>
    public bool IsController(INamedTypeSymbol type)
    {
        if (ControllerBases.Any(controller => type.IsOrInherits(controller)))
            return true;
        for (INamedTypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(ControllerAttribute)))
                return true;
        }
        return false;
    }

    /// <summary>True for a type through which a callee can read the request: its body, its headers, or all of it.</summary>
    public bool CarriesRequest(ITypeSymbol? type) =>
        type.IsOrInherits(HttpRequest) || type.IsOrInherits(HttpContext) || type.IsOrInherits(HeaderDictionary) || type.IsOrInherits(HeaderValues);
}
