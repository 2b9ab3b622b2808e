using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary><c>Environment.GetEnvironmentVariable("X")</c> and <c>ConfigurationManager.AppSettings["X"]</c> of .NET Framework.</summary>
internal sealed class EnvironmentStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) => value switch
    {
        IInvocationOperation call when trail.Reading.Configuration.IsEnvironmentVariable(call.TargetMethod) =>
            Settings(value, call.ArgumentFor("variable"), SettingFact.Sources.Environment, trail),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } indexer when IsAppSettings(indexer.Instance, trail) =>
            Settings(value, keys[0].Value, SettingFact.Sources.AppSettings, trail),
        IInvocationOperation { TargetMethod.Name: "Get", Arguments: { Length: 1 } keys } call when IsAppSettings(call.Instance, trail) =>
            Settings(value, keys[0].Value, SettingFact.Sources.AppSettings, trail),
        _ => null,
    };

    private static bool IsAppSettings(IOperation? collection, Trail trail) =>
        collection is IMemberReferenceOperation { Member: var member } && trail.Reading.Configuration.IsAppSettings(member);

    private static OriginSet Settings(IOperation read, IOperation? key, string source, Trail trail)
    {
        var names = trail.NamesOf(key);
        return names.Count == 0
            ? OriginSet.Unknown
            : OriginSet.Of(names.Select(name => new Origin.Setting(read.Syntax.GetLocation(), name, source)));
    }
}
