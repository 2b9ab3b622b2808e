namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// A password in a connection string: <c>Server=db.example.net;User Id=shop;Password=…</c>, or the form of Redis,
/// <c>cache.example.net:6380,password=…</c>. It counts only where the string itself names a server that others can reach.
/// </summary>
internal static class ConnectionString
{
    /// <summary>The endings of the words before the equals sign, in the cases that people write.</summary>
    public static readonly string[] PasswordKeys = ["assword", "ASSWORD", "Pwd", "PWD", "pwd"];

    private const int LongestLine = 1000;

    private static readonly HashSet<string> PasswordNames = new(StringComparer.OrdinalIgnoreCase) { "password", "pwd" };

    private static readonly HashSet<string> ServerNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "server", "data source", "datasource", "host", "hostname", "addr", "address", "network address",
    };

    private static readonly char[] ValueEnds = [';', ',', '"', '\'', ')'];

    /// <param name="text">Where to look.</param>
    /// <param name="afterKey">Behind the word for password.</param>
    public static (int Start, int Length)? Match(string text, int afterKey)
    {
        // "Password = x" with a blank is code more often than a connection string.
        if (afterKey == text.Length || text[afterKey] != '=')
            return null;
        var start = Alphabets.EndOfRun(text, afterKey + 1, c => c == ' ');
        var (lineStart, lineEnd) = LiteralAround(text, start);
        if (lineEnd <= start)
            return null;
        var line = text.Substring(lineStart, lineEnd - lineStart);
        var isRedis = line.IndexOf(';') < 0 && RedisServerOf(line) is not null;
        if (!IsKey(line.Substring(0, afterKey - lineStart), isRedis))
            return null;
        var end = text.IndexOfAny(isRedis ? [',', ' '] : [';'], start, lineEnd - start);
        if (end < 0)
            end = lineEnd;
        var password = text.Substring(start, end - start).TrimEnd();
        return IsReal(password) && HasReachableServer(line) ? (start, password.Length) : null;
    }

    /// <summary>True for a whole connection string that gives away a password.</summary>
    public static bool HoldsPassword(string text)
    {
        for (var equals = text.IndexOf('='); equals >= 0; equals = text.IndexOf('=', equals + 1))
        {
            if (PasswordNames.Contains(WordsBefore(text, equals, 1)) && Match(text, equals) is not null)
                return true;
        }
        return false;
    }

    private static bool IsReal(string password) =>
        password.Length > 0 && password[0] is not '"' and not '\'' && !DevelopmentDefault.IsPassword(password);

    private static bool HasReachableServer(string line) =>
        ServersOf(line).Any(DevelopmentDefault.IsReachable) || RedisServerOf(line) is { } redis && DevelopmentDefault.IsReachable(redis);

    // Oracle's descriptor (DESCRIPTION=(ADDRESS=(HOST=…))) names its server inside.
    private static IEnumerable<string> ServersOf(string line)
    {
        for (var equals = line.IndexOf('='); equals >= 0; equals = line.IndexOf('=', equals + 1))
        {
            if (!ServerNames.Contains(WordsBefore(line, equals, 1)) && !ServerNames.Contains(WordsBefore(line, equals, 2)))
                continue;
            var end = line.IndexOfAny(ValueEnds, equals + 1);
            yield return line.Substring(equals + 1, (end < 0 ? line.Length : end) - equals - 1);
        }
    }

    private static string? RedisServerOf(string line)
    {
        var parts = line.Substring(0, Math.Max(line.IndexOf(','), 0)).Split('=', ' ').Last().Split(':');
        return parts[0].Length > 0 && parts[0].All(c => Alphabets.IsBase64Url(c) || c == '.') && parts.Length <= 2 && parts.Skip(1).All(port => port.All(char.IsDigit))
            ? parts[0]
            : null;
    }

    private static string WordsBefore(string text, int end, int count)
    {
        var start = end;
        for (var word = 0; word < count; word++)
            start = Alphabets.StartOfRun(text, Alphabets.StartOfRun(text, start, c => c == ' '), char.IsLetter);
        return text.Substring(start, end - start).Trim();
    }

    // A literal, an attribute, a line of an .env file: to the next quote or line break.
    private static (int Start, int End) LiteralAround(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestLine && !IsBoundary(text[start - 1]))
            start--;
        var end = at;
        while (end < text.Length && end - at < LongestLine && !IsBoundary(text[end]))
            end++;
        return (start, end);
    }

    private static bool IsBoundary(char c) => c is '"' or '\n' or '\r' or '`' or '<' or '>';

    // The whole word, at the start of the string or behind the separator: not UserPassword=, and not the code o.Password=x.
    private static bool IsKey(string before, bool isRedis)
    {
        var key = Alphabets.StartOfRun(before, before.Length, char.IsLetter);
        var name = before.Substring(key);
        before = before.Substring(0, key).TrimEnd();
        return PasswordNames.Contains(name)
            && (before.Length == 0 || before[before.Length - 1] is ';' or '=' or '\'' || isRedis && before[before.Length - 1] == ',');
    }
}
