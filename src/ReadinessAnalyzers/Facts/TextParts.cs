using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;

namespace ReadinessAnalyzers.Facts;

/// <summary>A part of a text.</summary>
/// <param name="Expression">The expression that it is the text of, or that holds it.</param>
/// <param name="Characters">The characters themselves, where they are not all of the expression.</param>
/// <param name="Site">The expression that names it, if it is written elsewhere.</param>
internal readonly record struct TextPart(IOperation? Expression, string? Characters = null, SyntaxNode? Site = null)
{
    /// <summary>A part that the source does not tell.</summary>
    public static TextPart Unknown { get; } = new(null, ConstantText.Unknown.ToString());
}

/// <summary>
/// The ways in which C# and .NET put texts together. A text may be a string, a builder, or an array or span of characters or bytes.
/// </summary>
internal static class TextParts
{
    private static readonly char[] Braces = ['{', '}'];

    /// <summary>The parts whose texts, in that order, make up the text of <paramref name="expression"/>; null if it is not put together.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="valueOf">What a variable holds that is named in place of a list of parts.</param>
    public static IReadOnlyList<TextPart>? Of(IOperation expression, Func<IOperation, IOperation?> valueOf) => expression switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsText(sum.Type) => [new(sum.LeftOperand), new(sum.RightOperand)],
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsText(sum.Type) => [new(sum.Target), new(sum.Value)],
        IInterpolatedStringOperation text => All(text.Parts),
        IInterpolatedStringTextOperation text => [new(text.Text)],
        IInterpolationOperation { Alignment: null, FormatString: null } hole => [new(hole.Expression)],
        IInterpolatedStringHandlerCreationOperation handler => [new(handler.Content)],
        IInterpolatedStringAdditionOperation sum => [new(sum.Left), new(sum.Right)],
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: 1 } call } => [new(call.Arguments[0].Value)],
        IArrayInitializerOperation { Parent: IArrayCreationOperation array } elements when IsText(array.Type) => All(elements.ElementValues),
        IArrayCreationOperation { Initializer: { } elements } array when IsText(array.Type) => [new(elements)],
        ICollectionExpressionOperation list when IsText(list.Type) => All(list.Elements),
        IObjectCreationOperation { Constructor: { } constructor } creation when IsText(constructor.ContainingType) => Texts(creation.Arguments),
        IInvocationOperation call when call.TargetMethod.ContainingType is { } type && IsOfSystem(type) => Of(call, type, valueOf),
        IArgumentOperation argument => [new(argument.Value)],
        IConversionOperation conversion => [new(conversion.Operand)],
        IParenthesizedOperation parenthesized => [new(parenthesized.Operand)],
        ISimpleAssignmentOperation assignment => [new(assignment.Value)],
        _ => null,
    };

    private static IReadOnlyList<TextPart>? Of(
        IInvocationOperation call, INamedTypeSymbol type, Func<IOperation, IOperation?> valueOf) => (type.Name, call.TargetMethod.Name) switch
    {
        ("String", "Concat") => [.. Values(call, 0, valueOf)],
        ("String", "Join") when call.Arguments.Length == 2 => Joined(call, valueOf),
        ("String", "Format") => Formatted(call, valueOf),
        ("StringBuilder", "Append") => [new(call.Instance), call.Arguments.Length == 1 ? new(call.Arguments[0].Value) : TextPart.Unknown],
        ("StringBuilder", "AppendLine") => [new(call.Instance), .. All(call.Arguments), new(null, "\n")],
        ("StringBuilder", "AppendJoin") when call.Arguments.Length == 2 => [new(call.Instance), .. Joined(call, valueOf)],
        ("StringBuilder", "AppendFormat") => [new(call.Instance), .. Formatted(call, valueOf)],
        ("StringBuilder", "Insert") when call.Arguments.Length == 2 && call.ArgumentFor("index")?.ConstantValue.Value is 0 =>
            [new(call.ArgumentFor("value")), new(call.Instance)],
        ("String" or "StringBuilder" or "Object", "ToString") => [new(call.Instance)],
        ("String", "Trim" or "TrimStart" or "TrimEnd" or "ToCharArray" or "Normalize") => [new(call.Instance)],
        ("String", "Intern") or ("MemoryExtensions", "AsSpan" or "AsMemory") or ("Enumerable", "ToArray" or "ToList") =>
            [new(call.Receiver() ?? call.Arguments[0].Value)],
        ("ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", "ToArray" or "ToString") => [new(call.Instance)],
        (_, "GetString" or "GetBytes") when type.Name.EndsWith("Encoding", StringComparison.Ordinal) => Texts(call.Arguments),
        _ => null,
    };

    private static TextPart[] All(IEnumerable<IOperation> expressions) => [.. expressions.Select(expression => new TextPart(expression))];

    // new string(characters, 0, count), new StringBuilder(capacity), Encoding.GetString(bytes)
    private static TextPart[] Texts(IEnumerable<IArgumentOperation> arguments) => All(arguments.Where(argument => IsText(argument.Parameter?.Type)));

    private static TextPart[] Joined(IInvocationOperation call, Func<IOperation, IOperation?> valueOf)
    {
        var separator = new TextPart(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value);
        return [.. Values(call, 1, valueOf).SelectMany((value, index) => index == 0 ? [value] : new[] { separator, value })];
    }

    private static List<TextPart> Formatted(IInvocationOperation call, Func<IOperation, IOperation?> valueOf)
    {
        var written = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format");
        if (written is not { Parameter: { } parameter, Value.ConstantValue: { HasValue: true, Value: string format } })
            return [TextPart.Unknown];
        var values = Values(call, parameter.Ordinal + 1, valueOf).ToList();
        var parts = new List<TextPart>();
        var start = 0;
        for (var at = format.IndexOfAny(Braces); at >= 0; at = format.IndexOfAny(Braces, start))
        {
            parts.Add(Fixed(start, at));
            var isEscaped = at + 1 < format.Length && format[at + 1] == format[at];
            var close = isEscaped ? at + 1 : format.IndexOf('}', at);
            if (close < 0 || (close == at && !isEscaped))
                return [.. parts, TextPart.Unknown]; // no format that would run
            parts.Add(isEscaped ? Fixed(at, close)
                : int.TryParse(format.Substring(at + 1, close - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < values.Count
                    ? values[index]
                    : TextPart.Unknown);
            start = close + 1;
        }
        parts.Add(Fixed(start, format.Length));
        return parts;

        TextPart Fixed(int from, int to) => new(written.Value, format.Substring(from, to - from));
    }

    // What is passed from that parameter on; a list of values in place of single ones counts for its elements.
    private static IEnumerable<TextPart> Values(IInvocationOperation call, int first, Func<IOperation, IOperation?> valueOf) => call.Arguments
        .Where(argument => argument.Parameter?.Ordinal >= first)
        .OrderBy(argument => argument.Parameter!.Ordinal)
        .SelectMany(argument => argument.Parameter!.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object
            ? [new TextPart(argument.Value)]
            : Elements(argument.Value, valueOf));

    private static IEnumerable<TextPart> Elements(IOperation list, Func<IOperation, IOperation?> valueOf) =>
        valueOf(list.WithoutConversions()!) is { } named
            ? named.Elements().Select(element => new TextPart(element, Site: list.Syntax))
            : All(list.Elements());

    private static bool IsText(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol array => IsCharacter(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1, Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" or "List" or "IEnumerable" } list =>
            IsCharacter(list.TypeArguments[0]),
        INamedTypeSymbol { Name: "StringBuilder" } builder => IsOfSystem(builder),
        _ => false,
    };

    private static bool IsCharacter(ITypeSymbol type) => type.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    private static bool IsOfSystem(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space?.Name == "System";
    }
}
