using System.Text;
using Microsoft.Build.Framework;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Proofs;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate;

/// <summary>Lists a release in readiness/releases.json, from which later publishes know what is owed after it. Refuses one that is listed already.</summary>
public sealed class ReadinessRelease : ReadinessTask
{
    /// <summary>What the team calls the release, such as 1.4.2; empty: the project's version.</summary>
    public string Release { get; set; } = "";

    /// <summary>The project's version.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>The day on which it went live, yyyy-MM-dd or seconds since 1970.</summary>
    [Required]
    public string Today { get; set; } = "";

    private protected override bool Run(GateInput input)
    {
        var name = Said(nameof(Release), Release) is { Length: > 0 } said ? said : Version;
        var path = ReleasesFile.PathIn(PolicyFolder);
        var problems = new List<Finding>();
        var releases = ReleasesFile.Read(PolicyFolder, problems);
        var day = DayOf(Today) ?? default;
        if (day == default)
            problems.Add(GateRules.UnreadableEvidence.At(new(ProjectFile), "The day of a release must be of the form 2026-01-31: -p:ReadinessToday=2026-01-31."));
        if (releases.FirstOrDefault(release => release.Name == name) is { } listed)
            problems.Add(GateRules.UnreadableEvidence.At(listed.Position, $"The release {name} is listed already. Name another one: -p:Release=1.4.2."));

        foreach (var problem in problems)
            new MSBuildReporter(Log, errorsAsWarnings: false).Report(problem);
        if (problems.Count > 0)
            return false;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = File.Exists(path) ? SettingsText.Read(path, []) ?? "" : "";
        File.WriteAllText(path, ReleasesFile.Add(text, new(name, day, new(path))), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Log.LogMessage(MessageImportance.High, $"Readiness: {path} lists {SecretMask.Apply(name)}, live on {SignOffAges.Day(day)}; commit it.");
        return true;
    }
}
