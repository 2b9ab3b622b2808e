using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Which methods are endpoints by their declaration alone: the platform finds them by type, name or attribute.</summary>
internal static class DeclaredEndpoint
{
    // OnPaidAsync(Event e) is a helper: no sender's verb is PAID.
    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"];

    /// <summary>Null for a method that the platform does not call by itself.</summary>
    public static EndpointKind? KindOf(IMethodSymbol method, AspNetSymbols asp)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.IsAbstract || asp.IsExcluded(method))
            return null;
        if (IsHttpHandler(method, asp))
            return EndpointKind.HttpHandler;
        if (asp.HttpTriggerOf(method) is not null)
            return EndpointKind.AzureFunction;
        if (method is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false })
            return null;
        if (IsAction(method, asp))
            return EndpointKind.Action;
        if (IsPageHandler(method, asp))
            return EndpointKind.PageHandler;
        if (IsMiddleware(method, asp))
            return EndpointKind.Middleware;
        return IsFastEndpoint(method, asp) ? EndpointKind.FastEndpoint : null;
    }

    private static bool IsAction(IMethodSymbol method, AspNetSymbols asp) =>
        !method.IsGenericMethod
        && (asp.IsController(method.ContainingType) || IsActionOfPlainType(method, asp) || IsActionOfUnboundType(method, asp));

    // The base class is in a package that is not there; the action's own attribute says what it is.
    private static bool IsActionOfUnboundType(IMethodSymbol method, AspNetSymbols asp) =>
        method.ContainingType is { TypeKind: TypeKind.Class, BaseType.TypeKind: TypeKind.Error }
        && method.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(asp.RouteTemplateProvider));

    // A class called SomethingController is a controller without any base, if nothing says otherwise; its routes say that it is meant.
    private static bool IsActionOfPlainType(IMethodSymbol method, AspNetSymbols asp) =>
        method.ContainingType is { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object } type
        && type.Name.EndsWith("Controller", StringComparison.Ordinal)
        && !asp.IsNoController(type)
        && method.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(asp.RouteTemplateProvider));

    private static bool IsPageHandler(IMethodSymbol method, AspNetSymbols asp) =>
        method.Name.StartsWith("On", StringComparison.Ordinal)
        && !method.IsGenericMethod
        && method.ContainingType.IsOrInherits(asp.PageModel)
        && Array.Exists(Verbs, verb => string.CompareOrdinal(method.Name, 2, verb, 0, verb.Length) == 0 && BeginsWord(method.Name, 2 + verb.Length));

    // OnPostPayAsync, but not OnPosted.
    private static bool BeginsWord(string name, int position) => position == name.Length || !char.IsLower(name[position]);

    private static bool IsMiddleware(IMethodSymbol method, AspNetSymbols asp) =>
        method.Name is "Invoke" or "InvokeAsync"
        && method.Parameters.FirstOrDefault()?.Type.IsOrInherits(asp.HttpContext) == true
        && (method.ContainingType.IsOrInherits(asp.Middleware)
            || method.ContainingType.InstanceConstructors.Any(constructor =>
                constructor.Parameters.Any(parameter => parameter.Type.IsOrInherits(asp.RequestDelegate))));

    private static bool IsHttpHandler(IMethodSymbol method, AspNetSymbols asp) =>
        method.Name.Substring(method.Name.LastIndexOf('.') + 1) is "ProcessRequest" or "ProcessRequestAsync" or "BeginProcessRequest"
        && method.ContainingType.IsOrInherits(asp.HttpHandler)
        && asp.IsRequest(method.Parameters.FirstOrDefault()?.Type);

    private static bool IsFastEndpoint(IMethodSymbol method, AspNetSymbols asp) =>
        method is { IsOverride: true, Name: "HandleAsync" or "ExecuteAsync" } && method.ContainingType.IsOrInherits(asp.FastEndpoint);
}
