using System.Globalization;
using System.Text;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// What opens nothing outside of a developer's machine: servers that only this machine or its containers reach, and passwords that stand
/// for one.
/// </summary>
internal static class DevelopmentDefault
{
    // Longer words first where one begins like another.
    private static readonly string[] Words =
    [
        "changeme", "changeit", "password", "passwort", "contrasena", "passwd", "pass", "pwd", "secret", "example", "sample", "placeholder",
        "redacted", "insert", "replace", "development", "developer", "database", "username", "default", "docker", "postgresql", "postgres",
        "mysql", "mariadb", "mongodb", "mongo", "rabbitmq", "redis", "sqlserver", "server", "oracle", "local", "admin", "guest", "welcome",
        "qwerty", "letmein", "strong", "strongest", "super", "secure", "safe", "very", "your", "some", "here", "user", "root", "test", "demo",
        "dummy", "fake", "null", "none", "value", "token", "key", "sql", "dev", "the", "this", "is", "my", "db", "sa", "to", "be", "set", "app",
        "a", "x", "xyz", "abc", "asdf", "foo", "bar",
    ];

    private static readonly string[] ReservedDomains = [".example", ".invalid", ".test", ".localhost", ".local", ".internal", "example.com", "example.org", "example.net"];

    /// <summary>
    /// False for a host of this machine, for names without a point and private addresses, which only a container network or an office knows, for
    /// templates and for the names that are reserved for documentation.
    /// </summary>
    public static bool IsReachable(string host)
    {
        var name = host.Trim().ToLowerInvariant();
        var colon = name.IndexOf(':');
        if (colon is >= 0 and <= 5 && name.Substring(0, colon) is "tcp" or "np" or "lpc" or "admin")
            name = name.Substring(colon + 1);
        name = name.Split(',', ':', '\\', '/')[0].Trim();
        return name.IndexOf('.') > 0 && !IsTemplate(name)
            && !IsLocalAddress(name) && name[name.Length - 1] != '.'
            && !ReservedDomains.Any(domain => name.EndsWith(domain, StringComparison.Ordinal))
            && !IsMadeUp(name.Substring(0, name.IndexOf('.')));
    }

    // This machine, its containers, and the networks of homes and offices. In 10.0.0.0/8 stand the databases of clouds, and those are production's.
    private static bool IsLocalAddress(string name)
    {
        var parts = name.Split('.').Select(part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int)number : -1).ToList();
        return parts.Count == 4 && !parts.Contains(-1)
            && (name == "0.0.0.0" || (parts[0], parts[1]) is (127, _) or (172, >= 16 and <= 31) or (192, 168) or (169, 254));
    }

    /// <summary>True for a template, a mask, or a word or two that people type where a password belongs: <c>P@ssw0rd1</c>.</summary>
    public static bool IsPassword(string password) =>
        password.Length < 4 || IsTemplate(password) || password.Distinct().Count() < 4 || IsMadeOfWords(password);

    // ${X}, {password}, #{X}#, <password>, %PASSWORD%, __PASSWORD__, $(X), [password], …
    private static bool IsTemplate(string text) =>
        text.IndexOfAny(['{', '}', '<', '>', '…']) >= 0 || text.Contains("$(") || text.Contains("***") || text.Contains("...") || text.Contains("xxx")
        || text[0] == '%' && text[text.Length - 1] == '%' || text[0] == '[' && text[text.Length - 1] == ']'
        || text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal)
        || text[0] == '$' && text.Skip(1).All(c => char.IsUpper(c) || c == '_'); // $DB_PASSWORD

    // your-server.database.windows.net, but not db.shop.com.
    private static bool IsMadeUp(string label) =>
        (label.StartsWith("my", StringComparison.Ordinal) || label.StartsWith("your", StringComparison.Ordinal)) && IsMadeOfWords(label);

    private static bool IsMadeOfWords(string text) => IsMadeOfWordsIn(Letters(text, readsLeet: false)) || IsMadeOfWordsIn(Letters(text, readsLeet: true));

    private static bool IsMadeOfWordsIn(string letters)
    {
        for (var at = 0; at < letters.Length;)
        {
            var word = Words.Where(word => string.CompareOrdinal(letters, at, word, 0, word.Length) == 0).DefaultIfEmpty("").OrderByDescending(word => word.Length).First();
            if (word.Length == 0)
                return false;
            at += word.Length;
        }
        return true;
    }

    private static string Letters(string text, bool readsLeet)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var letter = c switch
            {
                '@' when readsLeet => 'a',
                '0' when readsLeet => 'o',
                '3' when readsLeet => 'e',
                '$' or '5' when readsLeet => 's',
                _ => char.ToLowerInvariant(c),
            };
            if (char.IsLetter(letter))
                letters.Append(letter);
        }
        return letters.ToString();
    }
}
