using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8028: the image that runs in production has no compiler and no package manager in it.</summary>
internal sealed class LeanImage() : BuildCheck(BuildKind.LeanImage)
{
    private const string Why = "is one with the .NET SDK, which production does not need and an intruder could use.";

    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        var build = input.Build;
        if (ContainerImage.HasSdk(build.Properties["ContainerBaseImage"]))
        {
            yield return new(
                $"The image of ContainerBaseImage {Why} Use one of dotnet/aspnet or dotnet/runtime, or leave ContainerBaseImage out.",
                FindingSeverity.Note);
        }

        if (build.Dockerfile.Value is { Image: { } image } dockerfile && ContainerImage.HasSdk(image))
        {
            yield return new(
                $"The image of the last stage {Why} End with a stage FROM mcr.microsoft.com/dotnet/aspnet and COPY the published files into it.",
                FindingSeverity.Note,
                dockerfile.Position);
        }
    }
}
