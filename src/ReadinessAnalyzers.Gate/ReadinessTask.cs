using Microsoft.Build.Framework;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// The inputs that <see cref="ReadinessGate"/> and <see cref="ReadinessInit"/> share. They are paths, switches and items and never a
/// value of a setting: MSBuild writes every task parameter into binary and diagnostic logs.
/// </summary>
public abstract class ReadinessTask : Microsoft.Build.Utilities.Task
{
    /// <summary>Full path of the published project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The app's name, from which {App}.settings.json is named; empty: the project file's name.</summary>
    public string AssemblyName { get; set; } = "";

    /// <summary>The moniker, such as net10.0; from that version on {App}.settings.json belongs to the configuration.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The environment the app is published for; empty: Production.</summary>
    public string EnvironmentName { get; set; } = "";

    /// <summary>
    /// The compile logs of the project and of all C# projects it references that use this package, whether the files exist or not.
    /// ItemSpec: full path of the log. Metadata: <c>Project</c>, full path of the project; <c>WarningLevel</c>, optional.
    /// </summary>
    public ITaskItem[] CompileLogs { get; set; } = [];

    /// <summary>
    /// The assemblies of referenced projects: those <c>@(ReferencePath)</c> whose metadata <c>MSBuildSourceProjectFile</c> is not empty.
    /// The gate looks for projects that use Stripe.net and have no compile log.
    /// </summary>
    public ITaskItem[] ReferencedProjects { get; set; } = [];

    /// <summary><c>@(ResolvedFileToPublish)</c> with its metadata <c>RelativePath</c>; the task itself picks the settings files.</summary>
    public ITaskItem[] ResolvedFilesToPublish { get; set; } = [];

    /// <summary>Path of readiness.json; empty: the file of that name beside the project, which need not exist.</summary>
    public string PolicyFile { get; set; } = "";
}
