using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>A webhook endpoint and one demand that keeps Stripe out.</summary>
/// <remarks>
/// A change is tried before it is offered: the compiler must find nothing new to say, and the reading that found the demand must find it
/// gone. So nothing is offered where the platform has no way to open a single endpoint.
/// </remarks>
internal sealed class ClosedEndpoint
{
    private readonly WebhookEndpoint _endpoint;
    private readonly EndpointDemand _demand;
    private readonly SemanticModel _model;

    private ClosedEndpoint(WebhookEndpoint endpoint, EndpointDemand demand, SemanticModel model) => (_endpoint, _demand, _model) = (endpoint, demand, model);

    /// <summary>The endpoint and the demand that <paramref name="diagnostic"/> is about.</summary>
    public static ClosedEndpoint? Find(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var places = diagnostic.AdditionalLocations.Append(diagnostic.Location).ToList();
        return (from endpoint in EndpointsIn(model, cancellation)
                where places.Contains(endpoint.Place)
                from demand in endpoint.Demands
                where demand.Place is null ? places.Count == 1 : places.Contains(demand.Place)
                select new ClosedEndpoint(endpoint, demand, model)).FirstOrDefault();
    }

    /// <summary>The change that opens this endpoint, if there is one.</summary>
    public (TextChange Change, string Title)? FindOpening(CancellationToken cancellation)
    {
        var (attribute, scope) = _demand.Kind == DemandKind.SignIn
            ? ("AllowAnonymous", "Microsoft.AspNetCore.Authorization")
            : ("IgnoreAntiforgeryToken", "Microsoft.AspNetCore.Mvc");
        foreach (var change in Openings(attribute, scope))
        {
            if (Holds(change, cancellation))
                return (change, _demand.Kind == DemandKind.SignIn ? "Let requests in that are not signed in" : "Let requests in without an antiforgery token");
        }
        return null;
    }

    private IEnumerable<TextChange> Openings(string attribute, string scope)
    {
        if (_endpoint.Http is { Mapping.Syntax: InvocationExpressionSyntax map, Function: AnonymousFunctionExpressionSyntax })
        {
            yield return new TextChange(new TextSpan(map.Span.End, 0), $".{attribute}()");
            yield break;
        }
        var name = Imported(attribute, scope);
        // [ValidateAntiForgeryToken] on the same level gives way.
        if (DemandingAttribute is { } demanding && DeclarationToMark is { } marked && marked.Contains(demanding) && _demand.Kind == DemandKind.AntiforgeryToken)
            yield return new TextChange(demanding.Span, name);
        if (DeclarationToMark is { } declaration)
            yield return new TextChange(new TextSpan(declaration.SpanStart, 0), $"[{name}]{LineBreak}{Indentation(declaration)}");
    }

    private AttributeSyntax? DemandingAttribute => _demand.Place is { SourceTree: { } tree } place && tree == _model.SyntaxTree
        ? tree.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
        : null;

    // A page is opened as a whole, since the platform looks nowhere else.
    private SyntaxNode? DeclarationToMark => _endpoint.Http.Kind == EndpointKind.PageHandler
        ? _endpoint.Http.Function.FirstAncestorOrSelf<ClassDeclarationSyntax>()
        : _endpoint.Http.Function as MethodDeclarationSyntax ?? (SyntaxNode?)(_endpoint.Http.Function as LocalFunctionStatementSyntax);

    private string Imported(string attribute, string scope) =>
        _model.LookupNamespacesAndTypes(_endpoint.Place.SourceSpan.Start, name: attribute + "Attribute").Any(type => type.ContainingNamespace?.ToDisplayString() == scope)
            ? attribute
            : $"{scope}.{attribute}";

    private string LineBreak => _model.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    private string Indentation(SyntaxNode declaration)
    {
        var line = _model.SyntaxTree.GetText().Lines.GetLineFromPosition(declaration.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private bool Holds(TextChange change, CancellationToken cancellation)
    {
        var tree = _model.SyntaxTree;
        var changed = tree.WithChangedText(tree.GetText(cancellation).WithChanges(change));
        var compilation = _model.Compilation.ReplaceSyntaxTree(tree, changed);
        var model = CompilationReading.Of(compilation).Models[changed];
        return FaultsIn(model, cancellation) <= FaultsIn(_model, cancellation)
            && EndpointsIn(model, cancellation).Any(endpoint => endpoint.Name == _endpoint.Name && endpoint.Demands.All(demand => demand.Kind != _demand.Kind));
    }

    private static int FaultsIn(SemanticModel file, CancellationToken cancellation) =>
        file.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static IEnumerable<WebhookEndpoint> EndpointsIn(SemanticModel file, CancellationToken cancellation)
    {
        var reading = CompilationReading.Of(file.Compilation);
        return reading.Stripe is { } stripe ? new WebhookEndpointReader(reading, stripe, reading.Traces("")).ReadAll(file.SyntaxTree, cancellation) : [];
    }
}
