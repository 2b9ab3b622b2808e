namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// GitHub ends its tokens with a CRC-32 of what stands before it, in six base62 digits, so that a token that was made up is told from a real
/// one (github.blog/2021-04-05-behind-githubs-new-authentication-token-formats).
/// </summary>
internal static class TokenChecksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Length = 6;

    public static bool IsRight(string body) => body.EndsWith(Of(body.Substring(0, body.Length - Length)), StringComparison.Ordinal);

    /// <summary>The checksum that belongs behind <paramref name="random"/>.</summary>
    public static string Of(string random)
    {
        var rest = Crc32(random);
        var digits = new char[Length];
        for (var i = Length - 1; i >= 0; i--, rest /= 62)
            digits[i] = Digits[(int)(rest % 62)];
        return new string(digits);
    }

    private static uint Crc32(string ascii)
    {
        var crc = uint.MaxValue;
        foreach (var c in ascii)
        {
            crc ^= c;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
