using System.ComponentModel.DataAnnotations;

namespace ReadyShop.Billing;

/// <summary>The section <c>Stripe</c>. The three keys come from the host's secret store, the prices from appsettings.</summary>
public sealed class StripeOptions
{
    public const string Section = "Stripe";

    [Required]
    public required string SecretKey { get; init; }

    [Required]
    public required string WebhookSecret { get; init; }

    [Required]
    public required string PublishableKey { get; init; }

    /// <summary>Plan and interval, such as <c>basic.monthly</c>, to the id of its Stripe price.</summary>
    [Required]
    [MinLength(1)]
    public required Dictionary<string, string> Prices { get; init; }
}
