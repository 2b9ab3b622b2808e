using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Telemetry;

/// <summary>RDY3001: an event comes and goes, and nobody could tell afterwards.</summary>
internal sealed class SilentWebhook : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY3001",
        "Webhook handler emits no telemetry",
        "'{0}' logs and measures nothing {1}, so nobody can tell whether an event arrived and what became of it. Log its id and type there, or count it.",
        DiagnosticSeverity.Warning,
        "OBS-02", "OBS-05");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        if (PathOf(endpoint.Telemetry) is { } path)
            report.At(endpoint.Place, endpoint.Name, path);
    }

    private static string? PathOf(WebhookTelemetry? telemetry) => telemetry switch
    {
        { IsSilentOnSuccess: true, IsSilentOnRefusal: true } => "on its success path or on its refusal path",
        { IsSilentOnSuccess: true } => "on its success path",
        { IsSilentOnRefusal: true } => "on its refusal path",
        _ => null,
    };
}
