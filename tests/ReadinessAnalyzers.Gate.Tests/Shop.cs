using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Proofs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>An app as the gate sees it, described in a few words: what its code reads, what it publishes, what readiness.json says.</summary>
internal sealed class Shop : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SettingsFile> _published = [];
    private readonly List<EnvironmentVariable> _variables = [];
    private readonly List<ForeignSecret> _foreign = [];
    private readonly List<SettingUse> _uses = [];
    private readonly List<OptionsRead> _optionsReads = [];
    private readonly List<OptionsBinding> _optionsBindings = [];
    private readonly List<EventHandling> _eventHandlers = [];
    private readonly List<TelemetryPart> _telemetry = [];
    private readonly List<RuleViolation> _violations = [];
    private readonly List<LoggedRule> _rules = [];
    private readonly List<CompileLog> _referenced = [];
    private readonly Dictionary<string, string> _properties = [];
    private readonly List<string> _publishedFiles = [];
    private CompileLog? _ownLog;
    private string? _policy;

    public string ProjectFile => PathOf("Shop.csproj");

    public string Environment { get; set; } = "Production";

    public bool Strict { get; set; }

    /// <summary>The day of the publish.</summary>
    public DateTime? Today { get; set; } = new(2026, 6, 15);

    /// <summary>The day of the clock; null: that of the publish.</summary>
    public DateTime? Clock { get; set; }

    /// <summary>Requirements that a test or an export answers.</summary>
    public string[] Proved { get; set; } = [];

    public string[] UncheckedProjects { get; set; } = [];

    /// <summary>Whether a build server publishes it.</summary>
    public bool IsInCI { get; set; }

    /// <summary>Whether packages.lock.json stands beside the project.</summary>
    public bool HasLockFile { get; set; }

    /// <summary>What project.assets.json tells; null if it is not there.</summary>
    public RestoreResult? Restore { get; set; }

    /// <summary>The text of the Dockerfile beside the project; null if there is none.</summary>
    public string? Dockerfile { get; set; }

    public string[] BuildVariables { get; set; } = [];

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public Shop Publishes(string name, string json)
    {
        _published.Add(new(_folder.Write(name, json), name));
        return this;
    }

    /// <summary>Has a file that is not published.</summary>
    public Shop Writes(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    /// <summary>Publishes appsettings.Production.json.</summary>
    public Shop Publishes(string json) => Publishes("appsettings.Production.json", json);

    /// <summary>Sets a variable in a line of its own of prod.env, a source that is not published.</summary>
    public Shop Sets(string variable, string value, bool isStandIn = false)
    {
        _variables.Add(new(variable, value, new(PathOf("prod.env"), _variables.Count + 1, variable.Length + 2), new("dotenv file", "prod.env")) { IsStandIn = isStandIn });
        return this;
    }

    /// <summary>Has a file that is not published, as seen from the folder of readiness.json.</summary>
    public Shop Has(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    /// <summary>Has the fingerprint of Staging, where a setting holds this value.</summary>
    public Shop KnowsOfStaging(string setting, string value)
    {
        byte[] salt = [1, 2, 3];
        _foreign.Add(new(setting, "Staging", "staging.json", salt, SettingFingerprint.HashOf(value, salt)));
        return this;
    }

    public Shop Reads(
        string setting,
        string role = SettingFact.Roles.SecretKey,
        string source = SettingFact.Sources.Configuration,
        string fallback = SettingFact.Fallbacks.None,
        string file = "Program.cs",
        int line = 14)
    {
        _uses.Add(new(setting, role, source, fallback, new(PathOf(file), line, 9)));
        return this;
    }

    /// <summary>Reads a property of an options type that this project does not fill.</summary>
    public Shop ReadsOptions(string type, string key, string role = SettingFact.Roles.SecretKey)
    {
        _optionsReads.Add(new(type, key, role, new(PathOf("Gateway.cs"), 7, 9)));
        return this;
    }

    /// <summary>Binds an options type to a section, or one property of it to a setting.</summary>
    public Shop BindsOptions(
        string type, string setting, string key = "", string source = SettingFact.Sources.Configuration, string fallback = SettingFact.Fallbacks.None)
    {
        _optionsBindings.Add(new(type, key, setting, source, fallback));
        return this;
    }

    /// <summary>Handles Stripe events of these types in a function of this file.</summary>
    public Shop Handles(string types, string file = "Webhooks.cs", bool isOpen = false)
    {
        _eventHandlers.Add(new(new(PathOf(file), 12, 5), types) { IsOpen = isOpen });
        return this;
    }

    /// <summary>Makes a meter, an activity source or an instrument in Telemetry.cs.</summary>
    public Shop Makes(string kind, string name, string use = TelemetryFact.Uses.Yes, string members = "", int line = 5)
    {
        _telemetry.Add(new(kind, new(PathOf("Telemetry.cs"), line, 9)) { Name = name, Use = use, MemberList = members });
        return this;
    }

    /// <summary>Registers meters, unless the signal is traces, under a name or by the member that holds it.</summary>
    public Shop Registers(string name, string signal = TelemetryFact.Signals.Metrics, string member = "")
    {
        _telemetry.Add(new(TelemetryFact.Kinds.Registration, new(PathOf("Program.cs"), 8, 9)) { Name = name, Signal = signal, MemberList = member });
        return this;
    }

    public Shop Exports(string signal = TelemetryFact.Signals.All)
    {
        _telemetry.Add(new(TelemetryFact.Kinds.Exporter, new(PathOf("Program.cs"), 9, 9)) { Signal = signal });
        return this;
    }

    /// <summary>References an assembly that may register what it likes.</summary>
    public Shop ReferencesCollector(string assembly)
    {
        _telemetry.Add(new(TelemetryFact.Kinds.Collector, new(ProjectFile)) { Name = assembly });
        return this;
    }

    public Shop Says(string policy)
    {
        _policy = policy;
        return this;
    }

    /// <summary>Is built with a property of MSBuild.</summary>
    public Shop Builds(string property, string value)
    {
        _properties[property] = value;
        return this;
    }

    /// <summary>Publishes a file of this name, whatever is in it.</summary>
    public Shop PublishesFile(string path)
    {
        _publishedFiles.Add(path);
        return this;
    }

    public Shop Violates(string rule, FindingSeverity severity = FindingSeverity.Warning, bool suppressed = false, string? justification = null,
        string file = "Webhooks.cs", int line = 31)
    {
        _violations.Add(new(rule, severity, new(PathOf(file), line, file == "Webhooks.cs" ? 5 : 8), $"{rule} is broken.", suppressed, justification));
        return this;
    }

    /// <summary>Is compiled with a rule, whatever it finds.</summary>
    public Shop Knows(string rule, string title, bool isOff = false, params string[] checklist)
    {
        _rules.Add(new(rule, title, checklist) { IsOff = isOff });
        return this;
    }

    /// <summary>Takes this log as the app's own, whatever it reads or violates.</summary>
    public Shop Compiles(CompileLog log)
    {
        _ownLog = log;
        return this;
    }

    public Shop References(CompileLog log)
    {
        _referenced.Add(log);
        return this;
    }

    public CompileLog UsableLog(string project = "Shop.csproj") =>
        new(PathOf(project), CompileLogState.Usable) { AnalyzersRan = true, SettingUses = _uses, OptionsReads = _optionsReads, OptionsBindings = _optionsBindings, EventHandlers = _eventHandlers, Telemetry = _telemetry, Violations = _violations, Rules = _rules };

    public GateInput Input()
    {
        var configuration = EffectiveConfiguration.Load(
            _published, "Production", "Shop", new Version(10, 0), [SourceContent.PublishedSettings, new() { Variables = _variables }]);
        var policy = _policy is null ? ReadinessPolicy.None : ReadinessPolicyReader.Parse(PathOf("readiness.json"), _policy);
        return InputOf(configuration, ProfileDemands.AddTo(policy, configuration));
    }

    private GateInput InputOf(EffectiveConfiguration configuration, ReadinessPolicy policy) => new(ProjectFile, configuration)
    {
        Environment = Environment,
        Strict = Strict,
        Today = Today,
        Clock = Clock,
        SignOffs = policy.Checklist is null ? [] : SignOffFile.ReadAll(_folder.Path),
        Logs = [_ownLog ?? UsableLog(), .. _referenced],
        NonProduction = new(_foreign, []),
        UncheckedProjects = [.. UncheckedProjects.Select(PathOf)],
        OtherPublishedValues = [.. _published
            .Where(file => file.RelativePath.Contains("Development"))
            .SelectMany(file => new SettingsLayer(file).AllValues)],
        PublishedSecrets = [.. _published.SelectMany(file => PublishedSecret.FindIn(file.Path))],
        Policy = policy,
        Evidence = EvidenceReader.Read(policy) is var evidence && Proved.Length == 0 ? evidence : evidence with { Runs = [.. evidence.Runs, new("run.trx", default, [.. Proved.Select(PassedTest)])] },
        BuildVariables = BuildVariables,
        Build = new(new(_properties))
        {
            IsContinuousIntegration = IsInCI,
            HasLockFile = new(() => HasLockFile),
            Restore = new(() => Restore),
            Dockerfile = new(() => Dockerfile is null ? null : Gate.Builds.Dockerfile.Parse(PathOf("Dockerfile"), Dockerfile)),
            PublishedSettings = _publishedFiles,
            PublishedFiles = new(() => _publishedFiles),
        },
    };

    private static Proofs.TestResult PassedTest(string requirement) => new(requirement, requirement, TestOutcome.Passed, new("run.trx"), [requirement]);

    public GateResult Judge() => GateEvaluation.Evaluate(Input());

    /// <summary>The findings in the form <c>RDY8001 error Shop.csproj(1,1)</c>: all, or those with an id that begins so.</summary>
    public string[] Findings(string id = "") =>
        [.. from finding in Judge().Findings
            where finding.Id.StartsWith(id, StringComparison.Ordinal)
            let place = $"{RelativePath.From(ProjectFile, finding.Position.Path)}({finding.Position.Line},{finding.Position.Column})"
            select $"{finding.Id} {finding.Severity.ToString().ToLowerInvariant()} {place}"];

    /// <summary>The message of the only finding, or of the only one with this id.</summary>
    public string OnlyMessage(string id = "") => Assert.Single(Judge().Findings, finding => finding.Id.StartsWith(id, StringComparison.Ordinal)).Message;

    public void Dispose() => _folder.Dispose();
}
