using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>Calls of the project's own methods: what they return, with the arguments of this call in the place of their parameters.</summary>
internal sealed class CallStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) => value is IInvocationOperation call
        ? Follow(call, trail)
        : null;

    private static OriginSet Follow(IInvocationOperation call, Trail trail)
    {
        if (Implementations.OnlyOne(call.TargetMethod.OriginalDefinition, trail.Reading.Compilation, trail.Cancellation) is not IMethodSymbol method)
            return OriginSet.Unknown;
        return trail.Through(method) is { } onward
            ? FollowReturns(method, onward.Into(method, call.Arguments))
            : OriginSet.Nothing;
    }

    /// <summary>Where the value that <paramref name="method"/> returns comes from.</summary>
    public static OriginSet FollowReturns(IMethodSymbol method, Trail trail)
    {
        var returned = trail.DeclarationsOf(method).SelectMany(ReturnedValues.Of).ToImmutableArray();
        return returned.IsEmpty ? OriginSet.Unknown : OriginSet.Choice(returned.Select(trail.Follow));
    }
}
