using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate;

/// <summary>A Stripe secret in a file that is published with the app, wherever in its text; never its characters.</summary>
internal sealed record PublishedSecret(FilePosition Position, StripeKey Key)
{
    // Files that people write and browsers or servers read. Assemblies, images and archives are not searched.
    private static readonly HashSet<string> TextFiles = new(
        [".json", ".js", ".mjs", ".ts", ".html", ".htm", ".css", ".map", ".xml", ".config", ".txt", ".md", ".env", ".ini", ".yml", ".yaml", ".csv", ".sql", ".sh", ".ps1", ".properties", ""],
        StringComparer.OrdinalIgnoreCase);

    private const int SearchedLength = 32 * 1024 * 1024;

    // A piece of the file is in memory and no more. What begins in its last characters is looked at in the next one, where it is whole.
    private const int PieceLength = 1024 * 1024;
    private const int LongestSecret = 1024;

    /// <summary>The secrets in the first 32 million characters of a file, in their order. None in a file that is no text or cannot be read.</summary>
    public static IReadOnlyList<PublishedSecret> FindIn(string path)
    {
        if (!TextFiles.Contains(Path.GetExtension(path)))
            return [];

        try
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return [.. FindIn(path, file)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }

    private static IEnumerable<PublishedSecret> FindIn(string path, StreamReader file)
    {
        var wanted = file.BaseStream.CanSeek ? Math.Min(file.BaseStream.Length + 1, PieceLength) : PieceLength; // most are small
        var (piece, kept, start) = (new char[wanted], 0, 0);
        var (line, lineStart, counted) = (1, 0, 0);
        for (var searched = 0; searched < SearchedLength; searched += piece.Length)
        {
            var length = kept + file.ReadBlock(piece, kept, piece.Length - kept);
            var text = new string(piece, 0, length);
            var end = length < piece.Length ? length : length - LongestSecret;
            foreach (var secret in StripeSecret.FindAll(text).Where(secret => secret.Start >= start && secret.Start < end))
            {
                CountTo(secret.Start, text);
                yield return new(new(path, line, secret.Start - lineStart + 1), secret.Key);
            }

            if (length < piece.Length)
                yield break;

            // With the character before it, which tells whether a secret can begin there.
            CountTo(end, text);
            (kept, start, counted, lineStart) = (length - end + 1, 1, 1, lineStart - end + 1);
            Array.Copy(piece, end - 1, piece, 0, kept);
        }

        void CountTo(int position, string text)
        {
            for (int at; (at = text.IndexOf('\n', counted, position - counted)) >= 0; counted = at + 1)
                (line, lineStart) = (line + 1, at + 1);
            counted = position;
        }
    }
}
