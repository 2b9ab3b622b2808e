using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.CodeFixes.Secrets;

/// <summary>By which expressions the code at one place can read settings.</summary>
internal static class ConfigurationInScope
{
    /// <summary>
    /// An <c>IConfiguration</c> first, then what holds one as its <c>Configuration</c>, as the builder of an app does; of each the locals
    /// and parameters first, the nearest before the others. Whether a static context, a section or a later assignment stands in the way
    /// is for the caller to see.
    /// </summary>
    public static IEnumerable<string> At(int position, SemanticModel model, CancellationToken cancellation)
    {
        var symbols = CompilationReading.Of(model.Compilation).Configuration;
        var visible = model.LookupSymbols(position)
            .Where(symbol => symbol is not ILocalSymbol || PositionOf(symbol) < position)
            .OrderByDescending(symbol => symbol is ILocalSymbol or IParameterSymbol)
            .ThenByDescending(PositionOf)
            .Select(symbol => (symbol.Name, Type: TypeOf(symbol)))
            .ToList();
        foreach (var symbol in visible)
        {
            cancellation.ThrowIfCancellationRequested();
            if (symbols.IsConfiguration(symbol.Type))
                yield return symbol.Name;
        }
        foreach (var symbol in visible)
        {
            cancellation.ThrowIfCancellationRequested();
            if (symbol.Type is not null && HoldsConfiguration(symbol.Type, position, model, symbols))
                yield return $"{symbol.Name}.Configuration";
        }
    }

    private static bool HoldsConfiguration(ITypeSymbol type, int position, SemanticModel model, ConfigurationSymbols symbols) =>
        model.LookupSymbols(position, type, "Configuration")
            .Any(member => member is IPropertySymbol { IsStatic: false } property && symbols.IsConfiguration(property.Type));

    private static int PositionOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault() is { IsInSource: true } place ? place.SourceSpan.Start : -1;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };
}
