namespace ReadinessAnalyzers.Gate.Builds;

/// <summary>What the name of a container image tells.</summary>
internal static class ContainerImage
{
    /// <summary>Whether it is an image with the .NET SDK in it, from Microsoft or a mirror: <c>mcr.microsoft.com/dotnet/sdk:10.0</c>.</summary>
    public static bool HasSdk(string image)
    {
        var name = image.Split('@')[0].ToLowerInvariant();
        var path = name.Split('/');
        var last = path[path.Length - 1].Split(':');
        return (last[0] == "sdk" && path.Contains("dotnet")) // dotnet/sdk, dotnet/core/sdk, dotnet/nightly/sdk
            || (last[0] == "dotnet" && last.Length == 2 && last[1].EndsWith("sdk", StringComparison.Ordinal)); // microsoft/dotnet:2.1-sdk
    }
}
