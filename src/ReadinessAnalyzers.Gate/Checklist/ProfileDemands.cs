using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>
/// Adds what the profile asks for to what readiness.json says itself. A requirement of the catalogue holds a piece of readiness.json; where
/// the file speaks of the same setting, by name or with <c>for</c>, the file is right, unless the requirement holds for every app. All stands
/// where the file names the profile.
/// </summary>
internal sealed class ProfileDemands
{
    /// <summary>The requirement behind the event types of a profile.</summary>
    public const string HandledEvents = "WH-05";

    /// <summary>The requirement behind the instruments of a profile.</summary>
    public const string Instruments = "OBS-03";

    private const string PriceMap = "CAT-01";

    private readonly ReadinessPolicy _policy;
    private readonly EffectiveConfiguration _configuration;
    private readonly ChecklistPolicy _checklist;
    private readonly Asking[] _requirements;

    private ProfileDemands(ReadinessPolicy policy, ChecklistPolicy checklist, EffectiveConfiguration configuration)
    {
        (_policy, _checklist, _configuration) = (policy, checklist, configuration);
        _requirements =
        [
            .. checklist.Applicable.Select(requirement =>
                new Asking(requirement, requirement.Asks is { } asks ? ReadinessPolicyReader.Asked(asks, checklist.Position) : ReadinessPolicy.None)),
        ];
    }

    /// <summary>The policy with all that its profile adds; itself if it has no profile.</summary>
    /// <param name="policy">What readiness.json says.</param>
    /// <param name="configuration">Where a setting goes by one of several names, the one that production has is asked for.</param>
    public static ReadinessPolicy AddTo(ReadinessPolicy policy, EffectiveConfiguration configuration) =>
        policy.Checklist is { } checklist ? new ProfileDemands(policy, checklist, configuration).Add() : policy;

    private ReadinessPolicy Add() => _policy with
    {
        Settings = [.. _policy.Settings.Select(AnswersByName), .. _requirements.SelectMany(asking => SettingsOf(asking.Requirement, asking.Asked.Settings))],
        Build = [.. _policy.Build, .. _requirements.SelectMany(asking => asking.Asked.Build).Where(IsNotAskedOfBuild)],
        Prices = Prices,
        Events = Events,
        Telemetry = Telemetry,
        Documents = Documents,
    };

    private bool Asks(string requirement) => _requirements.Any(asking => asking.Requirement.Id == requirement);

    private RequiredPrices? Prices => _policy.Prices is null && _checklist.Profile.Prices.Count > 0 && Asks(PriceMap)
        ? new(ReadinessPolicyReader.DefaultPriceSection, [.. _checklist.Profile.Prices.Select(plan => new RequiredPrice(plan, _checklist.Position))])
        : _policy.Prices;

    private EventPolicy? Events
    {
        get
        {
            if (_checklist.Profile.Events.Count == 0 || !Asks(HandledEvents))
                return _policy.Events;

            var own = _policy.Events ?? new(_checklist.Position, [], [], HasOnly: false);
            var added = _checklist.Profile.Events.Except(own.Required.Select(named => named.Type)).Select(type => new NamedEvent(type, _checklist.Position));
            return own with { Required = [.. own.Required, .. added] };
        }
    }

    private TelemetryPolicy? Telemetry
    {
        get
        {
            if (_checklist.Profile.Instruments.Count == 0 || !Asks(Instruments))
                return _policy.Telemetry;

            var own = _policy.Telemetry ?? new(_checklist.Position, [], []);
            var added = _checklist.Profile.Instruments.Except(own.Instruments.Select(named => named.Name)).Select(name => new NamedInstrument(name, _checklist.Position));
            return own with { Instruments = [.. own.Instruments, .. added] };
        }
    }

    private bool IsNotAskedOfBuild(BuildDemand demand) => !_policy.Build.Any(own => own.Kind == demand.Kind && own.File == demand.File);

    private IReadOnlyList<DocumentPolicy> Documents =>
    [
        .. _policy.Documents,
        .. _requirements.SelectMany(asking => asking.Asked.Documents).Where(asked => !_policy.Documents.Any(own => own.Requirement == asked.Requirement)),
    ];

    /// <summary>A setting of readiness.json answers what asks for its name, or for another name of it, and no more than it demands.</summary>
    private SettingPolicy AnswersByName(SettingPolicy own) => own.Requirements.Count > 0 ? own : own with
    {
        Requirements = [.. _requirements.Where(asking => asking.Asked.Settings.Any(asked => AreSame(asked.Name, own.Name) && Suffices(own, asked))).Select(asking => asking.Requirement.Id)],
    };

    private IEnumerable<SettingPolicy> SettingsOf(Requirement requirement, IReadOnlyList<SettingPolicy> asked) =>
        from setting in asked
        let own = _policy.Settings.FirstOrDefault(own => own.Answers(requirement.Id)) ?? _policy.Settings.FirstOrDefault(own => AreSame(setting.Name, own.Name))
        where own is null || !requirement.IsWaivable || !(own.Answers(requirement.Id) || Suffices(own, setting))
        select setting with
        {
            Name = own?.Name ?? NameInUse(setting.Name),
            Requirements = [requirement.Id],
            Demands = [.. setting.Demands.Select(demand => Fitting(WithNamesInUse(demand), own))],
        };

    // Several requirements ask for one connection string, each for a part of it.
    private static bool Suffices(SettingPolicy own, SettingPolicy asked) =>
        ConnectionOf(own) is not { } has || ConnectionOf(asked) is not { } wanted
        || ((wanted.MaxPoolSize is null || has.MaxPoolSize is not null || has.Pooler) && (wanted.UserDiffersFrom is null || has.UserDiffersFrom is not null));

    /// <summary>What is asked of a connection string, of the server that readiness.json says it is for.</summary>
    private static Demand Fitting(Demand demand, SettingPolicy? own) =>
        demand is ConnectionDemand asked && own is not null && ConnectionOf(own) is { } has ? asked with { Server = has.Server, Local = has.Local } : demand;

    private static ConnectionDemand? ConnectionOf(SettingPolicy setting) => setting.Demands.OfType<ConnectionDemand>().FirstOrDefault();

    private Demand WithNamesInUse(Demand demand) => demand is IntegerDemand { GreaterThan: { } other } integer
        ? integer with { GreaterThan = NameInUse(other) }
        : demand;

    private string NameInUse(string setting) => NamesOf(setting).Select(SettingName.AsPath).FirstOrDefault(_configuration.Exists) ?? setting;

    private static bool AreSame(string asked, string own) => NamesOf(asked).Any(name => SettingName.AreSame(name, own));

    private static IEnumerable<string> NamesOf(string setting) =>
        Catalogue.Instance.Aliases.TryGetValue(setting, out var others) ? others.Prepend(setting) : [setting];

    private sealed record Asking(Requirement Requirement, ReadinessPolicy Asked);
}
