namespace ReadinessAnalyzers;

/// <summary>
/// The fact RDY0001, <i>this line reads setting X as Stripe secret key</i> (or as price id, …), as it travels through the compile log: the analyzer writes
/// these properties on the diagnostic, the gate reads them back. The names are a contract between package versions; see docs/gate.md.
/// </summary>
internal static class SettingFact
{
    public const string Id = "RDY0001";

    /// <summary>The setting's full name: a configuration path such as <c>Stripe:SecretKey</c>, or the name of an environment variable.</summary>
    public const string Setting = "setting";

    /// <summary>What the code uses the value for; one of the <see cref="Roles"/>.</summary>
    public const string Role = "role";

    /// <summary>Where the code looks the setting up; one of the <see cref="Sources"/>.</summary>
    public const string Source = "source";

    /// <summary>What the code does when the setting is absent; one of the <see cref="Fallbacks"/>.</summary>
    public const string Fallback = "fallback";

    /// <summary>The settings that may stand in, separated by <c>|</c>; absent unless <see cref="Fallback"/> says there are any.</summary>
    public const string Alternatives = "alternatives";

    /// <summary>The values of <see cref="Role"/>.</summary>
    public static class Roles
    {
        public const string SecretKey = "secretKey";
        public const string PublishableKey = "publishableKey";
        public const string WebhookSecret = "webhookSecret";

        /// <summary>The platform's own id in Stripe Connect (<c>ca_…</c>), which is no secret.</summary>
        public const string ClientId = "clientId";

        /// <summary>The id of a price or plan that is sold.</summary>
        public const string PriceId = "priceId";

        /// <summary>A section from which the code picks a price at run time; the fact's setting is the section.</summary>
        public const string PriceMap = "priceMap";
    }

    /// <summary>The values of <see cref="Source"/>.</summary>
    public static class Sources
    {
        /// <summary>Microsoft.Extensions.Configuration; the name is a path with colons.</summary>
        public const string Configuration = "configuration";

        /// <summary><c>Environment.GetEnvironmentVariable</c>; the name is the variable's, as written.</summary>
        public const string Environment = "environment";

        /// <summary><c>System.Configuration.ConfigurationManager.AppSettings</c>.</summary>
        public const string AppSettings = "appSettings";
    }

    /// <summary>The values of <see cref="Fallback"/>.</summary>
    public static class Fallbacks
    {
        /// <summary>The code has no other value; a missing setting reaches Stripe as null or stops the app.</summary>
        public const string None = "none";

        /// <summary>An empty string stands in for a missing setting.</summary>
        public const string Empty = "empty";

        /// <summary>Another setting stands in; one of them must be there.</summary>
        public const string Setting = "setting";

        /// <summary>A constant or something unknown stands in, so the app runs without this one.</summary>
        public const string Other = "other";
    }
}
