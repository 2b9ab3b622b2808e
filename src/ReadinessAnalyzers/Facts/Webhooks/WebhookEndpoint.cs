using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// An HTTP endpoint in which a Stripe event arrives, and what is certain about it. An endpoint whose verification may happen out of sight
/// is no subject at all: nothing is said about it.
/// </summary>
/// <param name="Name">The method's name, or the route's verb and pattern of a lambda; for messages.</param>
/// <param name="Verifies">Whether the endpoint checks a signature on any path.</param>
/// <param name="UnverifiedUses">Events that the endpoint acts on although, on some path, their signature was never checked.</param>
internal sealed record WebhookEndpoint(string Name, bool Verifies, ImmutableArray<UnverifiedUse> UnverifiedUses);

/// <summary>An event that was parsed without a check and then acted on.</summary>
/// <param name="Parse">Where the event comes into being: the parsing call, or the parameter that the framework binds.</param>
/// <param name="Use">Where the endpoint first acts on it.</param>
internal sealed record UnverifiedUse(Location Parse, Location Use);
