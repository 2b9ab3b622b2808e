namespace ReadinessAnalyzers.Symbols;

/// <summary>Names that speak of telemetry. A name proves nothing, but what bears one and cannot be looked into may be a logger.</summary>
internal static class TelemetryWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "log", "logs", "logger", "loggers", "logging", "telemetry", "metric", "metrics", "meter", "audit", "audits", "auditor", "auditing",
        "trace", "tracer", "tracing", "monitor", "monitoring", "diagnostics", "journal", "insights", "sentry", "rollbar", "raygun", "bugsnag",
        "elmah", "track", "capture",
    };

    /// <summary>True for <c>AuditService</c> and <c>_logger</c>; not for <c>CatalogService</c> or <c>LoginService</c>.</summary>
    public static bool SpeakIn(string identifier)
    {
        for (var start = 0; start < identifier.Length;)
        {
            var end = start + 1;
            while (end < identifier.Length && !IsBoundary(identifier, end))
                end++;
            if (Words.Contains(identifier.Substring(start, end - start).Trim('_').ToLowerInvariant()))
                return true;
            start = end;
        }
        return false;
    }

    // ILogger, AppLog, app_log
    private static bool IsBoundary(string identifier, int at) =>
        identifier[at] == '_' || identifier[at - 1] == '_'
        || char.IsUpper(identifier[at]) && (!char.IsUpper(identifier[at - 1]) || at + 1 < identifier.Length && char.IsLower(identifier[at + 1]));
}
