using System.Security;
using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>Reads a file as the app will: a path goes in; the text, or null, comes out; faults join the problems.</summary>
internal static class SettingsText
{
    public const int SizeLimit = 4 * 1024 * 1024;

    // The mark of UTF-32 begins with that of UTF-16.
    private static readonly (string Name, Encoding Encoding)[] OtherEncodings =
    [
        ("UTF-32", new UTF32Encoding(bigEndian: false, byteOrderMark: true)),
        ("UTF-32", new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ("UTF-16", Encoding.Unicode),
        ("UTF-16", Encoding.BigEndianUnicode),
    ];

    /// <param name="path">The file.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="noun">What messages call it.</param>
    /// <param name="sizeLimit">More bytes are not read.</param>
    public static string? Read(string path, ICollection<SettingsProblem> problems, string noun = "settings file", int sizeLimit = SizeLimit)
    {
        var start = new FilePosition(path);
        try
        {
            if (ReadBytes(path, sizeLimit) is { } bytes)
                return Decode(bytes, start, problems, noun);

            problems.Add(new(start, $"The {noun} is larger than {sizeLimit / (1024 * 1024)} MB and was not checked; keep data out of it."));
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            // Not its message, which is the system's and may hold anything.
            problems.Add(new(start, $"The {noun} cannot be read; check that it exists and that the build may open it."));
        }

        return null;
    }

    /// <summary>
    /// The bytes of a file, null if there are more. A device says that it is empty and then never ends, so the length is counted and not asked for.
    /// </summary>
    public static byte[]? ReadBytes(string path, int sizeLimit = SizeLimit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var (bytes, buffer) = (new MemoryStream(file.CanSeek ? (int)Math.Min(file.Length, sizeLimit) : 0), new byte[64 * 1024]);
        for (int read; (read = file.Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > sizeLimit)
                return null;
        }

        return bytes.ToArray();
    }

    private static string? Decode(byte[] bytes, FilePosition start, ICollection<SettingsProblem> problems, string noun)
    {
        foreach (var (name, encoding) in OtherEncodings)
        {
            var mark = encoding.GetPreamble();
            if (!bytes.Take(mark.Length).SequenceEqual(mark))
                continue;

            // The app reads such a file, most other tools do not; its values count.
            problems.Add(new(start, $"The {noun} is {name}, which most tools cannot read; save it as UTF-8."));
            return encoding.GetString(bytes, mark.Length, bytes.Length - mark.Length);
        }

        if (bytes.Take(2).Contains((byte)0))
        {
            problems.Add(new(start, $"The {noun} looks like UTF-16 without a mark, which no reader recognises; save it as UTF-8."));
            return null;
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = Encoding.UTF8.GetString(bytes, 0, e.Index).TrimStart('\uFEFF');
            var bad = start with { Line = before.Count(c => c == '\n') + 1, Column = before.Length - before.LastIndexOf('\n') };
            problems.Add(new(bad, $"The {noun} is not valid UTF-8, so the app would read damaged text; save it as UTF-8."));
            return null;
        }
    }
}
