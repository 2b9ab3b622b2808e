using System.ComponentModel.DataAnnotations;

namespace ReadySubscriptions;

/// <summary>The section <c>App</c>.</summary>
public sealed class AppOptions
{
    public const string Section = "App";

    /// <summary>Where customers come back to after they were at Stripe.</summary>
    [Required]
    [Url]
    public required string PublicUrl { get; init; }
}
