using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Flow.Origins;

/// <summary>Knows how one kind of expression hands a value on. A step keeps no state; what it must remember is in the trail.</summary>
internal abstract class OriginStep
{
    /// <summary>Where <paramref name="value"/> comes from; null if this step does not know its kind.</summary>
    public abstract OriginSet? Follow(IOperation value, Trail trail);
}
