using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>What takes one value or another: <c>??</c>, <c>??=</c>, <c>?:</c>, switch expressions.</summary>
internal sealed class ChoiceStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) => AlternativesOf(value) is { } alternatives
        ? OriginSet.Choice(alternatives.Select(trail.Follow))
        : null;

    private static IEnumerable<IOperation?>? AlternativesOf(IOperation value) => value switch
    {
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        ICoalesceAssignmentOperation assignment => [assignment.Target, assignment.Value],
        IConditionalOperation conditional => [conditional.WhenTrue, conditional.WhenFalse],
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => (IOperation?)arm.Value),
        _ => null,
    };
}
