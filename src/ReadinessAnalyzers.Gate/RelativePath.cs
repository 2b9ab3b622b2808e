namespace ReadinessAnalyzers.Gate;

/// <summary>How reports and messages name a file: as seen from the project's folder, with slashes, so that no machine's path is in them.</summary>
internal static class RelativePath
{
    /// <summary><paramref name="path"/> as seen from the folder of <paramref name="projectFile"/>; as it is, when they share no root.</summary>
    public static string From(string projectFile, string path)
    {
        var (folder, file) = (Segments(projectFile), Segments(path));
        var common = 0;
        while (common < folder.Length - 1 && common < file.Length - 1 && string.Equals(folder[common], file[common], StringComparison.OrdinalIgnoreCase))
            common++;

        return common == 0
            ? path
            : string.Concat(Enumerable.Repeat("../", folder.Length - 1 - common)) + string.Join("/", file.Skip(common));
    }

    private static string[] Segments(string path) => path.Replace('\\', '/').Split('/');
}
