using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Proofs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>Everything the gate judges, already read, so that judging it is a pure function.</summary>
internal sealed record GateInput(string ProjectFile, EffectiveConfiguration Configuration)
{
    /// <summary>The environment of an app that nobody tells another.</summary>
    public const string Production = "Production";

    private static readonly string[] TrialEnvironments = ["Development", "Dev", "Local", "Staging", "Stage", "Test", "Testing", "QA", "UAT", "Sandbox", "Preview"];

    /// <summary>The environment the app is published for.</summary>
    public string Environment { get; init; } = Production;

    /// <summary>Whether live keys belong here: everywhere but in the environments that are known to be for trying things out, by their usual names or from readiness.json.</summary>
    public bool IsLive => !TrialEnvironments.Concat(Policy.TestEnvironments).Contains(Environment, StringComparer.OrdinalIgnoreCase);

    /// <summary>The day of the publish; null if nobody says, and then no date is too old.</summary>
    public DateTime? Today { get; init; }

    /// <summary>The day of the clock, which may be later than that of the publish, as when an old tag is built again; null: there is none but that.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>The latest day that it may be: nothing is from after it.</summary>
    public DateTime? Latest => Clock > Today ? Clock : Today;

    /// <summary>Whether a deferred setting fails the publish.</summary>
    public bool Strict { get; init; }

    /// <summary>One log for the project and one for each referenced project with this package.</summary>
    public IReadOnlyList<CompileLog> Logs { get; init; } = [];

    /// <summary>Whether every log tells all that its project shows; without one, nobody knows what code there is.</summary>
    public bool HasAllLogs => Logs.All(log => log is { State: CompileLogState.Usable, AnalyzersRan: true, AnalysisEnded: true });

    /// <summary>Referenced projects that use Stripe.net and have no compile log because they lack this package.</summary>
    public IReadOnlyList<string> UncheckedProjects { get; init; } = [];

    /// <summary>The values in published settings files that this environment does not read, such as appsettings.Development.json.</summary>
    public IReadOnlyList<ConfigurationValue> OtherPublishedValues { get; init; } = [];

    /// <summary>Secrets of real shape in the text of any published file, comments included.</summary>
    public IReadOnlyList<PublishedSecret> PublishedSecrets { get; init; } = [];

    /// <summary>Test results, exports, documents and releases.</summary>
    public GatheredEvidence Evidence { get; init; } = GatheredEvidence.None;

    /// <summary>What is known of the secrets of other environments.</summary>
    public NonProduction NonProduction { get; init; } = NonProduction.None;

    /// <summary>What the build tells of itself.</summary>
    public BuildInput Build { get; init; } = BuildInput.Unknown;

    public ReadinessPolicy Policy { get; init; } = ReadinessPolicy.None;

    /// <summary>The files of <c>readiness/signoffs</c> beside readiness.json; without a profile none is read.</summary>
    public IReadOnlyList<SignOffFile> SignOffs { get; init; } = [];

    /// <summary>The requirements that machine evidence proves, by id, so that nobody has to sign them.</summary>
    public IReadOnlyDictionary<string, Proof> ProvedRequirements { get; init; } = new Dictionary<string, Proof>();

    /// <summary>
    /// Names of the variables in the environment of this build, which is usually not the app's. They only make a message more helpful.
    /// </summary>
    public IReadOnlyCollection<string> BuildVariables { get; init; } = [];

    /// <summary>What the day of the publish makes of a sign-off; without a day it holds.</summary>
    public SignOffAge AgeOf(SignOff signOff) => Today is { } today ? signOff.AgeOn(today, Latest!.Value) : SignOffAge.Holds;
}
