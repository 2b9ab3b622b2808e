using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>Filters, base classes and middleware that may tell of every request, whatever the endpoint itself does.</summary>
internal sealed class RequestTraces(CompilationReading reading, TraceReading traces)
{
    // Each writes a line or a measurement for every request.
    private static readonly string[] RequestLogs = ["UseSerilogRequestLogging", "UseHttpLogging", "UseW3CLogging", "UseHttpMetrics", "UseAllElasticApm"];

    // The members by which ASP.NET calls middleware and filters.
    private static readonly string[] PipelineMembers =
        ["Invoke", "InvokeAsync", "OnActionExecuting", "OnActionExecuted", "OnActionExecutionAsync", "OnResultExecuted", "OnResultExecutionAsync"];

    private volatile StrongBox<bool>? _isInPipeline;

    public bool MayTell(HttpEndpoint endpoint, CancellationToken cancellation) =>
        endpoint.IsFilteredOnItsRoute
        || endpoint.TypesBefore.Any(type => MayTell(type, cancellation))
        || (_isInPipeline ??= new StrongBox<bool>(IsInPipeline(cancellation))).Value;

    private bool MayTell(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var declarations = reading.DeclarationsOf(type, cancellation).ToList();
        return declarations.Count == 0 || declarations.Exists(declaration => Tells(declaration, Traces.Telemetry | Traces.Unknown, cancellation));
    }

    // A middleware that only catches exceptions tells nothing of a request that goes well.
    private bool IsInPipeline(CancellationToken cancellation) =>
        RequestLogs.Any(name => !reading.Uses.Named(name, cancellation).IsEmpty)
        || PipelineMembers
            .SelectMany(name => reading.Compilation.GetSymbolsWithName(name, SymbolFilter.Member, cancellation))
            .OfType<IMethodSymbol>()
            .Where(method => method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && !reading.AspNet.IsController(method.ContainingType))
            .SelectMany(method => reading.DeclarationsOf(method, cancellation))
            .Any(declaration => Tells(declaration, Traces.Telemetry, cancellation))
        || reading.Uses.Named("UseMiddleware", cancellation).Any(use => use is GenericNameSyntax generic && NamesForeign(generic, cancellation));

    private bool Tells(SyntaxNode code, Traces kinds, CancellationToken cancellation) => (traces.OnSuccessOf(code, cancellation) & kinds) != Traces.None;

    // UseMiddleware<Acme.AuditMiddleware>()
    private bool NamesForeign(GenericNameSyntax call, CancellationToken cancellation) => call.TypeArgumentList.Arguments
        .Select(argument => reading.Models[call.SyntaxTree].GetSymbolInfo(argument, cancellation).Symbol)
        .Any(type => type is null || (!PlatformAssemblies.Contain(type) && !reading.DeclarationsOf(type, cancellation).Any()));
}
