using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>A call of Stripe.net that checks the signature of a webhook, wherever it stands, and what weakens the check.</summary>
/// <param name="Name">What is called, for messages: <c>EventUtility.ConstructEvent</c>.</param>
internal sealed record SignatureCheck(string Name)
{
    /// <summary>The empty string that may reach the call as its secret; null if none shows.</summary>
    public EmptySecret? EmptySecret { get; init; }

    /// <summary>What happened to the body on its way; null if nothing that shows.</summary>
    public BodyAlteration? Alteration { get; init; }

    /// <summary>The tolerance if it is fixed at compile time and given; the library's default is none.</summary>
    public FixedTolerance? Tolerance { get; init; }

    /// <summary>The argument that switches the check of the API version off; null if it is on or not known.</summary>
    public Location? IgnoresApiVersion { get; init; }
}

/// <summary>An empty string that may be the secret of a check.</summary>
/// <param name="Location">The empty string, if it stands in this file beside a value that it replaces; else the argument.</param>
/// <param name="Related">The empty string where it stands elsewhere.</param>
/// <param name="StandsIn">Whether it replaces a missing value; false if there is no other.</param>
/// <param name="Settings">The settings that it replaces, by name.</param>
internal sealed record EmptySecret(Location Location, ImmutableArray<Location> Related, bool StandsIn, ImmutableArray<string> Settings);

/// <summary>A change of the body between the request and the check.</summary>
/// <param name="Location">Where the text is altered, if that is in this file; else the argument.</param>
/// <param name="Related">Where it is altered in another file.</param>
/// <param name="Deed">What was done, for messages: <c>was changed by 'Trim'</c>.</param>
internal sealed record BodyAlteration(Location Location, ImmutableArray<Location> Related, string Deed);

/// <summary>A tolerance that no setting can change.</summary>
/// <param name="Location">The argument.</param>
/// <param name="Seconds">Its value.</param>
internal sealed record FixedTolerance(Location Location, decimal Seconds);
