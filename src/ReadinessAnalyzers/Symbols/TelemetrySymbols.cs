using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// The calls that leave a trace somebody can look for later: a line in a log, a measurement, a span, an error report. Any of their libraries may
/// be absent; types that a project names in <c>readiness.RDY3001.telemetry_types</c> count like them.
/// </summary>
internal sealed class TelemetrySymbols
{
    // A name that ends in * stands for all that begin so. BeginScope and IsEnabled write nothing.
    private static readonly (string Type, string Members)[] Table =
    [
        ("Microsoft.Extensions.Logging.ILogger", "Log"),
        ("Microsoft.Extensions.Logging.LoggerExtensions", "Log*"),
        ("Serilog.ILogger", "Write Verbose Debug Information Warning Error Fatal"),
        ("Serilog.Log", "Write Verbose Debug Information Warning Error Fatal"),
        ("NLog.Logger", "Log* Trace Debug Info Warn Error Fatal ConditionalDebug ConditionalTrace"),
        ("NLog.ILoggerBase", "Log*"),
        ("NLog.ILogger", "Trace Debug Info Warn Error Fatal"),
        ("log4net.ILog", "Debug* Info* Warn* Error* Fatal*"),
        ("log4net.Core.ILogger", "Log"),
        ("Common.Logging.ILog", "Trace* Debug* Info* Warn* Error* Fatal*"),
        ("Castle.Core.Logging.ILogger", "Trace* Debug* Info* Warn* Error* Fatal*"),
        ("ServiceStack.Logging.ILog", "Debug* Info* Warn* Error* Fatal*"),
        ("Microsoft.Azure.WebJobs.Host.TraceWriter", "Trace Verbose Info Warning Error"),
        ("Amazon.Lambda.Core.ILambdaLogger", "Log*"),
        ("Nop.Services.Logging.ILogger", "InsertLog* Information* Warning* Error*"),
        ("CMS.Core.IEventLogService", "Log*"),
        ("EPiServer.Logging.ILogger", "Log"),
        ("EPiServer.Logging.LoggerExtensions", "Trace Debug Information Warning Error Critical"),
        ("System.Diagnostics.ActivitySource", "StartActivity CreateActivity"),
        ("System.Diagnostics.Activity", "Start SetTag AddTag AddEvent SetStatus AddException"),
        ("System.Diagnostics.DiagnosticSource", "Write StartActivity"),
        ("System.Diagnostics.Metrics.Counter`1", "Add"),
        ("System.Diagnostics.Metrics.UpDownCounter`1", "Add"),
        ("System.Diagnostics.Metrics.Histogram`1", "Record"),
        ("System.Diagnostics.Metrics.Gauge`1", "Record"),
        ("System.Diagnostics.Trace", "Write* Trace* Fail"),
        ("System.Diagnostics.TraceSource", "Trace*"),
        ("System.Diagnostics.Tracing.EventSource", "Write*"),
        ("System.Diagnostics.EventLog", "WriteEntry WriteEvent"),
        ("OpenTelemetry.Trace.ActivityExtensions", "RecordException SetStatus"),
        ("OpenTelemetry.Trace.Tracer", "Start*"),
        ("OpenTelemetry.Trace.TelemetrySpan", "SetAttribute AddEvent RecordException SetStatus"),
        ("Microsoft.ApplicationInsights.TelemetryClient", "Track*"),
        ("Microsoft.ApplicationInsights.Metric", "TrackValue"),
        ("Sentry.SentrySdk", "Capture* AddBreadcrumb StartTransaction"),
        ("Sentry.ISentryClient", "Capture*"),
        ("Sentry.SentryClientExtensions", "Capture*"),
        ("Rollbar.ILogger", "Log Critical Error Warning Info Debug"),
        ("Mindscape.Raygun4Net.RaygunClientBase", "Send*"),
        ("Bugsnag.IClient", "Notify"),
        ("Elmah.ErrorSignal", "Raise"),
        ("ElmahCore.ElmahExtensions", "RaiseError"),
        ("Exceptionless.ExceptionlessClient", "Submit*"),
        ("Exceptionless.ExceptionlessClientExtensions", "Submit*"),
        ("NewRelic.Api.Agent.NewRelic", "NoticeError Record* IncrementCounter"),
        ("Datadog.Trace.Tracer", "StartActive"),
        ("Elastic.Apm.Api.ITracer", "Capture* StartTransaction"),
        ("Prometheus.ICounter", "Inc*"),
        ("Prometheus.IGauge", "Inc* Set*"),
        ("Prometheus.IObserver", "Observe"),
        ("App.Metrics.IMeasureCounterMetrics", "*"),
        ("App.Metrics.IMeasureMeterMetrics", "*"),
        ("StatsdClient.IDogStatsd", "*"),
        ("StatsdClient.DogStatsd", "*"),
    ];

