using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// A function that requests from outside reach: a controller's action, a Razor page's handler, or the lambda, local function or method that
/// is mapped to a route.
/// </summary>
/// <param name="Method">The function that handles the request.</param>
/// <param name="Function">Its declaration.</param>
/// <param name="Mapping">The call that maps it to a route; null for an action.</param>
internal sealed record HttpEndpoint(IMethodSymbol Method, SyntaxNode Function, IInvocationOperation? Mapping)
{
    /// <summary>The attributes of the function, its type and the type's bases: what ASP.NET gathers as the endpoint's metadata.</summary>
    public IEnumerable<AttributeData> Attributes
    {
        get
        {
            var attributes = Method.GetAttributes().AsEnumerable();
            for (var type = Method.ContainingType; type is not null; type = type.BaseType)
                attributes = attributes.Concat(type.GetAttributes());
            return attributes;
        }
    }

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

    /// <summary>
    /// True if a request must be authenticated before it arrives here, so that it is no stranger's: by attribute, or by
    /// <c>RequireAuthorization</c> on the route or its group.
    /// </summary>
    public bool RequiresAuthorization(CompilationReading reading) =>
        (Attributes.Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.AuthorizeData))
            && !Attributes.Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.AllowAnonymous)))
        || (Mapping is not null && MapsBehindAuthorization(Mapping.Syntax));

    // app.MapGroup("/admin").RequireAuthorization() … group.MapPost(…), in one statement or several.
    private static bool MapsBehindAuthorization(SyntaxNode mapping)
    {
        var statement = mapping.FirstAncestorOrSelf<StatementSyntax>() ?? mapping;
        var group = mapping.GetFirstToken().ValueText;
        var calls = Functions.Around(mapping)?.DescendantNodes().OfType<InvocationExpressionSyntax>() ?? [];
        return calls.Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireAuthorization" } access
            && (statement.Contains(call)
                || (access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == group)
                || call.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText == group));
    }

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
        if (IsAction(symbol, reading) || IsPageHandler(symbol, reading))
            return new HttpEndpoint(symbol, function, null);
        var mapping = function is AnonymousFunctionExpressionSyntax
            ? MappingAround(function, reading, model, cancellation)
            : MappingOf(symbol, reading, cancellation);
        return mapping is null ? null : new HttpEndpoint(symbol, function, mapping);
    }

    private static bool IsAction(IMethodSymbol method, CompilationReading reading) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false }
        && reading.AspNet.IsController(method.ContainingType)
        && !method.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.NonAction));

    private static bool IsPageHandler(IMethodSymbol method, CompilationReading reading) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false }
        && method.Name.StartsWith("On", StringComparison.Ordinal)
        && method.ContainingType.IsOrInherits(reading.AspNet.PageModel);

    // A method is an endpoint if some file hands it to a Map method by name.
    private static IInvocationOperation? MappingOf(IMethodSymbol method, CompilationReading reading, CancellationToken cancellation)
    {
        if (reading.AspNet.EndpointRouteBuilder is null || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return null;
        return reading.Uses.Of(method, cancellation)
            .Select(use => MappingAround(SymbolUses.WholeExpression(use), reading, reading.Models[use.SyntaxTree], cancellation))
            .FirstOrDefault(mapping => mapping is not null);
    }

    // app.MapPost("/webhook", handler): any method that takes a route builder and a delegate, also of a library or of the app itself.
    private static IInvocationOperation? MappingAround(SyntaxNode handler, CompilationReading reading, SemanticModel model, CancellationToken cancellation)
    {
        if (handler.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } })
            return null;
        if (reading.Models.OperationOf(call, model, cancellation) is not IInvocationOperation invocation)
            return null;
        var method = invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod;
        return method.Name.StartsWith("Map", StringComparison.Ordinal)
            && method.Parameters.FirstOrDefault()?.Type.IsOrInherits(reading.AspNet.EndpointRouteBuilder) == true
                ? invocation
                : null;
    }
}
