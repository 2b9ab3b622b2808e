using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// What all analyzers of one compilation share: the symbols of the libraries, the semantic models and the facts already read.
/// Everything in it is computed on demand and remembered, so that no analysis is repeated.
/// </summary>
internal sealed class CompilationReading
{
    // Analyzers are separate objects in the compiler's eyes; the compilation itself is the only thing they have in common.
    // The table is a cache that dies with its keys, not state: it never changes what any analyzer reports.
    private static readonly ConditionalWeakTable<Compilation, CompilationReading> Readings = new();

    private CompilationReading(Compilation compilation)
    {
        Compilation = compilation;
        Models = new ModelCache(compilation);
        Identifiers = new IdentifierIndex(compilation);
        Stripe = StripeSymbols.Find(compilation);
        AspNet = new AspNetSymbols(compilation);
    }

    public Compilation Compilation { get; }

    public ModelCache Models { get; }

    public IdentifierIndex Identifiers { get; }

    public AspNetSymbols AspNet { get; }

    /// <summary>Null when Stripe.net is not referenced.</summary>
    public StripeSymbols? Stripe { get; }

    /// <summary>
    /// Where this project declares <paramref name="symbol"/>. In an editor a referenced project's symbols have declarations too, in files
    /// that no model of this compilation knows.
    /// </summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol, CancellationToken cancellation = default) =>
        from reference in symbol.DeclaringSyntaxReferences
        where Compilation.ContainsSyntaxTree(reference.SyntaxTree)
        select reference.GetSyntax(cancellation);

    public static CompilationReading Of(Compilation compilation) =>
        Readings.GetValue(compilation, static key => new CompilationReading(key));
}
