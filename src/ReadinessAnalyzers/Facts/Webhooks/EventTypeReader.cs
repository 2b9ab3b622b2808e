using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Finds what the project compares the types of Stripe events with.</summary>
/// <remarks>
/// A dictionary or a method that takes the type may stand in another file than the event, so the project is read as a whole, once. Files
/// that name neither Stripe nor an event are not looked at.
/// </remarks>
internal sealed class EventTypeReader(CompilationReading reading, StripeSymbols stripe)
{
    private static readonly TextAnchors Anchors = new("tripe", "EventTypes.", "Event ", "Event>", "Event?", "Event)");

    private readonly ConcurrentDictionary<SyntaxTree, EventTypeTrail> _trails = new();
    private volatile StrongBox<EventTypeUses>? _all;

    public EventTypeSymbols Symbols { get; } = new(stripe);

    /// <summary>The constants in one file, in the order of the text; each once.</summary>
    public IEnumerable<EventTypeComparison> In(SyntaxTree tree, CancellationToken cancellation) => All(cancellation).Comparisons
        .Where(comparison => comparison.Location.SourceTree == tree)
        .GroupBy(comparison => comparison.Location)
        .OrderBy(same => same.Key.SourceSpan)
        .Select(same => same.FirstOrDefault(comparison => !comparison.IsForEventsOnly) ?? same.First());

    public EventTypeUses All(CancellationToken cancellation) => (_all ??= new StrongBox<EventTypeUses>(Read(cancellation))).Value!;

    private EventTypeUses Read(CancellationToken cancellation)
    {
        var trails = reading.Compilation.SyntaxTrees
            .Where(tree => Anchors.IsIn(tree, cancellation))
            .Select(tree => _trails.GetOrAdd(tree, key => Follow(key, cancellation)))
            .ToList();
        trails.AddRange(trails.SelectMany(trail => trail.Passed)
            .GroupBy<PassedEventType, IParameterSymbol>(passed => passed.Parameter, SymbolEqualityComparer.Default)
            .Select(passed => Follow(passed.Key, [.. passed], cancellation))
            .ToList());
        return new EventTypeUses(
            [.. trails.SelectMany(trail => trail.Comparisons)],
            [.. trails.SelectMany(trail => trail.OpenChoices)]);
    }

    private EventTypeTrail Follow(SyntaxTree tree, CancellationToken cancellation)
    {
        var trail = new EventTypeTrail(reading, Symbols, cancellation);
        foreach (var name in SymbolUses.Named("Type", tree, cancellation))
        {
            var pattern = PatternFor(name);
            if (pattern is null && !MayBeChosenBy(SymbolUses.WholeExpression(name)))
                continue;
            if (reading.Models[tree].GetSymbolInfo(name, cancellation).Symbol is not { } symbol || !Symbols.IsEventType(symbol))
                continue;
            if (pattern is not null)
                trail.Match(name, pattern, Symbols.IsThin(symbol));
            else
                trail.Follow(SymbolUses.WholeExpression(name), Symbols.IsThin(symbol), isForEventsOnly: true);
        }
        return trail;
    }

    // e is { Type: "invoice.paid" }
    private static PatternSyntax? PatternFor(SimpleNameSyntax name)
    {
        SyntaxNode? member = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : name.Parent;
        return member is BaseExpressionColonSyntax { Parent: SubpatternSyntax subpattern } ? subpattern.Pattern : null;
    }

    // Asked before the model is: others have properties of that name, and most are only read.
    private static bool MayBeChosenBy(ExpressionSyntax type) =>
        type is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
        && type.Parent is not (MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } or InterpolationSyntax or ReturnStatementSyntax
            or ArrowExpressionClauseSyntax or QualifiedNameSyntax);

    // What a method compares with a parameter that is handed an event's type, by its callers.
    private EventTypeTrail Follow(IParameterSymbol parameter, IReadOnlyCollection<PassedEventType> passed, CancellationToken cancellation)
    {
        var trail = new EventTypeTrail(reading, Symbols, cancellation);
        var method = (IMethodSymbol)parameter.ContainingSymbol;
        var isForEventsOnly = passed.All(pass => pass.IsForEventsOnly) && IsHandedNothingElse(method, parameter, passed, cancellation);
        var isThin = passed.Any(pass => pass.IsThin);
        var letters = passed.Select(pass => pass.Letters).Distinct().Count() == 1 ? passed.First().Letters : LetterCase.Ignored;
        foreach (var declaration in reading.DeclarationsOf(method, cancellation))
        {
            var uses = declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter.Name
                && SymbolEqualityComparer.Default.Equals(reading.Models[name.SyntaxTree].GetSymbolInfo(name, cancellation).Symbol, parameter));
            foreach (var use in uses)
                trail.Follow(use, isThin, isForEventsOnly, letters);
        }
        // One level is followed.
        trail.OpenChoices.AddRange(trail.Passed.Select(pass => pass.Argument));
        trail.Passed.Clear();
        return trail;
    }

    private bool IsHandedNothingElse(
        IMethodSymbol method, IParameterSymbol parameter, IReadOnlyCollection<PassedEventType> passed, CancellationToken cancellation)
    {
        var calls = reading.Calls.Of(method, cancellation);
        return calls.AreAll && calls.Calls.All(call =>
            call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } argument
            && (argument.Value.ConstantValue.HasValue || passed.Any(pass =>
                pass.Argument.SyntaxTree == argument.Syntax.SyntaxTree && argument.Syntax.Span.Contains(pass.Argument.Span))));
    }
}

/// <summary>What a project does with the types of Stripe events.</summary>
/// <param name="Comparisons">The constants that it compares them with, once for each place that compares.</param>
/// <param name="OpenChoices">Where it chooses by them in a way that shows no constant.</param>
internal sealed record EventTypeUses(ImmutableArray<EventTypeComparison> Comparisons, ImmutableArray<SyntaxNode> OpenChoices);
