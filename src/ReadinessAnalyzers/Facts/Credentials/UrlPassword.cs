namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>A password in a URL: <c>postgres://shop:…@db.example.net</c>, the user possibly empty.</summary>
internal static class UrlPassword
{
    private const int LongestUser = 200;

    // What is behind these is never a page that anyone may open.
    private static readonly HashSet<string> Services = new(StringComparer.OrdinalIgnoreCase)
    {
        "postgres", "postgresql", "mysql", "mariadb", "sqlserver", "mssql", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps",
        "smtp", "smtps", "ftp", "ftps", "sftp", "cloudinary", "nats", "clickhouse", "couchdb", "influxdb", "ldap", "ldaps",
    };

    /// <param name="text">Where to look.</param>
    /// <param name="anchor">The colon behind the scheme.</param>
    public static (int Start, int Length)? Match(string text, int anchor)
    {
        var userStart = anchor + "://".Length;
        var at = Alphabets.EndOfRun(text, userStart, IsUserInfo);
        if (at == text.Length || text[at] != '@' || at - userStart > LongestUser)
            return null;
        var colon = text.IndexOf(':', userStart, at - userStart);
        if (colon < 0)
            return null;
        var host = text.Substring(at + 1, Alphabets.EndOfRun(text, at + 1, IsHost) - at - 1);
        var password = text.Substring(colon + 1, at - colon - 1);
        var scheme = text.Substring(Alphabets.StartOfRun(text, anchor, IsScheme), anchor - Alphabets.StartOfRun(text, anchor, IsScheme));
        return IsSecret(scheme, password) && IsReachable(scheme, host) ? (colon + 1, password.Length) : null;
    }

    // Web pages are often shown with a made-up user; there only what was drawn at random counts, such as the second part of an old Sentry DSN.
    private static bool IsSecret(string scheme, string password) =>
        Services.Contains(scheme) ? !DevelopmentDefault.IsPassword(password)
        : scheme is "http" or "https" && password.Length >= 16 && RandomText.IsLikely(password);

    // cloudinary://key:secret@account
    private static bool IsReachable(string scheme, string host) =>
        scheme == "cloudinary" ? host.Length > 0 : DevelopmentDefault.IsReachable(host);

    private static bool IsUserInfo(char c) => c > ' ' && c is not ('@' or '/' or '?' or '#' or '"' or '\'' or '`' or '<' or '>' or '\\');

    private static bool IsHost(char c) => Alphabets.IsBase62(c) || c is '.' or '-' or '_';

    private static bool IsScheme(char c) => Alphabets.IsBase62(c) || c is '+';
}
