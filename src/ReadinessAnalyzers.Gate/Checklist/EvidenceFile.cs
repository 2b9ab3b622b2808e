using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>A file that a sign-off names as evidence, as it is now.</summary>
/// <param name="State">Whether it could be read.</param>
/// <param name="Sha256">Its hash; empty if it could not be read.</param>
internal sealed record EvidenceFile(EvidenceState State, string Sha256 = "")
{
    public const int SizeLimit = 32 * 1024 * 1024;

    /// <summary>The hash of the bytes as they stand, where that is another one; git may have made them so.</summary>
    public string RawSha256 { get; private init; } = "";

    /// <summary>A file of about this name that is there, if the named one is not; else null.</summary>
    public string? Nearest { get; private init; }

    /// <param name="path">As seen from <paramref name="folder"/>.</param>
    /// <param name="folder">That of readiness.json, which the file may not leave.</param>
    public static EvidenceFile Read(string path, string folder)
    {
        try
        {
            if (FullPath(path, folder) is not { } full)
                return new(EvidenceState.Outside);
            if (Directory.Exists(full))
                return new(EvidenceState.Folder);
            if (!File.Exists(full))
                return new(EvidenceState.Missing) { Nearest = NearestFile.To(full) };
            return LinkedPath.StaysBelow(full, folder) ? Hash(SettingsText.ReadBytes(full, SizeLimit)) : new(EvidenceState.Outside);
        }
        catch (ArgumentException)
        {
            return new(EvidenceState.Missing); // .NET Framework knows characters that no path can have
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return new(EvidenceState.Unreadable);
        }
    }

    private static EvidenceFile Hash(byte[]? bytes)
    {
        if (bytes is null)
            return new(EvidenceState.TooLarge);

        // A checkout on Windows may end the lines of a text as the signer's machine did not.
        var isText = Array.IndexOf(bytes, (byte)0) < 0;
        var raw = ReadinessAnalyzers.Checklist.Sha256.Of(bytes);
        return new(EvidenceState.Read, isText && Array.IndexOf(bytes, (byte)'\r') >= 0 ? ReadinessAnalyzers.Checklist.Sha256.Of(WithLineFeeds(bytes)) : raw) { RawSha256 = raw };
    }

    private static byte[] WithLineFeeds(byte[] text)
    {
        var length = 0;
        var lines = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
                lines[length++] = text[i];
        }

        Array.Resize(ref lines, length);
        return lines;
    }

    // Neither a root, a drive, a network nor a way up.
    private static string? FullPath(string path, string folder)
    {
        var segments = path.Split('/', '\\');
        return segments.Any(segment => segment is "" or "." or ".." || segment.IndexOfAny([':', '\0']) >= 0)
            ? null
            : Path.Combine(folder, string.Join(Path.DirectorySeparatorChar.ToString(), segments));
    }
}

/// <summary>What became of a file of evidence.</summary>
internal enum EvidenceState
{
    Read,
    Missing,
    Folder,

    /// <summary>Its path, or a link in it, leads out of the folder of readiness.json.</summary>
    Outside,
    TooLarge,
    Unreadable,
}
