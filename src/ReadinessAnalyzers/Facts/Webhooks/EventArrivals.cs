using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// The places of the project from which an event is made or its signature checked, however many calls lie between: in the endpoint's own file,
/// nothing may speak of Stripe.
/// </summary>
internal sealed class EventArrivals(CompilationReading reading)
{
    private const int DeepestCall = 10;

    // Of a method called HandleAsync, a large project has hundreds, and each mention costs a look at its symbol.
    private const int MostMentions = 100;

    private readonly object _gate = new();
    private volatile ILookup<SyntaxTree, SyntaxNode>? _places;

    /// <summary>The places in that file: calls of Stripe.net, and of the project's methods that lead to one.</summary>
    public IEnumerable<SyntaxNode> In(SyntaxTree file, CancellationToken cancellation)
    {
        lock (_gate)
            return (_places ??= Find(cancellation))[file];
    }

    private ILookup<SyntaxTree, SyntaxNode> Find(CancellationToken cancellation)
    {
        var found = new List<SyntaxNode>();
        var seen = new HashSet<SyntaxNode>();
        IReadOnlyList<SyntaxNode> places = [.. StripeEvents.Names.SelectMany(name => reading.Uses.Named(name, cancellation))];
        for (var depth = 0; depth < DeepestCall && places.Count > 0; depth++)
        {
            found.AddRange(places);
            places = [.. places.Select(place => Functions.Around(place)).OfType<SyntaxNode>().Where(seen.Add).SelectMany(function => UsesOf(function, cancellation))];
        }
        return found.ToLookup(place => place.SyntaxTree);
    }

    private IEnumerable<SyntaxNode> UsesOf(SyntaxNode function, CancellationToken cancellation) =>
        function is MethodDeclarationSyntax or LocalFunctionStatementSyntax
        && reading.Models[function.SyntaxTree].GetDeclaredSymbol(function, cancellation) is { } method
        && reading.Uses.Named(method.Name, cancellation).Length <= MostMentions
            ? reading.Uses.Of(method, cancellation)
            : [];
}
