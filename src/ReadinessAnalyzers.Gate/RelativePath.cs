namespace ReadinessAnalyzers.Gate;

/// <summary>How reports and messages name a file: as seen from the project's folder, so that no machine's path is in them.</summary>
internal static class RelativePath
{
    /// <summary>The way to <paramref name="path"/>, with slashes; the path as it is when the two share no root.</summary>
    public static string From(string projectFile, string path)
    {
        var (folder, file) = (Segments(projectFile), Segments(path));
        var common = 0;
        while (common < folder.Length - 1
            && common < file.Length - 1
            && string.Equals(folder[common], file[common], StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }

        return common == 0
            ? path
            : string.Concat(Enumerable.Repeat("../", folder.Length - 1 - common)) + string.Join("/", file.Skip(common));
    }

    private static string[] Segments(string path) => path.Replace('\\', '/').Split('/');
}
