using System.Reflection;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// Follows symbolic links by hand, so that a repository cannot make the gate read what lies elsewhere: a link may lead where it likes
/// within the folder, as those of a mounted Kubernetes secret do, and nowhere else.
/// </summary>
internal static class LinkedPath
{
    private const int MostLinks = 20;

    // netstandard2.0 has no name for it. Where it does not exist, on .NET Framework, making a link takes an administrator.
    private static readonly MethodInfo? TargetOfFile = typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);

    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Whether the file or folder at <paramref name="path"/>, a full path below <paramref name="folder"/>, really lies there.</summary>
    public static bool StaysBelow(string path, string folder) => StaysBelow(path, folder, 0);

    private static bool StaysBelow(string path, string folder, int links)
    {
        if (!IsBelow(path, folder) || links > MostLinks)
            return false;

        var root = folder.TrimEnd(Path.DirectorySeparatorChar);
        for (var end = root.Length; end >= 0 && end < path.Length;)
        {
            end = path.IndexOf(Path.DirectorySeparatorChar, end + 1) is > 0 and var next ? next : path.Length;
            var part = path.Substring(0, end);
            if (IsLink(part))
                return TargetOf(part) is { } target ? StaysBelow(target + path.Substring(end), folder, links + 1) : TargetOfFile is null;
        }

        return true;
    }

    private static bool IsLink(string path)
    {
        try
        {
            var attributes = new FileInfo(path).Attributes; // of a folder too, and all of them set where nothing is
            return attributes != (FileAttributes)(-1) && (attributes & FileAttributes.ReparsePoint) != 0 && TargetOf(path) != path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false; // what cannot be seen leads nowhere
        }
    }

    /// <summary>Where the link leads at its next step; the path itself if it is another kind of special file, null if nobody can tell.</summary>
    private static string? TargetOf(string path)
    {
        try
        {
            return TargetOfFile is null ? null : ((FileSystemInfo?)TargetOfFile.Invoke(null, [path, false]))?.FullName ?? path;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
