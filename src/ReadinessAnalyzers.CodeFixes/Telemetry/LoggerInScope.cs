using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>Finds the loggers that code at a place can use.</summary>
internal static class LoggerInScope
{
    /// <summary>The names of the <c>ILogger</c>s that are visible there, the nearest first.</summary>
    public static IEnumerable<string> At(int position, SemanticModel model, TelemetrySymbols symbols) => model.LookupSymbols(position)
        .Where(symbol => symbol is not ILocalSymbol || PositionOf(symbol) < position)
        .OrderByDescending(symbol => symbol is ILocalSymbol or IParameterSymbol)
        .ThenByDescending(PositionOf)
        .Where(symbol => symbols.Logger is not null && TypeOf(symbol).IsOrInherits(symbols.Logger))
        .Select(symbol => symbol.Name);

    private static int PositionOf(ISymbol symbol) => symbol.Locations.FirstOrDefault() is { IsInSource: true } place ? place.SourceSpan.Start : -1;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };
}
