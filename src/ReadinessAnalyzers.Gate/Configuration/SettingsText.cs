using System.Security;
using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>Reads a settings file as the app will: a path goes in; the text, or null, comes out; faults join the problems.</summary>
internal static class SettingsText
{
    private const int SizeLimit = 4 * 1024 * 1024;

    // The mark of UTF-32 begins with that of UTF-16.
    private static readonly (string Name, Encoding Encoding)[] OtherEncodings =
    [
        ("UTF-32", new UTF32Encoding(bigEndian: false, byteOrderMark: true)),
        ("UTF-32", new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ("UTF-16", Encoding.Unicode),
        ("UTF-16", Encoding.BigEndianUnicode),
    ];

    public static string? Read(string path, ICollection<SettingsProblem> problems)
    {
        var start = new FilePosition(path);
        try
        {
            if (new FileInfo(path).Length <= SizeLimit)
                return Decode(File.ReadAllBytes(path), start, problems);

            problems.Add(new(start, "The settings file is larger than 4 MB and was not checked; keep data out of settings files."));
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            // Not its message, which is the system's and may hold anything.
            problems.Add(new(start, "The settings file cannot be read; check that it exists and that the build may open it."));
        }

        return null;
    }

    private static string? Decode(byte[] bytes, FilePosition start, ICollection<SettingsProblem> problems)
    {
        foreach (var (name, encoding) in OtherEncodings)
        {
            var mark = encoding.GetPreamble();
            if (!bytes.Take(mark.Length).SequenceEqual(mark))
                continue;

            // The app reads such a file, most other tools do not; its values count.
            problems.Add(new(start, $"The settings file is {name}, which most tools cannot read; save it as UTF-8."));
            return encoding.GetString(bytes, mark.Length, bytes.Length - mark.Length);
        }

        if (bytes.Take(2).Contains((byte)0))
        {
            problems.Add(new(start, "The settings file looks like UTF-16 without a mark, so the app would not start; save it as UTF-8."));
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
            problems.Add(new(bad, "The settings file is not valid UTF-8, so the app would read damaged text; save it as UTF-8."));
            return null;
        }
    }
}
