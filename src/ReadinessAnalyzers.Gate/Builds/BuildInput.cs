using System.Collections;

namespace ReadinessAnalyzers.Gate.Builds;

/// <summary>What a build tells of itself. What stands in files is read when a check asks, so that a publish waits for no file in vain.</summary>
internal sealed record BuildInput(BuildProperties Properties)
{
    /// <summary>A build of which nothing is known, and so nothing is said.</summary>
    public static readonly BuildInput Unknown = new(BuildProperties.None);

    public const string Development = "Development";

    // Set by every runner, or by those that set no CI.
    private static readonly string[] RunnerVariables = ["CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL"];

    /// <summary>Whether a build server runs it: it says so, or ContinuousIntegrationBuild does.</summary>
    public bool IsContinuousIntegration { get; init; }

    /// <summary>Whether nothing names the environment but a variable of the machine that builds, which MSBuild takes for the property EnvironmentName.</summary>
    public bool IsEnvironmentInherited { get; init; }

    /// <summary>Whether packages.lock.json, or the file that the project names instead, is there.</summary>
    public Lazy<bool> HasLockFile { get; init; } = new(() => false);

    /// <summary>What the last restore did, whatever properties it was run with; null if nobody can tell.</summary>
    public Lazy<RestoreResult?> Restore { get; init; } = new(() => null);

    /// <summary>The Dockerfile beside the project; null if there is none that can be read.</summary>
    public Lazy<Dockerfile?> Dockerfile { get; init; } = new(() => null);

    /// <summary>The names of the settings files that are published.</summary>
    public IReadOnlyList<string> PublishedSettings { get; init; } = [];

    /// <summary>The files that are published, with slashes, as seen from the publish folder.</summary>
    public Lazy<IReadOnlyList<string>> PublishedFiles { get; init; } = new(() => []);

    /// <summary>Whether the SDK makes an image of the app, as far as properties tell: <c>-t:PublishContainer</c> alone leaves no trace.</summary>
    public bool MakesImage =>
        Properties["WebPublishMethod"] == "Container"
        || Properties["PublishProfile"] == "DefaultContainer"
        || new[] { "ContainerRegistry", "ContainerRepository", "ContainerImageName", "ContainerImageTag", "ContainerImageTags", "ContainerBaseImage" }.Any(Properties.IsSet);

    public static bool IsDevelopment(string environment) => environment.Equals(Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether these variables of the process are those of a build server.</summary>
    public static bool IsBuildServer(IDictionary variables) => RunnerVariables.Any(name =>
        variables[name] is string { Length: > 0 } value
        && !value.Equals("false", StringComparison.OrdinalIgnoreCase)
        && value != "0");
}
