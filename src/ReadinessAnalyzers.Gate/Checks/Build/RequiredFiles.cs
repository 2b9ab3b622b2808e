using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8026: the files that readiness.json names are published, under the very names.</summary>
internal sealed class RequiredFiles : ICheck
{
    // Files of a library come here by a way that is not known before the publish.
    private const string OfLibraries = "wwwroot/_content/";

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        foreach (var demand in input.Policy.Build)
        {
            if (demand.Kind != BuildKind.Publishes || demand.File.StartsWith(OfLibraries, StringComparison.OrdinalIgnoreCase))
                continue;

            var published = input.Build.PublishedFiles.Value;
            if (published.Contains(demand.File))
                continue;

            var similar = published.FirstOrDefault(file => file.Equals(demand.File, StringComparison.OrdinalIgnoreCase));
            yield return GateRules.RequiredFile.At(
                new(input.ProjectFile),
                similar is null
                    ? $"'{demand.File}' is not published, and readiness.json requires it. Put it there; where the SDK leaves it out, "
                        + $"write <Content Include=\"{demand.File}\" CopyToPublishDirectory=\"PreserveNewest\" /> in {Path.GetFileName(input.ProjectFile)}."
                    : $"'{demand.File}', which readiness.json requires, is published as '{similar}', and Linux takes these for two names. Rename the file.");
        }
    }
}
