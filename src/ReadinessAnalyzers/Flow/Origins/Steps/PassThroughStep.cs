using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>What hands on the value it is given: conversions, awaits, <c>?.</c>, assignments as values, <c>Trim</c>, <c>$"{x}"</c>.</summary>
internal sealed class PassThroughStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) => value switch
    {
        IParenthesizedOperation parenthesized => trail.Follow(parenthesized.Operand),
        IConversionOperation { OperatorMethod: null } conversion => trail.Follow(conversion.Operand),
        IAwaitOperation awaited => trail.Follow(awaited.Operation),
        ISimpleAssignmentOperation assignment => trail.Follow(assignment.Value),
        IConditionalAccessOperation access => trail.Follow(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => trail.Follow(InstanceOf(instance)),
        IInvocationOperation { Instance.Type.SpecialType: SpecialType.System_String } call when KeepsText(call.TargetMethod) =>
            trail.Follow(call.Instance),
        IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } } method, Arguments: { Length: 1 } given } =>
            method.Parameters[0].Type.SpecialType == SpecialType.System_Object ? OrEmpty(given[0].Value, value, trail) : trail.Follow(given[0].Value),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: { Length: 1 } results } =>
            trail.Follow(results[0].Value),
        IInterpolatedStringOperation text => FollowText(text, trail),
        IBinaryOperation when trail.WantsNames => NameParts.Concatenated(value, trail),
        IThrowOperation => OriginSet.Nothing,
        _ => null,
    };

    private static bool KeepsText(IMethodSymbol method) => method.Name is "Trim" or "TrimStart" or "TrimEnd" or "ToString";

    private static IOperation? InstanceOf(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? inner = instance, outer = instance.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
        }
        return null;
    }

    // A single value in blanks is that value. A name may be put together from several.
    private static OriginSet? FollowText(IInterpolatedStringOperation text, Trail trail)
    {
        if (trail.WantsNames)
            return NameParts.Join(text.Parts.Select(part => part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text,
                IInterpolationOperation { FormatString: null, Alignment: null } hole => hole.Expression,
                _ => null,
            }), trail);
        return text.Parts.Length == 1 && text.Parts[0] is IInterpolationOperation { FormatString: null, Alignment: null } only
            ? OrEmpty(only.Expression, text, trail)
            : null;
    }

    // What makes an empty text of null: $"{x}", Convert.ToString((object)x). Where the compiler does not know whether x may be null, nor do we.
    private static OriginSet OrEmpty(IOperation value, IOperation text, Trail trail) =>
        value.WithoutConversions() is { } given
        && given.SemanticModel?.GetTypeInfo(given.Syntax, trail.Cancellation).Nullability.FlowState == NullableFlowState.MaybeNull
            ? OriginSet.Choice([trail.Follow(value), OriginSet.Of(new Origin.Constant(text.Syntax.GetLocation(), ConstantKind.Empty))])
            : trail.Follow(value);
}
