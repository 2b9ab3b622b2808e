using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Flow;

/// <summary>
/// A question about every path through a method, answered by <see cref="ForwardFlow"/>: what is known at the start, how an operation
/// changes it, and how two paths meet. States must form a finite lattice under <see cref="Join"/>, or the solver would not end.
/// </summary>
internal abstract class FlowProblem<TState>
    where TState : struct, IEquatable<TState>
{
    /// <summary>What is known when the method is entered.</summary>
    public abstract TState Entry { get; }

    /// <summary>What is known where two paths meet, whichever was taken.</summary>
    public abstract TState Join(TState left, TState right);

    /// <summary>What is known after <paramref name="operation"/>, whose operands have had their own turn.</summary>
    public abstract TState After(IOperation operation, TState before);

    /// <summary>
    /// What a handler may know when an exception arrives there; null if it cannot. By default what threw has had no effect, and any exception
    /// may arrive at every handler around it.
    /// </summary>
    public virtual TState? Thrown(ExceptionPath exception, TState before) => before;

    /// <summary>What is known where <paramref name="condition"/> turned out to be <paramref name="outcome"/>. By default nothing new.</summary>
    public virtual TState Assume(IOperation condition, bool outcome, TState before) => before;
}
