namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Every kind of finding of the gate's own: 8 is production configuration, 9 the policy and the gate's own footing. A rule about code that
/// only the whole program can judge has the id of its kind.
/// </summary>
internal static class GateRules
{
    public static readonly FindingDescriptor EventsHandled = new(
        "RDY2010", "Required event type is not handled", FindingSeverity.Error, "WH-05", "CFG-18");

    public static readonly FindingDescriptor RegisteredTelemetry = new(
        "RDY3004", "Meter or ActivitySource is never registered", FindingSeverity.Error, "OBS-01");

    public static readonly FindingDescriptor RequiredInstruments = new(
        "RDY3005", "Required instrument is never recorded", FindingSeverity.Error, "OBS-03", "OBS-01");

    public static readonly FindingDescriptor MissingSetting = new(
        "RDY8001", "A setting that the code reads has no production value", FindingSeverity.Error, "CFG-01", "CFG-02", "CFG-03");

    public static readonly FindingDescriptor StripeKeyForSlot = new(
        "RDY8002", "Stripe key is not the one that production needs", FindingSeverity.Error, "CFG-01", "CFG-02");

    public static readonly FindingDescriptor TestKeyInProduction = new(
        "RDY8003", "Stripe test key in production configuration", FindingSeverity.Error, "CFG-05");

    public static readonly FindingDescriptor WebhookSecretForm = new(
        "RDY8004", "Webhook secret is not a webhook secret", FindingSeverity.Error, "CFG-03");

    public static readonly FindingDescriptor PriceMapping = new(
        "RDY8005", "Price mapping is not complete", FindingSeverity.Error, "CAT-01", "CAT-04", "CAT-05");

    public static readonly FindingDescriptor SecretInShippedFile = new(
        "RDY8006", "Stripe secret in a file that ships", FindingSeverity.Error, "SEC-02", "SEC-03");

    public static readonly FindingDescriptor UnreadableSettings = new(
        "RDY8007", "Settings file cannot be read", FindingSeverity.Error);

    public static readonly FindingDescriptor SettingsFileCase = new(
        "RDY8008", "Settings file is skipped where case counts", FindingSeverity.Warning);

    public static readonly FindingDescriptor UnreadableSource = new(
        "RDY8009", "Configuration source cannot be read", FindingSeverity.Error);

    public static readonly FindingDescriptor OtherEnvironment = new(
        "RDY8010", "The app would run in another environment", FindingSeverity.Error, "CFG-07");

    public static readonly FindingDescriptor AmbiguousVariable = new(
        "RDY8011", "Two environment variables set one setting", FindingSeverity.Warning);

    public static readonly FindingDescriptor SettingValue = new(
        "RDY8012", "Setting does not hold what readiness.json requires", FindingSeverity.Error,
        "CFG-12", "CFG-13", "CFG-14", "CFG-15", "CFG-16", "CFG-17", "CFG-18", "CFG-19", "CFG-20", "CFG-21", "CFG-23", "CFG-24", "CFG-25", "CFG-37", "CFG-38", "CAT-06");

    public static readonly FindingDescriptor PublicAddress = new(
        "RDY8013", "Address is not one that production can use", FindingSeverity.Error,
        "CFG-08", "CFG-10", "CFG-22", "CFG-31", "CFG-32", "CFG-33", "CFG-34", "CFG-35", "CFG-39");

    public static readonly FindingDescriptor OverdueDate = new(
        "RDY8014", "Date is overdue", FindingSeverity.Error, "SEC-07");

    public static readonly FindingDescriptor ConnectionString = new(
        "RDY8015", "Connection string is not fit for production", FindingSeverity.Error, "CFG-27", "CFG-28", "CFG-29", "CFG-30");

    public static readonly FindingDescriptor WeakSecret = new(
        "RDY8016", "Secret is weak or used twice", FindingSeverity.Error, "SEC-05", "SEC-06", "CFG-06", "CFG-11");

    public static readonly FindingDescriptor ShippedSetting = new(
        "RDY8017", "Setting comes from a file that ships", FindingSeverity.Error, "SEC-03");

    public static readonly FindingDescriptor WebhookSecretRotation = new(
        "RDY8018", "Rotation of webhook secrets has no end", FindingSeverity.Error, "CFG-03");

