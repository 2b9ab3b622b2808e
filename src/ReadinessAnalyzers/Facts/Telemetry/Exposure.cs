using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>What must not be written where others read it.</summary>
internal enum ExposedDatum
{
    /// <summary>The whole body of a webhook: names, addresses, amounts.</summary>
    Payload,

    /// <summary>A key or a signing secret.</summary>
    Credential,

    /// <summary>The number of a card, or the code on its back.</summary>
    CardNumber,

    /// <summary>A whole object of Stripe's about a person or a payment, which writes itself out as JSON.</summary>
    StripeObject,

    /// <summary>What Stripe.net says of a signature that does not hold.</summary>
    CheckFailure,
}

/// <summary>A value that is handed to a log, the console, an exception's message or, of a failed check, to the sender.</summary>
/// <param name="Place">The value.</param>
/// <param name="Sink">What takes it, for messages: <c>LogInformation</c>.</param>
/// <param name="Datum">What it is.</param>
/// <param name="Name">The type or member, for messages; never a value.</param>
internal sealed record Exposure(Location Place, string Sink, ExposedDatum Datum, string Name);
