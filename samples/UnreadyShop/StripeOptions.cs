using System.ComponentModel.DataAnnotations;

namespace UnreadyShop;

public sealed class StripeOptions
{
    [Required]
    public required string SecretKey { get; init; }

    [Required]
    public required string PublishableKey { get; init; }

    [Required]
    public required string WebhookSecret { get; init; }

    [Required]
    public required string ConnectWebhookSecret { get; init; }

    [Required]
    public required string DelayedPaymentWebhookSecret { get; init; }

    /// <summary>Plan and interval, such as <c>basic.monthly</c>, to the id of its Stripe price.</summary>
    [Required]
    [MinLength(1)]
    public required Dictionary<string, string> Prices { get; init; }
}
