using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// Metrics and traces of .NET itself, and what collects them: OpenTelemetry, listeners, agents. Any of them may be absent, and then nothing
/// matches.
/// </summary>
internal sealed class InstrumentationSymbols(Compilation compilation)
{
    // These register no meter or source of the app, whatever else they do with a builder.
    private static readonly string[] RegisterNothingOfTheApp =
        ["OpenTelemetry", "Aspire", "Azure", "Microsoft", "Npgsql", "Sentry", "System"];

    // Families with one that takes what it registers from a file.
    private static readonly string[] RegisterAnything = ["OpenTelemetry.Configuration", "OpenTelemetry.AutoInstrumentation"];

    // Each of them listens to all meters or activities without being asked.
    private static readonly string[] Agents = ["App.Metrics", "Datadog.Trace", "Elastic.Apm", "NewRelic.Api", "NewRelic.OpenTelemetry", "Prometheus"];

    private readonly INamedTypeSymbol? _meter = compilation.FindLibraryType("System.Diagnostics.Metrics.Meter");
    private readonly INamedTypeSymbol? _activitySource = compilation.FindLibraryType("System.Diagnostics.ActivitySource");
    private readonly INamedTypeSymbol? _instrument = compilation.FindLibraryType("System.Diagnostics.Metrics.Instrument");
    private readonly INamedTypeSymbol? _observable = compilation.FindLibraryType("System.Diagnostics.Metrics.ObservableInstrument`1");
    private readonly INamedTypeSymbol? _meterFactory = compilation.FindLibraryType("System.Diagnostics.Metrics.IMeterFactory");
    private readonly INamedTypeSymbol? _meterFactoryExtensions = compilation.FindLibraryType("System.Diagnostics.Metrics.MeterFactoryExtensions");
    private readonly INamedTypeSymbol? _meterListener = compilation.FindLibraryType("System.Diagnostics.Metrics.MeterListener");
    private readonly INamedTypeSymbol? _activityListener = compilation.FindLibraryType("System.Diagnostics.ActivityListener");
    private readonly INamedTypeSymbol? _metricsBuilder = compilation.FindLibraryType("Microsoft.Extensions.Diagnostics.Metrics.IMetricsBuilder");
    private readonly INamedTypeSymbol? _meterProviderBuilder = compilation.FindLibraryType("OpenTelemetry.Metrics.MeterProviderBuilder");
    private readonly INamedTypeSymbol? _tracerProviderBuilder = compilation.FindLibraryType("OpenTelemetry.Trace.TracerProviderBuilder");

    public bool IsMeter(ITypeSymbol? type) => type.IsOrInherits(_meter);

    public bool IsActivitySource(ITypeSymbol? type) => type.IsOrInherits(_activitySource);

    public bool IsInstrument(ITypeSymbol? type) => type.IsOrInherits(_instrument);

    /// <summary>True of an instrument that is asked for its value, so that nothing has to be recorded.</summary>
    public bool IsObservable(ITypeSymbol? type) => type.IsOrInherits(_observable);

    public bool IsMeterListener(ITypeSymbol? type) => type.IsOrInherits(_meterListener);

    public bool IsActivityListener(ITypeSymbol? type) => type.IsOrInherits(_activityListener);

    /// <summary>IMeterFactory.Create, by options or by name.</summary>
    public bool MakesMeter(IMethodSymbol method) => method.Name == "Create"
        && (method.ContainingType.IsOrInherits(_meterFactory) || method.ContainingType.IsOrInherits(_meterFactoryExtensions));

    /// <summary>Meter.CreateCounter and its sisters.</summary>
    public bool MakesInstrument(IMethodSymbol method) => IsMeter(method.ContainingType) && IsInstrument(method.ReturnType);

    /// <summary>MeterProviderBuilder.AddMeter.</summary>
    public bool RegistersMeters(IMethodSymbol method) => method.Name == "AddMeter" && IsMetricsBuilder(method.ContainingType);

    /// <summary>TracerProviderBuilder.AddSource.</summary>
    public bool RegistersSources(IMethodSymbol method) => method.Name == "AddSource" && IsTracesBuilder(method.ContainingType);

    /// <summary>EnableMetrics and AddListener of Microsoft.Extensions.Diagnostics, to which OpenTelemetry listens too.</summary>
    public bool EnablesMetrics(IMethodSymbol method) =>
        method.Name is "EnableMetrics" or "AddListener" && method.Parameters.Any(parameter => parameter.Type.IsOrInherits(_metricsBuilder));

    /// <summary>True of the builder of a meter provider.</summary>
    public bool IsMetricsBuilder(ITypeSymbol? type) => type.IsOrInherits(_meterProviderBuilder);

    /// <summary>True of the builder of a tracer provider.</summary>
    public bool IsTracesBuilder(ITypeSymbol? type) => type.IsOrInherits(_tracerProviderBuilder);

    /// <summary>
    /// The referenced assemblies that may register what the app makes, where no code of the project shows it: agents, and what is built on
    /// OpenTelemetry and is not known.
    /// </summary>
    public IEnumerable<string> HiddenCollectors => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => IsOf(assembly.Name, Agents) || IsOf(assembly.Name, RegisterAnything)
            || !IsOf(assembly.Name, RegisterNothingOfTheApp) && References(assembly, "OpenTelemetry"))
        .Select(assembly => assembly.Name)
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>
    /// What code of other projects makes for this one to record to. Packages are left out: their assemblies are signed, and what they make is
    /// theirs to record.
    /// </summary>
    public IEnumerable<ISymbol> MembersOfOtherProjects => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => !assembly.Identity.IsStrongName && References(assembly, "System.Diagnostics.DiagnosticSource"))
        .SelectMany(assembly => TypesIn(assembly.GlobalNamespace))
        .SelectMany(type => type.GetMembers())
        .Where(member => member.DeclaredAccessibility != Accessibility.Private && TypeOf(member) is { } type
            && (IsInstrument(type) || IsMeter(type) || IsActivitySource(type)));

    /// <summary>The type of a field's or property's value; null for other members.</summary>
    public static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool References(IAssemblySymbol assembly, string family) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => IsOf(reference.Name, family)));

    private static bool IsOf(string assembly, params string[] families) =>
        families.Any(family => assembly == family || assembly.StartsWith(family + ".", StringComparison.Ordinal));

    // A namespace may nest as deeply as somebody likes.
    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol outermost)
    {
        var pending = new Stack<INamespaceOrTypeSymbol>([outermost]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in next is INamespaceSymbol space ? space.GetMembers() : next.GetTypeMembers().Cast<INamespaceOrTypeSymbol>())
                pending.Push(inner);
        }
    }
}
