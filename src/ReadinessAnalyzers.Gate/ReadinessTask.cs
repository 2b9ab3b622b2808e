using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Build.Framework;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Proofs;
using ReadinessAnalyzers.Gate.Reporting;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// The inputs that <see cref="ReadinessGate"/> and <see cref="ReadinessInit"/> share. They are paths, switches and items and never a
/// value of a setting: MSBuild writes every task parameter into binary and diagnostic logs.
/// </summary>
public abstract class ReadinessTask : Microsoft.Build.Utilities.Task
{
    private const long FirstSecond = 1_500_000_000; // of 2017: less is a day without its lines, 20260615, or the 1 of a reproducible build
    private const long LastSecond = 200_000_000_000; // far in the future, and some days may still be added

    /// <summary>Full path of the published project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The app's name, from which {App}.settings.json is named; empty: the project file's name.</summary>
    public string AssemblyName { get; set; } = "";

    /// <summary>The moniker, such as net10.0; from that version on {App}.settings.json belongs to the configuration.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>
    /// Whether WebApplication builds the app, which reads ASPNETCORE_ variables too; a Host reads only those with DOTNET_. True for a
    /// project of the Web SDK or with a reference to its framework.
    /// </summary>
    public bool IsWebApp { get; set; } = true;

    /// <summary>The environment the app is published for; empty: Production.</summary>
    public string EnvironmentName { get; set; } = "";

    /// <summary>
    /// The compile logs of the project and of all C# projects it references that use this package, whether the files exist or not.
    /// Metadata: <c>Log</c>, full path of the log, or else the ItemSpec is; <c>Project</c>, full path of the project;
    /// <c>Configuration</c>, the one that is published, optional; <c>Gate</c>, that project's <c>ReadinessGate</c>, if the log is written for
    /// the gate's sake alone.
    /// </summary>
    public ITaskItem[] CompileLogs { get; set; } = [];

    /// <summary>
    /// The assemblies of referenced projects: those <c>@(ReferencePath)</c> whose metadata <c>MSBuildSourceProjectFile</c> is not empty.
    /// The gate looks for projects that use Stripe.net and have no compile log.
    /// </summary>
    public ITaskItem[] ReferencedProjects { get; set; } = [];

    /// <summary><c>@(ResolvedFileToPublish)</c> with its metadata <c>RelativePath</c>; the task itself picks the settings files.</summary>
    public ITaskItem[] ResolvedFilesToPublish { get; set; } = [];

    /// <summary>
    /// <c>@(StaticWebAsset)</c>, the files below wwwroot, which join those above only after the gate. Metadata: <c>BasePath</c>, <c>RelativePath</c>,
    /// <c>AssetKind</c>, <c>CopyToPublishDirectory</c>.
    /// </summary>
    public ITaskItem[] StaticWebAssets { get; set; } = [];

    /// <summary>Properties of the build, none of which can hold a secret: the ItemSpec is the name, metadata <c>Value</c> the value.</summary>
    public ITaskItem[] BuildProperties { get; set; } = [];

    /// <summary>Path of readiness.json; empty: the file of that name beside the project, which need not exist.</summary>
    public string PolicyFile { get; set; } = "";

    private protected string PolicyPath => InProject(PolicyFile.Length > 0 ? PolicyFile : "readiness.json");

    /// <summary>The folder of readiness.json, whether that is there or not.</summary>
    private protected string PolicyFolder => Path.GetDirectoryName(PolicyPath)!;

    /// <summary>
    /// Runs the task. A failure that nobody foresaw stops the publish with a line of ours; its message and stack stay out of the log,
    /// because they may quote what was being read.
    /// </summary>
    public sealed override bool Execute()
    {
        try
        {
            return Run(ReadInput());
        }
        catch (Exception e)
        {
            var failed = GateRules.GateFailed.At(
                new(ProjectFile), $"{GetType().Name} could not finish ({e.GetType().Name}), so nothing was judged. Please report this.");
            new MSBuildReporter(Log, errorsAsWarnings: false).Report(failed);
            return false;
        }
    }

    /// <summary>Whether readiness.json need not be there, since this task writes it.</summary>
    private protected virtual bool MakesPolicy => false;

