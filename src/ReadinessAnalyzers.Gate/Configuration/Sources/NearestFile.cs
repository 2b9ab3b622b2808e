namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Guesses which file of a folder somebody meant who named another one.</summary>
internal static class NearestFile
{
    private const int MostNames = 200;
    private const int LongestName = 80;

    /// <summary>The nearest name in the folder of <paramref name="path"/>, or null if none is near.</summary>
    public static string? To(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return name.Length > LongestName ? null : Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!)
                .Take(MostNames)
                .Select(entry => Path.GetFileName(entry)!)
                .Where(other => other.Length <= LongestName && EditDistance.Between(name, other) <= Math.Max(1, name.Length / 3))
                .OrderBy(other => EditDistance.Between(name, other))
                .ThenBy(other => other, StringComparer.Ordinal)
                .FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
