using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>Names of settings that the code puts together from parts: <c>$"{Section}:Key"</c>, <c>prefix + ":Key"</c>.</summary>
internal static class NameParts
{
    // Where each part can stand for several names, they multiply.
    private const int MostNames = 16;

    /// <summary>Every name that the parts can form, in order; unknown if a part is.</summary>
    public static OriginSet Join(IEnumerable<IOperation?> parts, Trail trail, string separator = "")
    {
        IReadOnlyList<string>? names = null;
        foreach (var part in parts)
        {
            var texts = trail.NamesOf(part);
            names = names is null ? texts : [.. names.SelectMany(name => texts.Select(text => name + separator + text))];
            if (names.Count is 0 or > MostNames)
                return OriginSet.Unknown;
        }
        return names is null ? OriginSet.Unknown : OriginSet.Of(names.Select(name => new Origin.SettingName(name)));
    }

    public static OriginSet? Concatenated(IOperation value, Trail trail) =>
        value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum
            ? Join([sum.LeftOperand, sum.RightOperand], trail)
            : null;

    /// <summary>The section that a name surely lies in: <c>Stripe:Prices</c> for <c>$"Stripe:Prices:{plan}"</c>; empty if there is none.</summary>
    public static string SectionIn(IOperation? name, Trail trail)
    {
        var start = new StringBuilder();
        foreach (var part in PartsOf(name.WithoutConversions()))
        {
            var texts = trail.NamesOf(part);
            if (texts.Count != 1)
                break;
            start.Append(texts[0]);
        }
        var section = start.ToString();
        return section.Substring(0, Math.Max(section.LastIndexOf(':'), 0));
    }

    private static IEnumerable<IOperation?> PartsOf(IOperation? name) => name switch
    {
        IInterpolatedStringOperation text => text.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation literal => literal.Text,
            IInterpolationOperation hole => hole.Expression,
            _ => null,
        }),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => TermsOf(sum),
        _ => [name],
    };

    private static IEnumerable<IOperation?> TermsOf(IOperation sum)
    {
        var terms = new Stack<IOperation>();
        var left = sum;
        for (; left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } inner; left = inner.LeftOperand)
            terms.Push(inner.RightOperand);
        return [.. PartsOf(left), .. terms];
    }
}
