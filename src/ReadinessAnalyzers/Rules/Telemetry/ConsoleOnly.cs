using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Telemetry;

/// <summary>RDY3003: what happens to events is told to the console, and to nobody else.</summary>
internal sealed class ConsoleOnly : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY3003",
        "Webhook telemetry goes to the console only",
        "'{0}' tells of the events it accepts on the console only, where nobody can search for one or set an alert. Use a logger or a meter.",
        DiagnosticSeverity.Info,
        "OBS-05");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        // A path that leaves no trace at all is told more plainly: RDY3001.
        if (endpoint.Telemetry is { IsConsoleOnly: true, IsSilentOnSuccess: false, IsSilentOnRefusal: false })
            report.At(endpoint.Place, endpoint.Name);
    }
}
