using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// What readiness.json says; see docs/readiness-json.md. A project without the file has <see cref="None"/>. Entries that are not valid
/// are left out and stand in <see cref="Problems"/> instead.
/// </summary>
internal sealed record ReadinessPolicy(
    string? File,
    RequiredPrices? Prices,
    EventPolicy? Events,
    TelemetryPolicy? Telemetry,
    IReadOnlyList<DeferredSetting> Deferred,
    IReadOnlyList<Finding> Problems)
{
    public static readonly ReadinessPolicy None = new(null, null, null, null, [], []);

    /// <summary>The member <c>sources</c>: who sets the app's configuration, in order; null if the published settings files alone count.</summary>
    public IReadOnlyList<DeclaredSource>? Sources { get; init; }

    /// <summary>The member <c>settings</c>: what production must hold beyond what the code asks for.</summary>
    public IReadOnlyList<SettingPolicy> Settings { get; init; } = [];

    /// <summary>The member <c>nonProduction</c>: fingerprints of other environments, whose secrets production may not have.</summary>
    public IReadOnlyList<DeclaredText> NonProduction { get; init; } = [];

    /// <summary>The member <c>testEnvironments</c>: names of environments that talk to Stripe's test mode, beside those that do by their usual names.</summary>
    public IReadOnlyList<string> TestEnvironments { get; init; } = [];

    /// <summary>The member <c>suppressions</c>, in its order.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>The member <c>justifySuppressions</c>: whether a suppression in source needs a justification.</summary>
    public bool JustifiesSuppressions { get; init; }

    /// <summary>The members <c>profile</c>, <c>features</c>, <c>requirements</c> and <c>people</c>; null without a profile.</summary>
    public ChecklistPolicy? Checklist { get; init; }

    /// <summary>The member <c>evidence</c>: where test results and exports from Stripe are; null without it.</summary>
    public EvidencePolicy? Evidence { get; init; }

    /// <summary>The member <c>documents</c>, and what the profile adds to it.</summary>
    public IReadOnlyList<DocumentPolicy> Documents { get; init; } = [];

    /// <summary>The member <c>build</c>: what is asked of the build itself.</summary>
    public IReadOnlyList<BuildDemand> Build { get; init; } = [];

    /// <summary>Whether the team itself wrote what stands there, and not its profile.</summary>
    public bool IsOwn(FilePosition position) => position.Path == File && position != Checklist?.Position;

    /// <summary>The entry that says why a rule is switched off in a project; null if none does.</summary>
    public Suppression? ReasonToSwitchOff(string rule) => Suppressions.FirstOrDefault(entry => entry.IsOfProject && entry.Id == rule);

    /// <summary>The entry that defers <paramref name="setting"/>, as <c>Stripe:SecretKey</c> or <c>Stripe__SecretKey</c>; or null.</summary>
    public DeferredSetting? DeferralOf(string setting) =>
        Deferred.FirstOrDefault(entry => SettingName.AreSame(entry.Setting, setting));
}

/// <summary>The member <c>prices</c>: under <paramref name="Section"/>, production must map each of these plans to a price.</summary>
internal sealed record RequiredPrices(string Section, IReadOnlyList<RequiredPrice> Required)
{
    /// <summary>The section with the prices of test mode, of which production may use none; null if none is named.</summary>
    public string? Test { get; init; }

    /// <summary>The section that stands in for all modes; null if none is named.</summary>
    public SharedPrices? Shared { get; init; }
}

/// <summary>
/// A plan and its interval, such as <c>pro.monthly</c>, and where readiness.json asks for it; <paramref name="Setting"/> is the one that holds
/// its price, null for the section of all.
/// </summary>
internal sealed record RequiredPrice(string Plan, FilePosition Position, string? Setting = null);

/// <summary>A map of prices for whatever mode: it must be absent unless there is a reason for it.</summary>
internal sealed record SharedPrices(string Section, string? Reason);

/// <summary>The member <c>events</c>: code must handle the required types, and only those that are listed if <c>only</c> is there.</summary>
internal sealed record EventPolicy(FilePosition Position, IReadOnlyList<NamedEvent> Required, IReadOnlyList<NamedEvent> Only, bool HasOnly);

/// <summary>
/// The type of an event, such as <c>invoice.paid</c>, and where readiness.json names it; of types that <c>|</c> separates, one is enough.
/// </summary>
internal sealed record NamedEvent(string Type, FilePosition Position)
{
    public IReadOnlyList<string> Types => Type.Split('|');
}

/// <summary>
/// The member <c>telemetry</c>: code must make and record these instruments; meters and activity sources whose names match
/// <paramref name="Registered"/> are collected by something that is not in the code.
/// </summary>
internal sealed record TelemetryPolicy(FilePosition Position, IReadOnlyList<NamedInstrument> Instruments, IReadOnlyList<string> Registered);

/// <summary>The name of an instrument, such as <c>stripe.webhook.received</c>, and where readiness.json asks for it.</summary>
internal sealed record NamedInstrument(string Name, FilePosition Position);

/// <summary>A setting that the host supplies at run time, with the team's reason for leaving it out of the published files.</summary>
internal sealed record DeferredSetting(string Setting, string Reason, FilePosition Position);

/// <summary>The member <c>evidence</c>: files and folders with test results, and with JSON that Stripe wrote.</summary>
internal sealed record EvidencePolicy(IReadOnlyList<DeclaredText> Tests, IReadOnlyList<DeclaredText> Stripe);

/// <summary>An entry of the member <c>documents</c>: the file that answers a requirement, and the headings that it must have.</summary>
internal sealed record DocumentPolicy(string Requirement, DeclaredText File, IReadOnlyList<string> Headings);