    public static readonly FindingDescriptor ModeAndKeys = new(
        "RDY8019", "Mode and Stripe keys contradict each other", FindingSeverity.Error, "CFG-04");

    public static readonly FindingDescriptor TestPrice = new(
        "RDY8020", "Test price in production configuration", FindingSeverity.Error, "CFG-05", "CAT-02", "CAT-03");

    public static readonly FindingDescriptor ReleaseSettings = new(
        "RDY8021", "Build settings are not those of a release", FindingSeverity.Warning, "BLD-09");

    public static readonly FindingDescriptor WarningsAreErrors = new(
        "RDY8022", "Warnings are not errors in CI", FindingSeverity.Error, "BLD-03");

    public static readonly FindingDescriptor LockedRestore = new(
        "RDY8023", "Restore is not locked", FindingSeverity.Note, "BLD-02");

    public static readonly FindingDescriptor AuditedPackages = new(
        "RDY8024", "Packages are not audited", FindingSeverity.Note, "BLD-11");

    public static readonly FindingDescriptor ImmutableImageTag = new(
        "RDY8025", "Tag of the container image moves", FindingSeverity.Note, "BLD-07");

    public static readonly FindingDescriptor RequiredFile = new(
        "RDY8026", "Required file is not published", FindingSeverity.Error, "WEB-14");

    public static readonly FindingDescriptor DevelopmentSettings = new(
        "RDY8027", "Settings of development are published", FindingSeverity.Note, "BLD-09");

    public static readonly FindingDescriptor LeanImage = new(
        "RDY8028", "Container image has the SDK in it", FindingSeverity.Note, "BLD-08");

    public static readonly FindingDescriptor GateFailed = new(
        "RDY9000", "The gate could not finish", FindingSeverity.Error, "BLD-06");

    public static readonly FindingDescriptor AnalyzersDidNotRun = new(
        "RDY9001", "The analyzers did not run", FindingSeverity.Error, "BLD-06");

    public static readonly FindingDescriptor MissingCompileLog = new(
        "RDY9002", "Compile log is missing", FindingSeverity.Error, "BLD-06");

    public static readonly FindingDescriptor UnusableCompileLog = new(
        "RDY9003", "Compile log cannot be used", FindingSeverity.Error, "BLD-06");

    public static readonly FindingDescriptor InvalidPolicy = new(
        "RDY9004", "readiness.json is not valid", FindingSeverity.Error);

    public static readonly FindingDescriptor UncheckedProject = new(
        "RDY9005", "A referenced project uses Stripe.net unchecked", FindingSeverity.Error, "BLD-06");

    public static readonly FindingDescriptor RuleSwitchedOff = new(
        "RDY9006", "A rule was switched off", FindingSeverity.Note, "BLD-03");

    public static readonly FindingDescriptor NeedlessDeferral = new(
        "RDY9007", "A deferred setting needs no deferring", FindingSeverity.Note);

    public static readonly FindingDescriptor ReportNotWritten = new(
        "RDY9008", "Report cannot be written", FindingSeverity.Warning);

    public static readonly FindingDescriptor EndedSuppression = new(
        "RDY9009", "A suppression has ended", FindingSeverity.Error, "BLD-03");

    public static readonly FindingDescriptor UnusedSuppression = new(
        "RDY9010", "A suppression hides nothing", FindingSeverity.Warning, "BLD-03");

    public static readonly FindingDescriptor UnjustifiedSuppression = new(
        "RDY9011", "A suppression has no justification", FindingSeverity.Error, "BLD-03");

    public static readonly FindingDescriptor InheritedEnvironment = new(
        "RDY9012", "A variable of the machine chose the environment", FindingSeverity.Warning);

    public static readonly FindingDescriptor MissingSignOff = new(
        "RDY9020", "Sign-off is missing", FindingSeverity.Error, "REL-01");

    public static readonly FindingDescriptor InvalidSignOff = new(
        "RDY9021", "Sign-off is not valid", FindingSeverity.Error, "REL-01");

    public static readonly FindingDescriptor ExpiredSignOff = new(
        "RDY9022", "Sign-off does not hold on this day", FindingSeverity.Error, "REL-01");