    /// <summary>The sources that are read, null for the published settings files alone.</summary>
    private protected virtual IReadOnlyList<DeclaredSource>? SourcesOf(ReadinessPolicy policy) => policy.Sources;

    /// <summary>What the task does with all that was read; false stops the build.</summary>
    private protected abstract bool Run(GateInput input);

    /// <summary>The full path of a file that is named as seen from the project's folder.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The path is a full one; what is left to do is to drop its dots.")]
    private protected string InProject(string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ProjectFile)!, path));

    /// <summary>What a property of such a short name as <c>Role</c> says; empty if that is only an environment variable's value.</summary>
    /// <remarks>MSBuild takes each variable for a property whatever its case, and machines that build have a ROLE or a RELEASE of their own.</remarks>
    private protected string Said(string property, string value)
    {
        var isOnCommandLine = BuildEngine is IBuildEngine6 build && build.GetGlobalProperties().Keys.Contains(property, StringComparer.OrdinalIgnoreCase);
        return isOnCommandLine || !ProcessEnvironment.Variables().Cast<DictionaryEntry>().Any(IsIt) ? value : "";

        bool IsIt(DictionaryEntry variable) => property.Equals((string)variable.Key, StringComparison.OrdinalIgnoreCase) && value.Equals(variable.Value);
    }

    /// <summary>The day that a parameter names, as yyyy-MM-dd or in seconds since 1970, of 2017 at the earliest; null if it is empty or neither.</summary>
    /// <remarks>The clock and git are asked for seconds, since a day in words would be one of the machine's calendar.</remarks>
    private protected static DateTime? DayOf(string parameter) =>
        long.TryParse(parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= FirstSecond and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.Date
            : SignOffReader.ReadDay(parameter);

    private GateInput ReadInput()
    {
        var environment = EnvironmentName.Length > 0 ? EnvironmentName : GateInput.Production;
        var application = AssemblyName.Length > 0 ? AssemblyName : Path.GetFileNameWithoutExtension(ProjectFile);
        var settings = ResolvedFilesToPublish.Where(IsSettingsFile).Select(file => new SettingsFile(PathOf(file), PublishedAs(file))).ToArray();
        // The default file may be absent, one that the project names may not.
        var policy = (PolicyFile.Length > 0 && !MakesPolicy) || File.Exists(PolicyPath) ? ReadinessPolicyReader.Read(PolicyPath) : ReadinessPolicy.None;
        var sources = DeclaredSources.Read(SourcesOf(policy), PolicyFolder, environment, ProcessEnvironment.Variables);
        var configuration = EffectiveConfiguration.Load(settings, environment, application, TargetVersion(), sources, IsWebApp, IsForWindows);
        policy = ProfileDemands.AddTo(policy, configuration);
        var logs = ReadLogs();
        var variables = ProcessEnvironment.Variables();

        var input = new GateInput(ProjectFile, configuration)
        {
            Environment = environment,
            OtherPublishedValues = [.. settings
                .Except(configuration.Files)
                .SelectMany(file => new SettingsLayer(file).AllValues)],
            PublishedSecrets = [.. ResolvedFilesToPublish.Concat(StaticWebAssets.Where(IsCopied)).Select(PathOf).Distinct().SelectMany(PublishedSecret.FindIn)],
            Logs = logs,
            UncheckedProjects = FindUncheckedProjects(logs),
            Policy = policy,
            Evidence = EvidenceReader.Read(policy),
            SignOffs = policy.Checklist is null ? [] : SignOffFile.ReadAll(PolicyFolder),
            BuildVariables = [.. variables.Keys.Cast<string>()],
            Build = DescribeBuild(settings, BuildInput.IsBuildServer(variables)),
        };
        return input.IsLive ? input with { NonProduction = NonProduction.Read(policy.NonProduction, Path.GetDirectoryName(PolicyPath)!, environment) } : input;
    }

    private BuildInput DescribeBuild(SettingsFile[] settings, bool isBuildServer)
    {
        var properties = new BuildProperties(BuildProperties.ToDictionary(item => item.ItemSpec, item => item.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase));
        return new(properties)
        {
            IsContinuousIntegration = isBuildServer || properties.IsTrue("ContinuousIntegrationBuild"),
            HasLockFile = new(() => LockFilesOf(properties).Any(File.Exists)),
            Restore = new(() => properties.IsSet("ProjectAssetsFile") ? RestoreResult.Read(InProject(properties["ProjectAssetsFile"])) : null),
            Dockerfile = new(() => Dockerfile.Read(InProject("Dockerfile"))),
            PublishedSettings = [.. settings.Select(file => file.RelativePath)],
            PublishedFiles = new(ListPublishedFiles),
        };
    }

    // As NuGet looks for it.
    private string[] LockFilesOf(BuildProperties properties) => properties.IsSet("NuGetLockFilePath")
        ? [InProject(properties["NuGetLockFilePath"])]
        : [InProject($"packages.{Path.GetFileNameWithoutExtension(ProjectFile).Replace(' ', '_')}.lock.json"), InProject("packages.lock.json")];

    private IReadOnlyList<string> ListPublishedFiles()
    {
        var assets = StaticWebAssets.Where(IsCopied).Select(asset => StaticWebAsset.PathOf(asset.GetMetadata("BasePath"), asset.GetMetadata("RelativePath")));
        return [.. ResolvedFilesToPublish.Select(PublishedAs).Concat(assets).Select(path => path.Replace('\\', '/'))];
    }

    private static bool IsCopied(ITaskItem asset) =>
        !asset.GetMetadata("CopyToPublishDirectory").Equals("Never", StringComparison.OrdinalIgnoreCase)
        && !asset.GetMetadata("AssetKind").Equals("Build", StringComparison.OrdinalIgnoreCase);

    private CompileLog[] ReadLogs()
    {
        var logs = CompileLogs
            .GroupBy(LogOf)
            .SelectMany(items => items.Select(item => items.Select(ProjectOf).Distinct().Count() > 1
                ? new CompileLog(ProjectOf(item), CompileLogState.Shared)
                : ReadLog(item, path: items.Key)))
            .ToArray();
        return logs.Any(log => log.Project.Equals(ProjectFile, StringComparison.OrdinalIgnoreCase)) ? logs : [new(ProjectFile, CompileLogState.Missing), .. logs];
    }

    // A log that the project placed itself may serve several configurations.
    private static CompileLog ReadLog(ITaskItem item, string path)
    {
        if (item.GetMetadata("Gate").Equals("off", StringComparison.OrdinalIgnoreCase))
            return new(ProjectOf(item), CompileLogState.GateOff);

        var (log, wanted) = (CompileLogReader.Read(ProjectOf(item), path), item.GetMetadata("Configuration"));
        return wanted.Length == 0 || log.Configuration is null || log.Configuration.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            ? log
            : new(log.Project, CompileLogState.OtherConfiguration);
    }

    // A reference may spell the path in another case than the project's folder has it, where case does not count.
    private string[] FindUncheckedProjects(CompileLog[] logs) =>
        [.. from assembly in ReferencedProjects
            let project = assembly.GetMetadata("MSBuildSourceProjectFile")
            where project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && logs.All(log => !log.Project.Equals(project, StringComparison.OrdinalIgnoreCase))
            where StripeReference.IsIn(PathOf(assembly))
            select project];

    /// <summary>The version in a moniker such as net10.0 or net10.0-windows; null for other frameworks.</summary>
    private Version? TargetVersion() =>
        TargetFramework.StartsWith("net", StringComparison.OrdinalIgnoreCase)
        && Version.TryParse(TargetFramework.Substring("net".Length).Split('-')[0], out var version)
            ? version
            : null;

    // net10.0-windows, net10.0-windows10.0.19041.0
    private bool IsForWindows => TargetFramework.Split('-').ElementAtOrDefault(1)?.StartsWith("windows", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsSettingsFile(ITaskItem published)
    {
        var path = PublishedAs(published);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && (path.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase)
                || path.IndexOf(".settings.", StringComparison.OrdinalIgnoreCase) > 0)
            && path.IndexOfAny(['/', '\\']) < 0;
    }

    private static string PublishedAs(ITaskItem file) => file.GetMetadata("RelativePath");

    private static string LogOf(ITaskItem item) => item.GetMetadata("Log") is { Length: > 0 } log ? log : PathOf(item);

    private static string ProjectOf(ITaskItem item) => item.GetMetadata("Project");

    private static string PathOf(ITaskItem item) => item.GetMetadata("FullPath");
}