    // What is written there is gone with the container, or never seen by anybody.
    private static readonly (string Type, string Members)[] ConsoleTable =
    [
        ("System.Console", "Write*"),
        ("System.Diagnostics.Debug", "Write* Print Fail"),
    ];

    private static readonly string[] Alarms = ["Warn", "Error", "Critical", "Fatal", "Exception", "Fail"];

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _ownTypes = new(SymbolEqualityComparer.Default);
    private readonly ImmutableHashSet<string> _ownTypeNames;
    private readonly ImmutableArray<(INamedTypeSymbol Type, string[] Members)> _telemetry;
    private readonly ImmutableArray<(INamedTypeSymbol Type, string[] Members)> _console;
    private readonly INamedTypeSymbol? _loggerMessage;

    /// <param name="compilation">Whose references are searched.</param>
    /// <param name="ownTypes">Full names of types whose every method counts, separated by commas.</param>
    public TelemetrySymbols(Compilation compilation, string ownTypes)
    {
        _ownTypeNames = [.. ownTypes.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0)];
        _telemetry = Referenced(Table, compilation);
        _console = Referenced(ConsoleTable, compilation);
        _loggerMessage = compilation.FindLibraryType("Microsoft.Extensions.Logging.LoggerMessageAttribute");
        Logger = compilation.FindLibraryType("Microsoft.Extensions.Logging.ILogger");
    }

    /// <summary>The logger of .NET; null if it is not referenced.</summary>
    public INamedTypeSymbol? Logger { get; }

    /// <summary>True for a call that logs, measures, traces or reports, a method that <c>[LoggerMessage]</c> generates included.</summary>
    public bool IsTelemetry(IMethodSymbol method) =>
        Contains(_telemetry, method) || IsGenerated(method) || IsOfOwnType(method.ContainingType);

    /// <summary>True for a call that by its name tells of something that went wrong.</summary>
    public static bool IsAlarm(IMethodSymbol method) => Array.Exists(Alarms, word => method.Name.Contains(word));

    /// <summary>True for a call that writes to the console or the debugger only.</summary>
    public bool IsConsole(IMethodSymbol method, IOperation? receiver) =>
        Contains(_console, method)
        // Console.Error.WriteLine(…)
        || receiver is IPropertyReferenceOperation { Property: { Name: "Out" or "Error" } writer } && _console.Any(entry => Is(writer.ContainingType, entry.Type));

    private bool IsGenerated(IMethodSymbol method) =>
        _loggerMessage is not null && method.GetAttributes().Any(attribute => Is(attribute.AttributeClass, _loggerMessage));

    private bool IsOfOwnType(INamedTypeSymbol? type) => !_ownTypeNames.IsEmpty && type is not null && _ownTypes.GetOrAdd(
        type.OriginalDefinition,
        key => BasesOf(key).Concat(key.AllInterfaces).Any(candidate => _ownTypeNames.Contains(
            candidate.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted).WithGenericsOptions(SymbolDisplayGenericsOptions.None)))));

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            yield return candidate;
    }

    private static bool Contains(ImmutableArray<(INamedTypeSymbol Type, string[] Members)> table, IMethodSymbol method)
    {
        foreach (var (type, members) in table)
        {
            if (Array.Exists(members, member => Matches(member, method.Name)) && method.ContainingType.IsOrInherits(type))
                return true;
        }
        return false;
    }

    private static bool Matches(string member, string name) => member[member.Length - 1] == '*'
        ? string.CompareOrdinal(member, 0, name, 0, member.Length - 1) == 0
        : member == name;

    private static bool Is(INamedTypeSymbol? type, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);

    private static ImmutableArray<(INamedTypeSymbol, string[])> Referenced((string Type, string Members)[] table, Compilation compilation) =>
    [
        .. from entry in table
           let type = compilation.FindLibraryType(entry.Type)
           where type is not null
           select (type, entry.Members.Split(' ')),
    ];
}
