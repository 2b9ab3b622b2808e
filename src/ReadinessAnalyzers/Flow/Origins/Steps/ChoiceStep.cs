using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;

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
        IConditionalOperation conditional => BranchesOf(conditional),
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => (IOperation?)arm.Value),
        _ => null,
    };

    // env.IsDevelopment() ? testKey : liveKey: production has no choice.
    private static IEnumerable<IOperation?> BranchesOf(IConditionalOperation conditional) =>
        (DevelopmentOnly.LeavesProduction(conditional.Condition, true), DevelopmentOnly.LeavesProduction(conditional.Condition, false)) switch
        {
            (true, false) => [conditional.WhenFalse],
            (false, true) => [conditional.WhenTrue],
            _ => [conditional.WhenTrue, conditional.WhenFalse],
        };
}
