using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8027: settings files of development stay where development is.</summary>
internal sealed class DevelopmentSettings() : BuildCheck(BuildKind.NoDevelopmentSettings)
{
    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        if (BuildInput.IsDevelopment(input.Environment))
            yield break;

        foreach (var file in input.Build.PublishedSettings)
        {
            if (file.EndsWith($".{BuildInput.Development}.json", StringComparison.OrdinalIgnoreCase))
            {
                yield return new(
                    $"'{file}' is published: passwords and switches of development are in reach of whoever reads the server's files, and one variable turns them on. "
                        + $"Write <Content Update=\"{file}\" CopyToPublishDirectory=\"Never\" /> in {Path.GetFileName(input.ProjectFile)}.",
                    FindingSeverity.Note);
            }
        }
    }
}
