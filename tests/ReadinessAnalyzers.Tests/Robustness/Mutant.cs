using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>A source spoilt as an editor, a bad merge or a half-done paste leaves it.</summary>
/// <param name="Text">The spoilt text.</param>
/// <param name="Changes">What was done to it, for whoever reads a failure.</param>
internal sealed record Mutant(string Text, string Changes)
{
    private const int MostChanges = 3;

    /// <summary>One to three changes; the same state of <paramref name="random"/> makes the same mutant.</summary>
    public static Mutant Of(string text, Random random)
    {
        var mutant = new Mutant(text, "");
        for (var changes = random.Next(MostChanges) + 1; changes > 0; changes--)
            mutant = mutant.Change(random);
        return mutant;
    }

    private Mutant Change(Random random)
    {
        var tokens = SyntaxFactory.ParseTokens(Text).Where(token => !token.Span.IsEmpty).ToList();
        if (tokens.Count == 0)
            return this;
        var first = random.Next(tokens.Count);
        var (token, other) = (tokens[first], tokens[random.Next(2) == 0 ? random.Next(tokens.Count) : (first + 1) % tokens.Count]);
        return random.Next(5) switch
        {
            0 => To(Text[..random.Next(Text.Length)], "cut off"),
            1 => To(Text[..token.SpanStart], $"cut off before {token}"),
            2 => To(Text.Remove(token.SpanStart, token.Span.Length), $"without {token} at {token.SpanStart}"),
            3 => To(Text.Insert(token.SpanStart, token + " "), $"with {token} at {token.SpanStart} twice"),
            _ => Swap(token, other),
        };
    }

    private Mutant Swap(SyntaxToken token, SyntaxToken other)
    {
        if (token == other)
            return this;
        var (early, late) = token.SpanStart < other.SpanStart ? (token, other) : (other, token);
        var swapped = Text[..early.SpanStart] + late + Text[early.Span.End..late.SpanStart] + early + Text[late.Span.End..];
        return To(swapped, $"with {early} at {early.SpanStart} and {late} at {late.SpanStart} swapped");
    }

    private Mutant To(string text, string change) => new(text, Changes.Length == 0 ? change : $"{Changes}, {change}");
}
