using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>A catch in which a failure of Stripe, or of the work on an event, ends without a trace.</summary>
/// <param name="Place">The keyword <c>catch</c>.</param>
/// <param name="Call">What fails, for messages: <c>SessionService.CreateAsync</c>.</param>
/// <param name="IsRefusal">Whether it is a signature that does not hold, which strangers cause as well.</param>
internal sealed record SilentFailure(Location Place, string Call, bool IsRefusal);
