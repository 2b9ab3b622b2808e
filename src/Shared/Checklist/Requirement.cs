namespace ReadinessAnalyzers.Checklist;

/// <summary>One requirement of the go-live checklist, such as QA-06, and what decides whether an app meets it.</summary>
/// <param name="Id">The section's letters and a number, never reused.</param>
/// <param name="Section">The title of its section.</param>
/// <param name="Title">What must hold, in a few words.</param>
internal sealed record Requirement(string Id, string Section, string Title)
{
    /// <summary>The feature without which it does not apply; null if it always does.</summary>
    public string? Feature { get; init; }

    /// <summary>The rules and checks whose findings decide it; empty if none do.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The Stripe credential that it is about, of <see cref="SettingFact.Roles"/>; null if it is about none.</summary>
    public string? Credential { get; init; }

    /// <summary>What it adds to readiness.json, written as there; null if nothing.</summary>
    public JsonValue? Asks { get; init; }

    /// <summary>What a person has to put on record; null if the build decides by itself.</summary>
    public SignOffTerms? SignOff { get; init; }

    /// <summary>Whether the results of the declared test runs decide it.</summary>
    public bool IsDecidedByTests { get; init; }

    /// <summary>Whether it is the sum of all others.</summary>
    public bool IsSum { get; init; }

    /// <summary>Whether nothing here decides it yet, so that it is listed as not enforced and never blocks.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether a publish fails while it is open; else it is advice.</summary>
    public bool IsBlocking { get; init; } = true;

    /// <summary>Whether it may be put off for some days with a reason.</summary>
    public bool IsWaivable { get; init; } = true;
}

/// <summary>What a sign-off needs.</summary>
internal sealed record SignOffTerms
{
    /// <summary>Days after a release within which it must be on record; null: it must be there before the publish.</summary>
    public int? AfterDays { get; init; }

    /// <summary>Days for which it holds; null: until what was judged changes.</summary>
    public int? HoldsDays { get; init; }

    /// <summary>Who may sign, if readiness.json says who has which role; null: anybody.</summary>
    public string? Role { get; init; }

    /// <summary>The kinds of evidence that fit it, of <see cref="EvidenceKinds"/>; empty: the signature is enough.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The export of Stripe's objects that proves it, of <see cref="StripeExports"/>; null if none does.</summary>
    public string? Export { get; init; }

    /// <summary>What of the app was judged, of <see cref="Subjects"/>: when it changes, the sign-off is stale.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>The settings without secrets that were judged too.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The values of <see cref="Role"/>, which readiness.json gives to people.</summary>
    public static readonly IReadOnlyList<string> Roles = ["engineering", "product", "security", "operations", "finance"];

    /// <summary>All of <see cref="Subjects"/>.</summary>
    public static readonly IReadOnlyList<string> AllSubjects = [Subjects.Events, Subjects.Prices, Subjects.Instruments, Subjects.Settings];

    /// <summary>The values of <see cref="Evidence"/>.</summary>
    public static class EvidenceKinds
    {
        /// <summary>A test that passed and whose name begins with the id.</summary>
        public const string Test = "test";

        /// <summary>What Stripe holds, exported as JSON.</summary>
        public const string Stripe = "stripe";

        /// <summary>A tracked file.</summary>
        public const string File = "file";

        /// <summary>An address, which is never opened.</summary>
        public const string Link = "link";
    }

    /// <summary>The values of <see cref="Export"/>.</summary>
    public static class StripeExports
    {
        public const string Prices = "prices";
        public const string WebhookEndpoints = "webhookEndpoints";
        public const string PortalConfigurations = "portalConfigurations";
        public const string TaxSettings = "taxSettings";
        public const string PaymentMethodDomains = "paymentMethodDomains";
        public const string Accounts = "accounts";
    }

    /// <summary>The values of <see cref="Judges"/>.</summary>
    public static class Subjects
    {
        /// <summary>The types of events that the code handles.</summary>
        public const string Events = "events";

        /// <summary>The plans and their prices.</summary>
        public const string Prices = "prices";

        /// <summary>The instruments that the code makes.</summary>
        public const string Instruments = "instruments";

        /// <summary>The <see cref="SignOffTerms.Settings"/>.</summary>
        public const string Settings = "settings";
    }
}
