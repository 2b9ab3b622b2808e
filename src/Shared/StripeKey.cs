namespace ReadinessAnalyzers;

/// <summary>What a credential with one of Stripe's prefixes is for.</summary>
internal enum StripeKeyKind
{
    SecretKey,
    RestrictedKey,
    OrganizationKey,
    PublishableKey,
    EphemeralKey,
    WebhookSecret,
}

/// <summary>Whether a key moves real money. A webhook secret does not tell.</summary>
internal enum StripeKeyMode
{
    Unknown,
    Live,
    Test,
}

/// <summary>
/// What a string that begins like a Stripe credential says about itself. It holds no more of the text than the public prefix, so it may
/// appear in any message.
/// </summary>
/// <remarks>
/// Prefixes: docs.stripe.com/keys, docs.stripe.com/keys/organization-api-keys and docs.stripe.com/webhooks/signature. Other vendors use
/// <c>sk_live_</c> and <c>whsec_</c> too, so a match alone does not prove that Stripe is meant.
/// </remarks>
internal readonly record struct StripeKey(StripeKeyKind Kind, StripeKeyMode Mode, string Prefix)
{
    // Stripe's oldest keys have 24 characters behind the prefix.
    private const int ShortestBody = 24;
    private const int ShortestWord = 4;
    private const int ShortestFill = 3;

    // Longer prefixes first where one begins like another.
    private static readonly StripeKey[] Known =
    [
        new(StripeKeyKind.OrganizationKey, StripeKeyMode.Live, "sk_org_live_"),
        new(StripeKeyKind.OrganizationKey, StripeKeyMode.Test, "sk_org_test_"),
        new(StripeKeyKind.OrganizationKey, StripeKeyMode.Unknown, "sk_org_"),
        new(StripeKeyKind.SecretKey, StripeKeyMode.Live, "sk_live_"),
        new(StripeKeyKind.SecretKey, StripeKeyMode.Test, "sk_test_"),
        new(StripeKeyKind.RestrictedKey, StripeKeyMode.Live, "rk_live_"),
        new(StripeKeyKind.RestrictedKey, StripeKeyMode.Test, "rk_test_"),
        new(StripeKeyKind.PublishableKey, StripeKeyMode.Live, "pk_live_"),
        new(StripeKeyKind.PublishableKey, StripeKeyMode.Test, "pk_test_"),
        new(StripeKeyKind.EphemeralKey, StripeKeyMode.Live, "ek_live_"),
        new(StripeKeyKind.EphemeralKey, StripeKeyMode.Test, "ek_test_"),
        new(StripeKeyKind.WebhookSecret, StripeKeyMode.Unknown, "whsec_"),
    ];

    /// <summary>False only for a publishable key, which browsers may see.</summary>
    public bool IsSecret => Kind != StripeKeyKind.PublishableKey;

    /// <summary>True if <paramref name="value"/> begins like a Stripe credential, however short or fake the rest is.</summary>
    public static bool TryParse(string? value, out StripeKey key) => TryParseAt(value ?? "", 0, out key);

    /// <summary>True if a credential's prefix stands at <paramref name="start"/>.</summary>
    public static bool TryParseAt(string text, int start, out StripeKey key)
    {
        foreach (var candidate in Known)
        {
            if (string.CompareOrdinal(text, start, candidate.Prefix, 0, candidate.Prefix.Length) == 0)
            {
                key = candidate;
                return true;
            }
        }
        key = default;
        return false;
    }

    /// <summary>True if <paramref name="value"/> begins like a Stripe credential and goes on as nobody's does: <c>whsec_xxx</c>, <c>sk_live_your_key</c>.</summary>
    public static bool IsPlaceholder(string? value)
    {
        if (!TryParse(value, out var key))
            return false;
        var body = value!.Substring(key.Prefix.Length);
        return body.Length >= ShortestBody
            ? RandomText.IsTyped(body)
            : RandomText.HoldsFakeWord(body, ShortestWord) || (body.Length >= ShortestFill && body.All(character => character == body[0]));
    }

    /// <summary>The credential of this kind and mode; null if Stripe has none.</summary>
    public static StripeKey? Of(StripeKeyKind kind, StripeKeyMode mode)
    {
        foreach (var candidate in Known)
        {
            if (candidate.Kind == kind && candidate.Mode == mode)
                return candidate;
        }
        return null;
    }

    /// <summary>A noun phrase for messages: <c>live secret key (sk_live_…)</c>.</summary>
    public override string ToString()
    {
        var mode = Mode switch { StripeKeyMode.Live => "live ", StripeKeyMode.Test => "test-mode ", _ => "" };
        var kind = Kind switch
        {
            StripeKeyKind.SecretKey => "secret key",
            StripeKeyKind.RestrictedKey => "restricted key",
            StripeKeyKind.OrganizationKey => "organization key",
            StripeKeyKind.PublishableKey => "publishable key",
            StripeKeyKind.EphemeralKey => "ephemeral key",
            _ => "webhook secret",
        };
        return $"{mode}{kind} ({Prefix}…)";
    }
}
