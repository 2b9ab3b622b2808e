using System.Text.RegularExpressions;

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

    private static readonly Regex Server = new(
        @"(?:^|[;\s=""'(,])(?:server|data source|datasource|host|hostname|addr|address|network address)\s*=\s*(?<name>[^;,""')]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex RedisServer = new(
        @"^\s*([\w.:-]+=)?(?<name>[\w.-]+)(:\d+)?,", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Password = new(
        @"(?:^|[;\s,])(?:password|pwd)\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

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
        var isRedis = line.IndexOf(';') < 0 && RedisServer.IsMatch(line);
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
        foreach (Match password in Password.Matches(text))
        {
            if (Match(text, password.Index + password.Length - 1) is not null)
                return true;
        }
        return false;
    }

    private static bool IsReal(string password) =>
        password.Length > 0 && password[0] is not '"' and not '\'' && !DevelopmentDefault.IsPassword(password);

    // Oracle's descriptor (DESCRIPTION=(ADDRESS=(HOST=…))) names its server inside.
    private static bool HasReachableServer(string line)
    {
        foreach (Match server in Server.Matches(line))
        {
            if (DevelopmentDefault.IsReachable(server.Groups["name"].Value))
                return true;
        }
        return RedisServer.Match(line) is { Success: true } redis && DevelopmentDefault.IsReachable(redis.Groups["name"].Value);
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
        return (name.Equals("password", StringComparison.OrdinalIgnoreCase) || name.Equals("pwd", StringComparison.OrdinalIgnoreCase))
            && (before.Length == 0 || before[before.Length - 1] is ';' or '=' or '\'' || isRedis && before[before.Length - 1] == ',');
    }
}
