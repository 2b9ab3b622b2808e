using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>
/// What a condition or a call tells about a text: whether, once it turned out so, the text can still be the empty string. A test of an
/// unknown kind rules it out either way, since whoever asks must not claim more than the code shows.
/// </summary>
/// <param name="text">The local, parameter, field or property that holds the text.</param>
/// <param name="isText">True for a read of it, temporaries included.</param>
/// <param name="valueOf">The value that a flag was given, if that is certain.</param>
internal sealed class EmptinessTest(ISymbol text, Func<IOperation, bool> isText, Func<ILocalSymbol, IOperation?> valueOf)
{
    private static readonly string[] Refusals = ["Guard", "Ensure", "Require", "ThrowIf", "NotEmpty", "NotNull", "Against", "Assert", "Valid", "Check"];

    /// <summary>True if the text is not empty where <paramref name="condition"/> has that outcome.</summary>
    public bool RulesOutEmpty(IOperation condition, bool outcome) => RulesOutEmpty(condition, outcome, isFlag: false);

    private bool RulesOutEmpty(IOperation condition, bool outcome, bool isFlag)
    {
        while (condition is IConversionOperation or IParenthesizedOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not })
        {
            outcome ^= condition is IUnaryOperation;
            condition = condition.ChildOperations.First();
        }
        return condition switch
        {
            ILocalReferenceOperation { Local: var flag } when !isText(condition) =>
                // A flag made of a flag is not followed; in half-typed code two may be made of each other.
                !isFlag && (valueOf(flag) is { } value ? RulesOutEmpty(value, outcome, isFlag: true) : IsComputedFromText(flag)),
            IIsNullOperation => false,
            IInvocationOperation call => RulesOutEmpty(call, outcome),
            IBinaryOperation comparison => RulesOutEmpty(comparison, outcome),
            IIsPatternOperation test when isText(test.Value) || Declares(test.Pattern) => TakesEmpty(test.Pattern) is not { } takes || takes != outcome,
            _ => Mentions(condition.Syntax),
        };
    }

    /// <summary>True if <paramref name="operation"/> does not return when the text is empty, or if it may be so.</summary>
    public bool Refuses(IOperation operation, Func<IMethodSymbol, bool> canThrow) =>
        operation is IInvocationOperation { TargetMethod: var method } call
        && (method is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } }
            || method.ContainingType?.Name != "ArgumentNullException"
                && call.Arguments.Any(argument => isText(argument.Value))
                && (Says(method) || canThrow(method)));

    private static bool Says(IMethodSymbol method) =>
        method.ContainingType?.Name != "String"
        && Refusals.Any(word => method.Name.Contains(word) || method.ContainingType?.Name.Contains(word) == true);

    private bool RulesOutEmpty(IInvocationOperation call, bool outcome)
    {
        if (call.TargetMethod.ContainingType?.SpecialType != SpecialType.System_String)
            return Mentions(call.Syntax);
        var isAboutText = call.Instance is { } instance && isText(instance) || call.Arguments.Any(argument => isText(argument.Value));
        return call.TargetMethod.Name switch
        {
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" when isAboutText => !outcome,
            "StartsWith" or "EndsWith" or "Contains" when isAboutText => outcome,
            "Equals" when isAboutText =>
                call.ChildOperations.Concat(call.Arguments.Select(argument => argument.Value)).Any(IsEmptyText) != outcome,
            _ => Mentions(call.Syntax),
        };
    }

    private bool RulesOutEmpty(IBinaryOperation comparison, bool outcome)
    {
        var (left, right) = (comparison.LeftOperand.WithoutConversions()!, comparison.RightOperand.WithoutConversions()!);
        var isReversed = isText(right) || IsLength(right);
        var (tested, other, kind) = isReversed ? (right, left, Reversed(comparison.OperatorKind)) : (left, right, comparison.OperatorKind);
        if (IsLength(tested) && other.ConstantValue.Value is int number)
            return Holds(0, kind, number) != outcome;
        if (!isText(tested))
            return Mentions(comparison.Syntax);
        if (other.ConstantValue is { HasValue: true, Value: null } || kind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return false;
        return (kind == BinaryOperatorKind.Equals) ^ IsEmptyText(other) == outcome;
    }

    private bool IsLength(IOperation value) =>
        value is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text } && isText(text);

    private static bool IsEmptyText(IOperation value) => value.WithoutConversions() switch
    {
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => true,
        { ConstantValue.Value: "" } => true,
        _ => false,
    };

    private bool Declares(IPatternOperation pattern) =>
        pattern.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(Definition.DeclaredBy(part), text));

    // Whether the pattern accepts an empty text; null if that is not worked out.
    private static bool? TakesEmpty(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsEmptyText(constant.Value),
        INegatedPatternOperation not => !TakesEmpty(not.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => TakesEmpty(either.LeftPattern) | TakesEmpty(either.RightPattern),
        IBinaryPatternOperation both => TakesEmpty(both.LeftPattern) & TakesEmpty(both.RightPattern),
        IDiscardPatternOperation or IDeclarationPatternOperation or ITypePatternOperation => true,
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive =>
            recursive.PropertySubpatterns.Aggregate((bool?)true, (all, part) => all & TakesZeroLength(part)),
        _ => null,
    };

    private static bool? TakesZeroLength(IPropertySubpatternOperation part) =>
        part.Member is IPropertyReferenceOperation { Property.Name: "Length" } ? TakesZero(part.Pattern) : null;

    private static bool? TakesZero(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue.Value: int number } => number == 0,
        IRelationalPatternOperation { Value.ConstantValue.Value: int number } relation => Holds(0, relation.OperatorKind, number),
        INegatedPatternOperation not => !TakesZero(not.Pattern),
        _ => null,
    };

    private static bool Holds(int left, BinaryOperatorKind kind, int right) => kind switch
    {
        BinaryOperatorKind.Equals => left == right,
        BinaryOperatorKind.NotEquals => left != right,
        BinaryOperatorKind.LessThan => left < right,
        BinaryOperatorKind.LessThanOrEqual => left <= right,
        BinaryOperatorKind.GreaterThan => left > right,
        _ => left >= right,
    };

    private static BinaryOperatorKind Reversed(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private bool Mentions(SyntaxNode syntax) =>
        syntax.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == text.Name);

    // var isReady = env.IsProduction() && secret.Length > 0;
    private bool IsComputedFromText(ILocalSymbol flag) =>
        flag.DeclaringSyntaxReferences.Any(declaration => Mentions(declaration.GetSyntax()));
}
