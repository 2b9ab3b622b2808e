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

    /// <summary><c>live</c> or <c>test</c>: which events are meant for this shop.</summary>
    [Required]
    [AllowedValues("live", "test")]
    public required string Mode { get; init; }

    public bool IsLive => Mode == "live";

    /// <summary>The types of events that the endpoint is subscribed to; any other one is let pass without effect.</summary>
    [Required]
    [MinLength(1)]
    public required string[] WebhookAllowedEvents { get; init; }

    /// <summary>What the portal lets customers do.</summary>
    [Required]
    public required string PortalConfigurationId { get; init; }

    /// <summary>Plan and interval, such as <c>basic.monthly</c>, to the id of its Stripe price.</summary>
    [Required]
    [MinLength(1)]
    public required Dictionary<string, string> Prices { get; init; }
}
