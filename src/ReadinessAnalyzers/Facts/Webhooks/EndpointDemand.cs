using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What a request must bring along before the platform lets it through to an endpoint.</summary>
internal enum DemandKind
{
    /// <summary>A cookie or token of somebody who has signed in.</summary>
    SignIn,

    /// <summary>The token of a form that the site itself has sent out.</summary>
    AntiforgeryToken,
}

/// <summary>One demand that stands before an endpoint.</summary>
/// <param name="Kind">What is demanded.</param>
/// <param name="Place">The attribute or call that demands it; null if the platform does by itself, as for Razor pages.</param>
/// <param name="IsCertain">False if Stripe may meet it all the same: a policy or scheme of the app's own, a key in the URL, a group out of sight.</param>
internal sealed record EndpointDemand(DemandKind Kind, Location? Place, bool IsCertain);
