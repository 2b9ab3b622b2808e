using System.Diagnostics.CodeAnalysis;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>A path that readiness.json, or a file that it names, writes down: which file is meant, and whether it may be opened.</summary>
internal static class DeclaredPath
{
    /// <summary>The full path of what is named as seen from a folder; null for what is no path, or leads to no file of this machine.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The path is a full one; what is left to do is to drop its dots.")]
    public static string? Full(string text, string folder)
    {
        // No network, and no device that never ends.
        var path = text.Replace('\\', '/');
        if (path.StartsWith("//", StringComparison.Ordinal))
            return null;

        try
        {
            var full = Path.GetFullPath(Path.Combine(folder, path));
            return full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal) ? null : full;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or IOException or System.Security.SecurityException)
        {
            return null;
        }
    }

    /// <summary>Whether no symbolic link leads out: of the folder of readiness.json, or of its own if it lies elsewhere.</summary>
    public static bool MayBeOpened(string path, string folder) =>
        LinkedPath.StaysBelow(path, LinkedPath.IsBelow(path, folder) ? folder : Path.GetDirectoryName(path)!);
}