    public static readonly FindingDescriptor WrongSigner = new(
        "RDY9023", "Sign-off is another person's to give", FindingSeverity.Error, "REL-02", "REL-03", "REL-04", "REL-05");

    public static readonly FindingDescriptor SignOffEvidence = new(
        "RDY9024", "Evidence is not what was signed", FindingSeverity.Error, "REL-01");

    public static readonly FindingDescriptor StaleSignOff = new(
        "RDY9025", "Sign-off is stale", FindingSeverity.Error, "REL-09");

    public static readonly FindingDescriptor ForbiddenWaiver = new(
        "RDY9026", "Waiver is not allowed", FindingSeverity.Error, "REL-01");

    public static readonly FindingDescriptor RequirementOpen = new(
        "RDY9028", "Nothing decides a requirement", FindingSeverity.Error, "REL-01");

    public static readonly FindingDescriptor EndingSignOff = new(
        "RDY9029", "Sign-off is about to expire", FindingSeverity.Note, "REL-01");

    public static readonly FindingDescriptor ReleaseUnwatched = new(
        "RDY9027", "Nobody signed for what follows a release", FindingSeverity.Error,
        "CAT-11", "QA-15", "QA-16", "QA-17", "QA-18", "QA-19", "QA-22", "REL-07", "REL-08");

    public static readonly FindingDescriptor UnfinishedDocument = new(
        "RDY9030", "Document is missing or not filled in", FindingSeverity.Error,
        "DOC-01", "DOC-02", "DOC-03", "DOC-04", "DOC-05", "DOC-06", "DOC-07", "DOC-08", "DOC-09");

    public static readonly FindingDescriptor ExportContradicts = new(
        "RDY9031", "Stripe holds something else than the app needs", FindingSeverity.Error,
        "CAT-07", "WH-07", "DSH-01", "DSH-02", "DSH-04", "DSH-05");

    public static readonly FindingDescriptor UnreadableEvidence = new(
        "RDY9032", "Evidence cannot be read", FindingSeverity.Error);

    public static readonly FindingDescriptor TestContradicts = new(
        "RDY9033", "Test of a requirement failed", FindingSeverity.Error,
        "AUT-06", "AUT-08", "QA-01", "QA-02", "QA-03", "QA-04", "QA-05", "QA-06", "QA-07", "QA-08", "QA-09", "QA-10", "QA-11", "QA-12", "QA-13", "QA-14", "QA-20");

    public static readonly FindingDescriptor TestsNotGreen = new(
        "RDY9034", "Tests are not green", FindingSeverity.Error, "BLD-04");

    public static readonly FindingDescriptor SecretInEvidence = new(
        "RDY9035", "Secret in evidence", FindingSeverity.Error, "SEC-02");

    public static readonly IReadOnlyList<FindingDescriptor> All =
    [
        EventsHandled, RegisteredTelemetry, RequiredInstruments,
        MissingSetting, StripeKeyForSlot, TestKeyInProduction, WebhookSecretForm, PriceMapping, SecretInShippedFile, UnreadableSettings,
        SettingsFileCase, UnreadableSource, OtherEnvironment, AmbiguousVariable, SettingValue, PublicAddress, OverdueDate, ConnectionString, WeakSecret,
        ShippedSetting, WebhookSecretRotation, ModeAndKeys, TestPrice,
        ReleaseSettings, WarningsAreErrors, LockedRestore, AuditedPackages, ImmutableImageTag, RequiredFile, DevelopmentSettings, LeanImage,
        GateFailed, AnalyzersDidNotRun, MissingCompileLog, UnusableCompileLog, InvalidPolicy, UncheckedProject, RuleSwitchedOff,
        NeedlessDeferral, ReportNotWritten, EndedSuppression, UnusedSuppression, UnjustifiedSuppression, InheritedEnvironment,
        MissingSignOff, InvalidSignOff, ExpiredSignOff, WrongSigner, SignOffEvidence, StaleSignOff, ForbiddenWaiver, RequirementOpen, EndingSignOff,
        ReleaseUnwatched, UnfinishedDocument, ExportContradicts, UnreadableEvidence, TestContradicts, TestsNotGreen, SecretInEvidence,
    ];
}
