using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What a webhook endpoint does once more when Stripe delivers an event again.</summary>
/// <param name="What">For the message: <c>adds a row of Payment</c>.</param>
/// <param name="Place">The call or assignment.</param>
/// <param name="Entry">The same, or the call in the endpoint that leads there.</param>
internal sealed record RepeatedEffect(string What, Location Place, Location Entry);
