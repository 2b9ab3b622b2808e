using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Build;

/// <summary>RDY8025: the image that the SDK makes has a tag that stays with it, so that one can go back to it.</summary>
internal sealed class ImmutableImageTag() : BuildCheck(BuildKind.ImmutableImageTag)
{
    // Any other name may be that of a version or a commit.
    private static readonly HashSet<string> MovingTags = new(
        ["latest", "stable", "edge", "nightly", "canary", "main", "master", "trunk", "dev", "develop", "staging", "prod", "production", "release", "current", "live"],
        StringComparer.OrdinalIgnoreCase);

    private protected override IEnumerable<BuildFault> FaultsOf(GateInput input, bool isAsked)
    {
        var properties = input.Build.Properties;
        if (!input.Build.MakesImage || properties.IsTrue("AutoGenerateImageTag"))
            yield break;

        var tags = TagsOf(properties);
        if (tags.All(MovingTags.Contains))
        {
            yield return new(
                $"The image has no tag but '{string.Join("', '", tags)}', which a later publish moves to another image, so there is no way back to this one. "
                    + "Give each publish a tag of its own, such as -p:ContainerImageTag=1.4.2.",
                FindingSeverity.Note);
        }
    }

    private static string[] TagsOf(BuildProperties properties)
    {
        string[] tags = [.. properties.List("ContainerImageTag"), .. properties.List("ContainerImageTags"), .. properties.List("PublishImageTag")];
        return tags.Length > 0 ? tags : ["latest"]; // as the SDK has it
    }
}
