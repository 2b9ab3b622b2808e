using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>Where a credential was found.</summary>
internal enum ExposurePlace
{
    /// <summary>In the text of a source file: a literal, a comment, disabled code.</summary>
    Source,

    /// <summary>In the text of a settings file.</summary>
    SettingsFile,

    /// <summary>It is a constant where a library takes a credential.</summary>
    Sink,

    /// <summary>Nowhere: what to look for is not written as it must be.</summary>
    Option,
}

/// <summary>A credential that the source or a settings file gives away; never its text.</summary>
/// <param name="Location">The credential itself, or the argument that takes it.</param>
/// <param name="Place">Where it was found.</param>
/// <param name="Kind">A noun phrase: <c>GitHub token (ghp_…)</c>.</param>
/// <param name="Name">The setting that holds it or what takes it; null if neither shows.</param>
internal sealed record ExposedCredential(Location Location, ExposurePlace Place, string Kind, string? Name = null)
{
    /// <summary>What a Stripe secret says about itself; null for any other credential.</summary>
    public StripeKey? Stripe { get; init; }

    /// <summary>Where a constant is written that a sink takes.</summary>
    public IEnumerable<Location> Origins { get; init; } = [];
}
