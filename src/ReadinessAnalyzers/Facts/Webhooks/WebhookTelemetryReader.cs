using ReadinessAnalyzers.Facts.Telemetry;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Judges the telemetry of an endpoint by the union over it and the project's methods behind it: a thin one is silent by itself.</summary>
internal sealed class WebhookTelemetryReader(TraceReading traces)
{
    private static readonly WebhookTelemetry Sound = new(IsSilentOnSuccess: false, IsSilentOnRefusal: false, IsConsoleOnly: false);

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isRefusedSilently">Whether it refuses a failed check without a word.</param>
    /// <param name="cancellation">Ends the search.</param>
    public WebhookTelemetry Of(HttpEndpoint endpoint, bool isRefusedSilently, CancellationToken cancellation)
    {
        var onSuccess = traces.OnSuccessOf(endpoint.Function, cancellation);
        var isConsoleOnly = (onSuccess & (Traces.Console | Traces.Unknown)) == Traces.Console && (!onSuccess.HasFlag(Traces.Telemetry) || onSuccess.HasFlag(Traces.Alarm));
        var telemetry = new WebhookTelemetry(onSuccess == Traces.None, isRefusedSilently, isConsoleOnly);
        return telemetry == Sound || traces.Requests.MayTell(endpoint, cancellation) ? Sound : telemetry;
    }
}
