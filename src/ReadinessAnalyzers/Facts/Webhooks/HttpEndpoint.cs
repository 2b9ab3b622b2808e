using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// A function that requests from outside reach: a controller's action, a Razor page's handler, an Azure Function, a piece of middleware, or
/// the lambda, local function or method that is mapped to a route.
/// </summary>
/// <param name="Method">The function that handles the request.</param>
/// <param name="Function">Its declaration.</param>
/// <param name="Mapping">The call that maps it to a route or puts it into the pipeline; null for what the platform finds by itself.</param>
/// <param name="Kind">By which part of the platform requests arrive.</param>
internal sealed record HttpEndpoint(IMethodSymbol Method, SyntaxNode Function, IInvocationOperation? Mapping, EndpointKind Kind)
{
    /// <summary>The attributes of the function, its type and the type's bases: what ASP.NET gathers as the endpoint's metadata.</summary>
    public IEnumerable<AttributeData> Attributes => OwnAttributes.Concat(TypeAttributes);

    /// <summary>Those of the function and of what it overrides.</summary>
    public IEnumerable<AttributeData> OwnAttributes
    {
        get
        {
            var attributes = Method.GetAttributes().AsEnumerable();
            for (var overridden = Method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                attributes = attributes.Concat(overridden.GetAttributes());
            return attributes;
        }
    }

    /// <summary>Those of the function's type and of its bases.</summary>
    public IEnumerable<AttributeData> TypeAttributes
    {
        get
        {
            var attributes = Enumerable.Empty<AttributeData>();
            for (var type = Method.ContainingType; type is not null; type = type.BaseType)
                attributes = attributes.Concat(type.GetAttributes());
            return attributes;
        }
    }

    /// <summary>
    /// The types by which code of the app or of a library may run before the function: attributes, which may be filters or binders, the types
    /// they name, and base classes.
    /// </summary>
    public IEnumerable<INamedTypeSymbol> TypesBefore
    {
        get
        {
            foreach (var attribute in Attributes.Concat(Method.Parameters.SelectMany(parameter => parameter.GetAttributes())))
            {
                if (attribute.AttributeClass is not { } type || type.TypeKind == TypeKind.Error)
                    continue;
                var named = attribute.ConstructorArguments.Where(argument => argument.Kind == TypedConstantKind.Type).Select(argument => argument.Value)
                    .Concat(type.TypeArguments);
                foreach (var candidate in named.OfType<INamedTypeSymbol>().Append(type).Where(candidate => !PlatformAssemblies.Contain(candidate)))
                    yield return candidate;
            }
            for (var ancestor = Method.ContainingType?.BaseType; ancestor is not null && !PlatformAssemblies.Contain(ancestor); ancestor = ancestor.BaseType)
            {
                // The platform's own, of a version that is not there.
                if (ancestor is not { TypeKind: TypeKind.Error, Name: "ApiController" or "Controller" or "ControllerBase" })
                    yield return ancestor;
            }
        }
    }

    /// <summary>True for <c>app.MapPost(…).AddEndpointFilter(…)</c>.</summary>
    public bool IsFilteredOnItsRoute =>
        Mapping?.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && statement.DescendantTokens().Any(token => token.ValueText.StartsWith("AddEndpointFilter", StringComparison.Ordinal));

    /// <summary>True if the function is mapped to a route or an attribute gives it one; a public method of a controller may be neither.</summary>
    public bool HasRoute(CompilationReading reading) =>
        Mapping is not null || Method.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.RouteTemplateProvider));

    /// <summary>The route as it is written: of the mapping without its groups, or of the action's and the controller's attributes; null if not known.</summary>
    public string? Route(CompilationReading reading)
    {
        if (Mapping is not null)
            return Mapping.Arguments.Select(argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault();
        var (own, type) = (TemplateIn(Method.GetAttributes(), reading), TemplateIn(Method.ContainingType.GetAttributes(), reading));
        if (own is null && type is null)
            return null;
        var template = own is null || own.StartsWith("/", StringComparison.Ordinal) || own.StartsWith("~/", StringComparison.Ordinal)
            ? own ?? type!
            : type is null ? own : $"{type.TrimEnd('/')}/{own}";
        var controller = Method.ContainingType.Name;
        if (controller.EndsWith("Controller", StringComparison.Ordinal))
            controller = controller.Substring(0, controller.Length - "Controller".Length);
        return "/" + template.TrimStart('~', '/').TrimEnd('/').Replace("[controller]", controller).Replace("[action]", Method.Name);
    }

    private static string? TemplateIn(ImmutableArray<AttributeData> attributes, CompilationReading reading) => attributes
        .Where(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.RouteTemplateProvider))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<string>()
        .FirstOrDefault();

    /// <summary>True if a request must be authenticated before it arrives here, in whichever way, so that it is no stranger's.</summary>
    public bool RequiresAuthorization(CompilationReading reading, CancellationToken cancellation = default) =>
        reading.Demands.SignInFor(this, cancellation) is not null;

    /// <summary>The innermost endpoint around <paramref name="node"/>; null if the code there is reached some other way.</summary>
    public static HttpEndpoint? Around(SyntaxNode node, CompilationReading reading, SemanticModel model, CancellationToken cancellation)
    {
        for (var function = Functions.Around(node); function is not null; function = Functions.Around(function.Parent))
        {
            if (Of(function, reading, model, cancellation) is { } endpoint)
                return endpoint;
        }
        return null;
    }

    private static HttpEndpoint? Of(SyntaxNode function, CompilationReading reading, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = function is AnonymousFunctionExpressionSyntax
            ? model.GetSymbolInfo(function, cancellation).Symbol as IMethodSymbol
            : model.GetDeclaredSymbol(function, cancellation) as IMethodSymbol;
        if (symbol is null)
            return null;
        if (DeclaredEndpoint.KindOf(symbol, reading.AspNet) is { } declared)
            return new HttpEndpoint(symbol, function, null, declared);
        return MappedEndpoint.Of(function, symbol, reading, model, cancellation) is { } mapped
            ? new HttpEndpoint(symbol, function, mapped.Call, mapped.Kind)
            : null;
    }
}
