using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.Checks.Build;
using ReadinessAnalyzers.Gate.Checks.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>The gate's judgement: data in, findings out, with no file, clock or environment in between.</summary>
internal static class GateEvaluation
{
    private static readonly ICheck[] Checks =
    [
        new MissingSettings(),
        new DeferredUnderStrict(),
        new StripeKeyForSlot(),
        new TestKeyInProduction(),
        new WebhookSecretForm(),
        new PriceMapping(),
        new EventsHandled(),
        new RegisteredTelemetry(),
        new RequiredInstruments(),
        new SecretInShippedFile(),
        new UnreadableSettings(),
        new SettingsFileCase(),
        new UnreadableSources(),
        new RunsInThisEnvironment(),
        new InheritedEnvironment(),
        new AmbiguousVariable(),
        new AnalyzersRan(),
        new CompileLogsUsable(),
        new ValidPolicy(),
        new NoUncheckedProject(),
        new RulesSwitchedOff(),
        new NeedlessDeferral(),
        new RuleViolations(),
        new ReleaseSettings(),
        new WarningsAreErrors(),
        new LockedRestore(),
        new AuditedPackages(),
        new ImmutableImageTag(),
        new LeanImage(),
        new DevelopmentSettings(),
        new RequiredFiles(),
        new JustifiedSuppressions(),
    ];

    // Only those that are asked for, so that a publish does not wait for the others to be compiled.
    private static IEnumerable<ICheck> ChecksOfDeclared(ReadinessPolicy policy)
    {
        var demands = new HashSet<Type>();
        foreach (var setting in policy.Settings)
        {
            foreach (var demand in setting.Demands)
            {
                if (demands.Add(demand.GetType()))
                    yield return CheckOf(demand);
            }
        }

        if (demands.Contains(typeof(SecretDemand)))
            yield return new UniqueSecret();
        if (demands.Contains(typeof(ConnectionDemand)) && !demands.Contains(typeof(NotShippedDemand)))
            yield return new NotShipped(); // for the passwords in them
        if (policy.Prices?.Test is not null)
            yield return new TestPriceInProduction();
        if (policy.NonProduction.Count > 0)
            yield return new SecretOfOtherEnvironment();
        if (policy.Checklist is not null)
        {
            yield return new RequirementsDecided();
            yield return new EvidenceHolds();
            yield return new ReleasesWatched();
            yield return new MissingSignOffs();
            yield return new InvalidSignOffs();
            yield return new ExpiredSignOffs();
            yield return new WrongSigner();
            yield return new SignOffEvidence();
            yield return new StaleSignOffs();
            yield return new ForbiddenWaivers();
            yield return new EndingSignOffs();
        }
    }

    private static ICheck CheckOf(Demand demand) => demand switch
    {
        AbsentDemand => new AbsentSetting(),
        BooleanDemand => new BooleanSetting(),
        TextDemand => new TextSetting(),
        IntegerDemand => new IntegerSetting(),
        ListDemand => new ListSetting(),
        AddressDemand => new PublicAddress(),
        HostsDemand => new AllowedHosts(),
        DateDemand => new RecentDate(),
        ConnectionDemand => new ConnectionString(),
        SecretDemand => new StrongSecret(),
        NotShippedDemand => new NotShipped(),
        CredentialDemand => new DeclaredCredential(),
        WebhookSecretsDemand => new WebhookSecretRotation(),
        ModeDemand => new ModeAgreesWithKeys(),
        MailAddressesDemand => new MailAddresses(),
        MailDomainDemand => new MailDomain(),
        HandledEventsDemand => new AllowedEvents(),
        _ => new RelatedSettings(),
    };

    public static GateResult Evaluate(GateInput input)
    {
        var settings = RequirementInference.Infer(input.Logs, input.Configuration, input.Policy);
        var readiness = new Readiness(input, settings);
        if (input is { Policy.Checklist: not null, IsLive: true })
        {
            readiness = readiness with { Verdicts = Provers.Judge(readiness) };
            readiness = readiness with { Input = input = input with { ProvedRequirements = Provers.Proved(readiness.Verdicts) } };
        }

        var checks = Checks.Concat(ChecksOfDeclared(input.Policy));
        var findings = checks.SelectMany(check => check.Run(readiness)).Distinct().OrderBy(finding => finding).ToArray();
        var parted = PolicySuppressions.Part(input, findings);
        return new(input, settings, parted.Findings) { SuppressedByPolicy = parted.Suppressed, Verdicts = readiness.Verdicts };
    }
}

/// <summary>The verdict and all that the report tells.</summary>
internal sealed record GateResult(GateInput Input, IReadOnlyList<RequiredSetting> Settings, IReadOnlyList<Finding> Findings)
{
    /// <summary>What machine evidence says about requirements of the profile.</summary>
    public IReadOnlyList<EvidenceVerdict> Verdicts { get; init; } = [];

    private IReadOnlyList<RequirementVerdict>? _checklist;

    /// <summary>What became of each requirement of the profile, worked out when the first report asks.</summary>
    public IReadOnlyList<RequirementVerdict> Checklist => _checklist ??= ChecklistVerdicts.Of(this);

    public bool Passed => Count(FindingSeverity.Error) == 0;

    public IReadOnlyList<RequiredSetting> Deferred => [.. Settings.Where(setting => setting.Outcome == SettingOutcome.Deferred)];

    /// <summary>Those that an entry of readiness.json covers.</summary>
    public IReadOnlyList<SuppressedFinding> SuppressedByPolicy { get; init; } = [];

    /// <summary>All that is suppressed, in source or in readiness.json, by place and id.</summary>
    public IReadOnlyList<SuppressedFinding> Suppressed =>
        [.. Input.Logs
            .SelectMany(log => log.Violations)
            .Where(violation => violation.IsSuppressed)
            .Distinct()
            .Select(violation => new SuppressedFinding(new(violation.RuleId, violation.Severity, violation.Position, violation.Message), violation.Justification))
            .Concat(SuppressedByPolicy)
            .OrderBy(suppressed => suppressed.Finding)];

    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
