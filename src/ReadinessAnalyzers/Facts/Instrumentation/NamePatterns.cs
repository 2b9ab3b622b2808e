using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Facts.Instrumentation;

/// <summary>The names that an expression can stand for, with <c>*</c> in the place of each part that the code does not tell.</summary>
internal static class NamePatterns
{
    public const string Anything = "*";

    /// <summary>Never none.</summary>
    public static IReadOnlyList<string> Of(IOperation? name, CompilationReading reading, CancellationToken cancellation)
    {
        var trail = new Trail(reading.Origins, cancellation);
        var names = trail.NamesOf(name);
        return names.Count > 0 ? [.. names.Distinct()] : [string.Concat(PartsOf(name.WithoutConversions()).Select(part => TextOf(part, trail)))];
    }

    private static string TextOf(IOperation? part, Trail trail) => trail.NamesOf(part) is { Count: 1 } only ? only[0] : Anything;

    private static IEnumerable<IOperation?> PartsOf(IOperation? name) => name switch
    {
        IInterpolatedStringOperation text => text.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation literal => literal.Text,
            IInterpolationOperation { FormatString: null, Alignment: null } hole => hole.Expression,
            _ => null,
        }),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => [sum.LeftOperand, sum.RightOperand],
        _ => [name],
    };
}
