namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What an endpoint's work certainly lacks, in the endpoint itself and in all that it calls.</summary>
/// <param name="IsSilentOnSuccess">Nothing is logged or measured, not even on the console, when an event is accepted.</param>
/// <param name="IsSilentOnRefusal">Nothing is, when a check says by its value that the signature does not hold.</param>
/// <param name="IsConsoleOnly">What tells that an event was accepted goes to the console, and only warnings and errors go anywhere else.</param>
internal sealed record WebhookTelemetry(bool IsSilentOnSuccess, bool IsSilentOnRefusal, bool IsConsoleOnly);
