using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Tests.Symbols;

/// <summary>What the libraries of the field call the members that leave a trace, and beside them those that leave none.</summary>
public sealed class TelemetrySymbolsTests
{
    [Theory]
    [InlineData("Microsoft.Extensions.Logging.ILogger", "Log", "BeginScope IsEnabled")]
    [InlineData("Microsoft.Extensions.Logging.LoggerExtensions", "LogInformation LogError LogCritical Log", "BeginScope")]
    [InlineData("Serilog.ILogger", "Write Verbose Debug Information Warning Error Fatal", "ForContext IsEnabled")]
    [InlineData("Serilog.Log", "Write Verbose Debug Information Warning Error Fatal", "CloseAndFlush ForContext")]
    [InlineData("NLog.Logger", "Log Trace Debug Info Warn Error Fatal ConditionalDebug ConditionalTrace", "IsEnabled WithProperty Swallow")]
    [InlineData("NLog.ILoggerBase", "Log LogException", "IsEnabled")]
    [InlineData("NLog.ILogger", "Trace Debug Info Warn Error Fatal", "Swallow")]
    [InlineData("log4net.ILog", "DebugFormat InfoFormat WarnFormat ErrorFormat FatalFormat Error", "get_Logger")]
    [InlineData("log4net.Core.ILogger", "Log", "IsEnabledFor")]
    [InlineData("Common.Logging.ILog", "TraceFormat DebugFormat Info Warn Error Fatal", "GetVariablesContext")]
    [InlineData("Castle.Core.Logging.ILogger", "TraceFormat Debug Info Warn ErrorFormat Fatal", "CreateChildLogger")]
    [InlineData("ServiceStack.Logging.ILog", "Debug InfoFormat Warn Error Fatal", "Close")]
    [InlineData("Microsoft.Azure.WebJobs.Host.TraceWriter", "Trace Verbose Info Warning Error", "Flush")]
    [InlineData("Amazon.Lambda.Core.ILambdaLogger", "Log LogLine LogError", "Dispose")]
    [InlineData("Nop.Services.Logging.ILogger", "InsertLogAsync InformationAsync WarningAsync ErrorAsync Error", "ClearLogAsync IsEnabled")]
    [InlineData("CMS.Core.IEventLogService", "LogEvent LogException", "Clear")]
    [InlineData("EPiServer.Logging.ILogger", "Log", "IsEnabled")]
    [InlineData("EPiServer.Logging.LoggerExtensions", "Trace Debug Information Warning Error Critical", "IsDebugEnabled")]
    [InlineData("System.Diagnostics.ActivitySource", "StartActivity CreateActivity", "HasListeners Dispose")]
    [InlineData("System.Diagnostics.Activity", "Start SetTag AddTag AddEvent SetStatus AddException", "SetIdFormat GetTagItem Stop")]
    [InlineData("System.Diagnostics.DiagnosticSource", "Write StartActivity", "IsEnabled")]
    [InlineData("System.Diagnostics.Metrics.Counter`1", "Add", "ToString")]
    [InlineData("System.Diagnostics.Metrics.UpDownCounter`1", "Add", "ToString")]
    [InlineData("System.Diagnostics.Metrics.Histogram`1", "Record", "ToString")]
    [InlineData("System.Diagnostics.Metrics.Gauge`1", "Record", "ToString")]
    [InlineData("System.Diagnostics.Trace", "WriteLine Write TraceError TraceWarning Fail", "Flush Close Indent")]
    [InlineData("System.Diagnostics.TraceSource", "TraceEvent TraceInformation TraceData", "Flush Close")]
    [InlineData("System.Diagnostics.Tracing.EventSource", "Write WriteEvent", "IsEnabled Dispose")]
    [InlineData("System.Diagnostics.EventLog", "WriteEntry WriteEvent", "SourceExists CreateEventSource")]
    [InlineData("OpenTelemetry.Trace.ActivityExtensions", "RecordException SetStatus", "GetStatus")]
    [InlineData("OpenTelemetry.Trace.Tracer", "StartActiveSpan StartSpan StartRootSpan", "WithSpan")]
    [InlineData("OpenTelemetry.Trace.TelemetrySpan", "SetAttribute AddEvent RecordException SetStatus", "Dispose")]
    [InlineData("Microsoft.ApplicationInsights.TelemetryClient", "TrackEvent TrackException TrackTrace TrackMetric", "Flush IsEnabled")]
    [InlineData("Microsoft.ApplicationInsights.Metric", "TrackValue", "GetAllSeries")]
    [InlineData("Sentry.SentrySdk", "CaptureException CaptureMessage AddBreadcrumb StartTransaction", "Init ConfigureScope Flush")]
    [InlineData("Sentry.ISentryClient", "CaptureEvent", "FlushAsync")]
    [InlineData("Sentry.SentryClientExtensions", "CaptureException CaptureMessage", "FlushAsync")]
    [InlineData("Rollbar.ILogger", "Log Critical Error Warning Info Debug", "AsBlockingLogger")]
    [InlineData("Mindscape.Raygun4Net.RaygunClientBase", "Send SendInBackground", "ClearAllUsers")]
    [InlineData("Bugsnag.IClient", "Notify", "BeforeNotify")]
    [InlineData("Elmah.ErrorSignal", "Raise", "FromCurrentContext")]
    [InlineData("ElmahCore.ElmahExtensions", "RaiseError", "UseElmah")]
    [InlineData("Exceptionless.ExceptionlessClient", "SubmitException SubmitEvent", "ProcessQueueAsync Startup")]
    [InlineData("Exceptionless.ExceptionlessClientExtensions", "SubmitException SubmitLog", "CreateLog")]
    [InlineData("NewRelic.Api.Agent.NewRelic", "NoticeError RecordCustomEvent RecordMetric IncrementCounter", "GetAgent IgnoreTransaction")]
    [InlineData("Datadog.Trace.Tracer", "StartActive", "Configure")]
    [InlineData("Elastic.Apm.Api.ITracer", "CaptureTransaction CaptureError StartTransaction", "GetService")]
    [InlineData("Prometheus.ICounter", "Inc IncTo", "Publish")]
    [InlineData("Prometheus.IGauge", "Inc IncTo Set SetToCurrentTimeUtc", "Publish")]
    [InlineData("Prometheus.IObserver", "Observe", "Publish")]
    [InlineData("App.Metrics.IMeasureCounterMetrics", "Increment Decrement", "")]
    [InlineData("App.Metrics.IMeasureMeterMetrics", "Mark", "")]
    [InlineData("StatsdClient.IDogStatsd", "Increment Histogram Timer Event", "")]
    [InlineData("StatsdClient.DogStatsd", "Increment Gauge Counter", "")]
    public void A_member_leaves_a_trace_or_does_not(string type, string telling, string silent)
    {
        var (tells, quiet) = (telling.Split(' '), silent.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var (compilation, library) = StandInLibrary.With(type, [.. tells, .. quiet]);
        var telemetry = new TelemetrySymbols(compilation, ownTypes: "");
        Assert.All(tells, member => Assert.True(telemetry.IsTelemetry(library.Method(member)), member));
        Assert.All(quiet.Where(member => library.GetMembers(member).Length > 0), member => Assert.False(telemetry.IsTelemetry(library.Method(member)), member));
    }

    [Theory]
    [InlineData("System.Console", "WriteLine Write", "ReadLine Beep")]
    [InlineData("System.Diagnostics.Debug", "WriteLine Write WriteIf Print Fail", "Assert Flush")]
    public void The_console_is_told_apart(string type, string telling, string silent)
    {
        var (compilation, console) = StandInLibrary.With(type);
        var telemetry = new TelemetrySymbols(compilation, ownTypes: "");
        Assert.All(telling.Split(' '), member => Assert.True(telemetry.IsConsole(console.Method(member), receiver: null), member));
        Assert.All(silent.Split(' '), member => Assert.False(telemetry.IsConsole(console.Method(member), receiver: null), member));
        Assert.All(telling.Split(' '), member => Assert.False(telemetry.IsTelemetry(console.Method(member)), member));
    }

    [Theory]
    [InlineData("Shop.AuditLog", true)]
    [InlineData("Shop.Orders, Shop.AuditLog", true)]
    [InlineData("AuditLog", false)]
    [InlineData("", false)]
    public void A_type_of_the_team_counts_if_it_is_named(string ownTypes, bool isTelemetry)
    {
        var (compilation, log) = StandInLibrary.With("Shop.AuditLog", "Note");
        Assert.Equal(isTelemetry, new TelemetrySymbols(compilation, ownTypes).IsTelemetry(log.Method("Note")));
    }
}
