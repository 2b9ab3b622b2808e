using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReadinessAnalyzers.Flow;

/// <summary>An exception on its way to one of the handlers around the place where it is thrown.</summary>
/// <param name="Block">The block in which it is thrown.</param>
/// <param name="Operation">What throws it; null for <c>throw</c>, which ends its block.</param>
/// <param name="Handler">The catch, filter or finally to which it may come.</param>
internal readonly record struct ExceptionPath(BasicBlock Block, IOperation? Operation, ControlFlowRegion Handler)
{
    /// <summary>
    /// True if an exception of that very type arrives: the handler takes it, or runs whatever passes, and no handler before it takes it. A
    /// filter takes what its catch takes; what it then decides is the flow's to find out.
    /// </summary>
    /// <param name="type">The exception's type.</param>
    /// <param name="neverTakes">True of a filter that is known to let this exception pass.</param>
    public bool IsOpenTo(ITypeSymbol type, Func<ControlFlowRegion, bool> neverTakes)
    {
        foreach (var handler in Block.HandlersAround())
        {
            var takes = handler.Kind != ControlFlowRegionKind.Finally && IsTypeOf(handler, type) && !neverTakes(handler);
            if (handler == Handler)
                return takes || handler.Kind == ControlFlowRegionKind.Finally;
            if (takes)
                return false;
        }
        return false;
    }

    // No type, or object, stands for a catch without one.
    private static bool IsTypeOf(ControlFlowRegion handler, ITypeSymbol type)
    {
        if (handler.ExceptionType is not { SpecialType: not SpecialType.System_Object } caught)
            return true;
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, caught))
                return true;
        }
        return false;
    }
}
