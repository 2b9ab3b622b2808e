using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>
/// Look-ups in a dictionary that the configuration binder fills from a section: <c>options.Prices[plan]</c>, <c>TryGetValue</c>,
/// <c>GetValueOrDefault</c>.
/// </summary>
internal sealed class DictionaryStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) => value switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } indexer =>
            LookUp(value, indexer.Instance, keys[0].Value, trail),
        IInvocationOperation { TargetMethod: { Name: "TryGetValue" or "GetValueOrDefault", Parameters: var parameters } } call
            when parameters.Any(parameter => parameter.Name == "key") => LookUp(value, call.Receiver(), call.ArgumentFor("key"), trail),
        _ => null,
    };

    private static OriginSet? LookUp(IOperation read, IOperation? dictionary, IOperation? key, Trail trail)
    {
        if (!IsStringDictionary(dictionary.WithoutConversions()?.Type))
            return null;
        var origins = trail.ForValues.Follow(dictionary);
        if (!origins.Sections.Any())
            return null;
        var keys = trail.NamesOf(key);
        return OriginSet.Of(origins.Sections.SelectMany(section => keys.Count == 0
            ? [new Origin.Pick(read.Syntax.GetLocation(), section)]
            : keys.Select(name => (Origin)new Origin.Setting(
                read.Syntax.GetLocation(), ConfigurationStep.Join(section, name), SettingFact.Sources.Configuration))));
    }

    private static bool IsStringDictionary(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: { Length: 2 } types }
        && types[0].SpecialType == SpecialType.System_String;
}
