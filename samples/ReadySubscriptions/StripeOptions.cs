using System.ComponentModel.DataAnnotations;

namespace ReadySubscriptions;

/// <summary>The section <c>Stripe</c>. The keys and secrets come from the host's secret store, the rest from appsettings.</summary>
public sealed class StripeOptions
{
    public const string Section = "Stripe";

    [Required]
    public required string SecretKey { get; init; }

    [Required]
    public required string PublishableKey { get; init; }

    /// <summary>One, and for as long as the endpoint's secret is rolled the old one behind the new one.</summary>
    [Required]
    [MinLength(1)]
    public required string[] WebhookSecrets { get; init; }

    /// <summary>The types of events that the endpoint is subscribed to; any other one is let pass without effect.</summary>
    [Required]
    [MinLength(1)]
    public required string[] WebhookAllowedEvents { get; init; }

    /// <summary>What the portal lets customers do.</summary>
    [Required]
    public required string PortalConfigurationId { get; init; }

    /// <summary>Whether Stripe adds tax to new subscriptions; those that exist stay as they are.</summary>
    public bool AutomaticTaxEnabled { get; init; }

    /// <summary>Plan and interval, such as <c>pro.monthly</c>, to the id of its Stripe price.</summary>
    [Required]
    [MinLength(1)]
    public required Dictionary<string, string> Prices { get; init; }
}
