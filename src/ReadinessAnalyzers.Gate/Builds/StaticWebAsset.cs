namespace ReadinessAnalyzers.Gate.Builds;

/// <summary>A file below wwwroot as the SDK describes it.</summary>
internal static class StaticWebAsset
{
    /// <summary>
    /// Where it is published: <c>wwwroot/site.css</c> for <c>site#[.{fingerprint}]?.css</c>, in which the fingerprint is only a second way to ask for it.
    /// </summary>
    public static string PathOf(string basePath, string relativePath)
    {
        for (int start; (start = relativePath.IndexOf("#[", StringComparison.Ordinal)) >= 0;)
        {
            var end = relativePath.IndexOf("]?", start, StringComparison.Ordinal);
            if (end < 0)
                break; // a part of the name, which nobody would write into readiness.json
            relativePath = relativePath.Remove(start, end + "]?".Length - start);
        }

        return string.Join("/", new[] { "wwwroot", basePath.Trim('/', '\\'), relativePath }.Where(part => part.Length > 0));
    }
}
