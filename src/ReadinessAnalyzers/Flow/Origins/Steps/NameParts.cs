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
}
