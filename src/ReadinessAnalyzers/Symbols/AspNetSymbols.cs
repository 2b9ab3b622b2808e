using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// The types of ASP.NET Core, of the ASP.NET before it and of Azure Functions by which endpoints are recognised. Any may be absent.
/// </summary>
internal sealed class AspNetSymbols(Compilation compilation)
{
    public INamedTypeSymbol? HttpRequest { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpRequest");

    public INamedTypeSymbol? HttpResponse { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpResponse");

    public INamedTypeSymbol? HttpContext { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpContext");

    public INamedTypeSymbol? HeaderDictionary { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.IHeaderDictionary");

    public INamedTypeSymbol? HeaderValues { get; } = compilation.FindLibraryType("Microsoft.Extensions.Primitives.StringValues");

    public INamedTypeSymbol? RequestDelegate { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.RequestDelegate");

    public INamedTypeSymbol? FromBody { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.FromBodyAttribute");

    public INamedTypeSymbol? RouteTemplateProvider { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider");

    public INamedTypeSymbol? EndpointRouteBuilder { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder");

    public INamedTypeSymbol? ApplicationBuilder { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Builder.IApplicationBuilder");

    public INamedTypeSymbol? Middleware { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Http.IMiddleware");

    public INamedTypeSymbol? AuthorizeData { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.IAuthorizeData");

    public INamedTypeSymbol? AllowAnonymous { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Authorization.IAllowAnonymous");

    public INamedTypeSymbol? PageModel { get; } = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");

    /// <summary>Handlers of .NET Framework: <c>.ashx</c> and what <c>web.config</c> names.</summary>
    public INamedTypeSymbol? HttpHandler { get; } = compilation.FindLibraryType("System.Web.IHttpHandler");

    /// <summary>What all endpoints of the FastEndpoints library derive from.</summary>
    public INamedTypeSymbol? FastEndpoint { get; } = compilation.FindLibraryType("FastEndpoints.BaseEndpoint");

    private readonly INamedTypeSymbol?[] _requests =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpRequest"),
        compilation.FindLibraryType("Microsoft.AspNetCore.Http.HttpContext"),
        compilation.FindLibraryType("Microsoft.Azure.Functions.Worker.Http.HttpRequestData"),
        compilation.FindLibraryType("System.Web.HttpRequest"),
        compilation.FindLibraryType("System.Web.HttpRequestBase"),
        compilation.FindLibraryType("System.Web.HttpContext"),
        compilation.FindLibraryType("System.Web.HttpContextBase"),
    ];

    private readonly INamedTypeSymbol?[] _controllers =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.ControllerBase"),
        compilation.FindLibraryType("System.Web.Mvc.ControllerBase"),
        compilation.FindLibraryType("System.Web.Http.ApiController"),
    ];

    private readonly INamedTypeSymbol? _controllerAttribute = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.ControllerAttribute");
    private readonly INamedTypeSymbol? _nonController = compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.NonControllerAttribute");

    private readonly INamedTypeSymbol?[] _nonHandlers =
    [
        compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.NonActionAttribute"),
        compilation.FindLibraryType("Microsoft.AspNetCore.Mvc.RazorPages.NonHandlerAttribute"),
        compilation.FindLibraryType("System.Web.Mvc.NonActionAttribute"),
        compilation.FindLibraryType("System.Web.Http.NonActionAttribute"),
    ];

    private readonly INamedTypeSymbol?[] _functions =
    [
        compilation.FindLibraryType("Microsoft.Azure.WebJobs.FunctionNameAttribute"),
        compilation.FindLibraryType("Microsoft.Azure.Functions.Worker.FunctionAttribute"),
    ];

    private readonly INamedTypeSymbol?[] _httpTriggers =
    [
        compilation.FindLibraryType("Microsoft.Azure.WebJobs.HttpTriggerAttribute"),
        compilation.FindLibraryType("Microsoft.Azure.Functions.Worker.HttpTriggerAttribute"),
    ];

    /// <summary>True for a type whose public methods are actions.</summary>
    public bool IsController(INamedTypeSymbol type) =>
        !IsNoController(type)
        && (_controllers.Any(controller => type.IsOrInherits(controller)) || HasAttribute(type, _controllerAttribute));

    /// <summary>True for a type that says of itself that it is none, whatever its name and base.</summary>
    public bool IsNoController(INamedTypeSymbol type) => HasAttribute(type, _nonController);

    /// <summary>True for a method that would handle requests, if an attribute on it or on what it overrides did not say that it does not.</summary>
    public bool IsExcluded(IMethodSymbol method)
    {
        for (var candidate = method; candidate is not null; candidate = candidate.OverriddenMethod)
        {
            if (candidate.GetAttributes().Any(attribute => _nonHandlers.Any(excluding => attribute.AttributeClass.IsOrInherits(excluding))))
                return true;
        }
        return false;
    }

    /// <summary>True for a type through which a callee can read the request: its body, its headers, or all of it.</summary>
    public bool CarriesRequest(ITypeSymbol? type) =>
        IsRequest(type) || type.IsOrInherits(HeaderDictionary) || type.IsOrInherits(HeaderValues);

    /// <summary>True for the request itself and for the context that holds it, in whichever generation of ASP.NET or Functions.</summary>
    public bool IsRequest(ITypeSymbol? type) => _requests.Any(request => type.IsOrInherits(request));

    /// <summary>The attribute by which an HTTP request starts this method in Azure Functions; null if it is no such function.</summary>
    public AttributeData? HttpTriggerOf(IMethodSymbol method) =>
        !method.GetAttributes().Any(attribute => _functions.Any(function => attribute.AttributeClass.IsOrInherits(function)))
            ? null
            : method.Parameters.SelectMany(parameter => parameter.GetAttributes())
                .FirstOrDefault(attribute => _httpTriggers.Any(trigger => attribute.AttributeClass.IsOrInherits(trigger)));

    private static bool HasAttribute(INamedTypeSymbol type, INamedTypeSymbol? attribute)
    {
        for (INamedTypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.GetAttributes().Any(data => data.AttributeClass.IsOrInherits(attribute)))
                return true;
        }
        return false;
    }
}
