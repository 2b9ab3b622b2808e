using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>An HTTP endpoint in which a Stripe event arrives, and what is certain about it.</summary>
/// <param name="Name">The method's name, or the route's verb and pattern of a lambda; for messages.</param>
/// <param name="Http">The function, and how requests come to it.</param>
/// <param name="Verifies">Whether the endpoint itself checks a signature on any path.</param>
internal sealed record WebhookEndpoint(string Name, HttpEndpoint Http, bool Verifies)
{
    /// <summary>
    /// Events that the endpoint acts on although, on some path, their signature was never checked. None where it may be checked out of sight:
    /// unknown means silence.
    /// </summary>
    public ImmutableArray<UnverifiedUse> UnverifiedUses { get; init; } = [];

    /// <summary>Where the body is parsed, on some path, before its signature is checked. None where it may be checked out of sight before.</summary>
    public ImmutableArray<EarlyParse> EarlyParses { get; init; } = [];

    /// <summary>Checks whose failure the endpoint answers as if it had accepted the event.</summary>
    public ImmutableArray<AcceptedFailure> AcceptedFailures { get; init; } = [];

    /// <summary>Checks that throw a <see cref="NullReferenceException"/>, which nothing catches, at a request without the signature header.</summary>
    public ImmutableArray<Location> UnguardedHeaders { get; init; } = [];

    /// <summary>Whether the endpoint itself checks a signature or reads Stripe's header, so that Stripe is who must reach it.</summary>
    public bool IsForStripe { get; init; }

    /// <summary>What stands before the endpoint and certainly keeps Stripe out.</summary>
    public ImmutableArray<EndpointDemand> Demands { get; init; } = [];

    /// <summary>What it does once more when Stripe delivers an event again; null if nothing, or nothing for certain.</summary>
    public RepeatedEffect? RepeatedEffect { get; init; }

    /// <summary>Whether it uses what events carry, in a project that never asks whether they are live.</summary>
    public bool MixesModes { get; init; }

    /// <summary>What its work leaves in logs and measurements; null if it is not judged.</summary>
    public WebhookTelemetry? Telemetry { get; init; }

    /// <summary>The endpoint's name in the text: of the method, or of the call that maps a lambda.</summary>
    public Location Place => Http is { Mapping.Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax map }, Function: AnonymousFunctionExpressionSyntax }
        ? map.Name.GetLocation()
        : Http.Method.Locations[0];
}

/// <summary>An event that was parsed without a check and then acted on.</summary>
/// <param name="Parse">Where the event comes into being: the parsing call, or the parameter that the framework binds.</param>
/// <param name="Use">Where the endpoint first acts on it.</param>
internal sealed record UnverifiedUse(Location Parse, Location Use);

/// <summary>A body that was parsed before its signature was checked.</summary>
/// <param name="Parse">The parsing call, or the parameter that the framework binds.</param>
/// <param name="Check">The check that comes too late.</param>
/// <param name="OnlyHelps">Whether what was parsed does nothing before the check but choose its secret or feed a log.</param>
internal sealed record EarlyParse(Location Parse, Location Check, bool OnlyHelps);

/// <summary>A check whose failure is answered with success.</summary>
/// <param name="Check">The verifying call, or the call of the app's own method that verifies.</param>
/// <param name="Answer">Where the answer is returned; null if the endpoint just ends.</param>
internal sealed record AcceptedFailure(Location Check, Location? Answer);
