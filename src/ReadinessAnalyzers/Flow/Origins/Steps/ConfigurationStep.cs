using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>
/// Reads of Microsoft.Extensions.Configuration: <c>config["A:B"]</c>, <c>GetSection("A")["B"]</c>, <c>GetSection("A:B").Value</c>,
/// <c>GetValue&lt;string&gt;("A:B")</c>, <c>GetSection("A").Get&lt;T&gt;()</c>.
/// </summary>
internal sealed class ConfigurationStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail)
    {
        var symbols = trail.Reading.Configuration;
        return value switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } indexer
                when symbols.IsConfiguration(indexer.Property.ContainingType) => Settings(value, indexer.Instance, keys[0].Value, trail),
            IPropertyReferenceOperation { Property.Name: "Value" } property
                when symbols.IsSection(property.Property.ContainingType) => Settings(value, SectionsOf(property.Instance, trail)),
            IInvocationOperation call when symbols.IsGetSection(call.TargetMethod) =>
                Sections(Below(call.Receiver(), call.ArgumentFor("key"), trail)),
            IInvocationOperation call when ConfigurationSymbols.IsOf(symbols.Binder, call.TargetMethod, "GetValue") => GetValue(call, trail),
            IInvocationOperation call when ConfigurationSymbols.IsOf(symbols.Binder, call.TargetMethod, "Get") =>
                call.Type?.SpecialType == SpecialType.System_String
                    ? Settings(value, SectionsOf(call.Receiver(), trail))
                    : Sections(SectionsOf(call.Receiver(), trail)),
            IInvocationOperation call when ConfigurationSymbols.IsOf(symbols.Extensions, call.TargetMethod, "GetConnectionString") =>
                Settings(value, Below(call.Receiver(), call.ArgumentFor("name"), trail, "ConnectionStrings")),
            IInvocationOperation { TargetMethod: { Name: "Combine", Parameters.Length: 1 } method } call
                when trail.WantsNames && ConfigurationSymbols.IsOf(symbols.Path, method, "Combine") =>
                NameParts.Join(call.Arguments[0].Value.Elements(), trail, ":"),
            _ => null,
        };
    }

    /// <summary>The paths of the sections that <paramref name="configuration"/> can be; the whole configuration unless it shows otherwise.</summary>
    public static IReadOnlyList<string> SectionsOf(IOperation? configuration, Trail trail)
    {
        configuration = configuration.WithoutConversions();
        var origins = trail.ForValues.Follow(configuration);
        if (origins.HasGivenUp)
            return [];
        // AddBilling(IConfiguration section): the name says that the caller, who does not show, passes a part.
        var isSection = trail.Reading.Configuration.IsSection(configuration?.Type)
            || configuration is IParameterReferenceOperation { Parameter: var parameter } && IsNamedSection(parameter);
        // A null is what a framework's injection fills: [Inject] IConfiguration Configuration { get; set; } = default!.
        var isOutOfSight = origins.HasUnknown || origins.All.All(origin => origin is Origin.Constant { Kind: ConstantKind.Null });
        var mayBeWhole = isOutOfSight && !isSection;
        return mayBeWhole ? [.. origins.Sections.Append("").Distinct()] : [.. origins.Sections];
    }

    public static string Join(string path, string key) =>
        path.Length == 0 ? key : key.Length == 0 ? path : path + ":" + key;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "One name, not a file's text.")]
    private static bool IsNamedSection(IParameterSymbol parameter) => parameter.Name.IndexOf("section", StringComparison.OrdinalIgnoreCase) >= 0;

    private static OriginSet Settings(IOperation read, IOperation? configuration, IOperation key, Trail trail) =>
        Settings(read, Below(configuration, key, trail));

    private static OriginSet Settings(IOperation read, IEnumerable<string> names) => OrUnknown(OriginSet.Of(names
        .Where(name => name.Length > 0)
        .Select(name => new Origin.Setting(read.Syntax.GetLocation(), name, SettingFact.Sources.Configuration))));

    private static OriginSet Sections(IEnumerable<string> paths) => OrUnknown(OriginSet.Of(paths.Select(path => new Origin.Section(path))));

    private static OriginSet OrUnknown(OriginSet origins) => origins.IsNothing ? OriginSet.Unknown : origins;

    private static IEnumerable<string> Below(IOperation? configuration, IOperation? key, Trail trail, string prefix = "")
    {
        var keys = trail.NamesOf(key);
        return keys.Count == 0
            ? []
            : SectionsOf(configuration, trail).SelectMany(path => keys.Select(name => Join(Join(path, prefix), name)));
    }

    private static OriginSet GetValue(IInvocationOperation call, Trail trail)
    {
        var settings = Settings(call, call.Receiver(), call.ArgumentFor("key")!, trail);
        return call.ArgumentFor("defaultValue") is { } standIn ? OriginSet.Choice([settings, trail.Follow(standIn)]) : settings;
    }
}
