using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// A value that belongs to one Stripe account and one mode, so that each environment needs its own: a place where the code hands a
/// credential or a price to Stripe.net, or reads a publishable key, and where the value comes from.
/// </summary>
/// <param name="Location">The argument or the value assigned; for a publishable key, the expression that reads it.</param>
/// <param name="Sink">The name of what takes it, for messages: <c>StripeConfiguration.ApiKey</c>.</param>
/// <param name="Role">One of <see cref="SettingFact.Roles"/>.</param>
/// <param name="Origins">Where the value comes from.</param>
internal sealed record StripeInput(Location Location, string Sink, string Role, OriginSet Origins)
{
    /// <summary>True if the project is a test project, where made-up keys are as they should be.</summary>
    public bool IsInTestProject { get; init; }

    /// <summary>The other roles in which the project reads <see cref="OnlySetting"/>.</summary>
    public ImmutableArray<string> OtherRoles { get; init; } = [];

    /// <summary>The setting that the value comes from if it is the only one: where several could be meant, none is blamed.</summary>
    public Origin.Setting? OnlySetting
    {
        get
        {
            var settings = Origins.Settings.ToList();
            return settings.Count > 0 && settings.All(settings[0].IsSameAs) ? settings[0] : null;
        }
    }

    /// <summary>True if <paramref name="origin"/> is part of what is handed over, so that naming it too would say nothing.</summary>
    public bool Holds(Location origin) => Location.SourceTree == origin.SourceTree && Location.SourceSpan.Contains(origin.SourceSpan);

    /// <summary>False if Stripe refuses a credential of that kind here.</summary>
    public bool Takes(StripeKeyKind kind) => Role switch
    {
        SettingFact.Roles.SecretKey => kind is StripeKeyKind.SecretKey or StripeKeyKind.RestrictedKey or StripeKeyKind.OrganizationKey,
        SettingFact.Roles.WebhookSecret => kind is StripeKeyKind.WebhookSecret,
        SettingFact.Roles.PublishableKey => kind is StripeKeyKind.PublishableKey,
        _ => false,
    };
}
