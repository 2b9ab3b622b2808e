using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>Options objects as dependency injection hands them out: <c>IOptions&lt;T&gt;.Value</c> and its relatives.</summary>
internal sealed class OptionsStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail)
    {
        ISymbol? member = value switch
        {
            IPropertyReferenceOperation property => property.Property,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        if (member is null || value.Type is not INamedTypeSymbol options || !trail.Reading.Configuration.HandsOutOptions(member))
            return null;
        var sections = OriginSet.Of(trail.Reading.Bindings.SectionsOf(options, trail).Select(path => new Origin.Section(path)));
        return sections.IsNothing ? OriginSet.Of(new Origin.HandedOut()) : sections;
    }
}
