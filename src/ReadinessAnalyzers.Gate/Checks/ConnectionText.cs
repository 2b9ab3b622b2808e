using System.Data.Common;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// A connection string taken apart: key=value pairs as ADO.NET reads them, a URL such as <c>postgres://…</c>, or the list of StackExchange.Redis.
/// It holds a password, so no part of it may be shown.
/// </summary>
internal sealed class ConnectionText
{
    private const int Longest = 10_000;

    private static readonly string[] HostKeys = ["host", "server", "datasource", "address", "addr", "networkaddress"];
    private static readonly string[] UserKeys = ["userid", "username", "user", "uid"];
    private static readonly string[] PasswordKeys = ["password", "pwd"];

    private readonly Dictionary<string, string> _pairs = new(StringComparer.Ordinal);

    private ConnectionText(string text) => IsPart = text.IndexOf(ReferenceValue.Unknown) >= 0;

    /// <summary>Whether more of it comes later, in the place of each <see cref="ReferenceValue.Unknown"/>.</summary>
    public bool IsPart { get; }

    /// <summary>The names of the machines, without ports and instances.</summary>
    public IReadOnlyList<string> Hosts { get; private set; } = [];

    /// <summary>For example <c>rediss</c>; empty if the text is no URL.</summary>
    public string Scheme { get; private set; } = "";

    public string? User => First(UserKeys);

    public bool HasPassword => !string.IsNullOrEmpty(First(PasswordKeys));

    /// <summary>Null for what is no connection string of that kind.</summary>
    public static ConnectionText? Parse(string text, ConnectionKind kind)
    {
        if (text.Length > Longest)
            return null;
        if (text.IndexOf("://", StringComparison.Ordinal) is > 0 and var end && text.Take(end).All(char.IsLetterOrDigit))
            return ParseUrl(text);
        return kind == ConnectionKind.Redis ? ParseRedis(text) : ParsePairs(text);
    }

    /// <summary>The value of the first of these keys, which are written without blanks, dashes and capitals.</summary>
    public string? First(params string[] keys) => keys.Select(key => _pairs.TryGetValue(key, out var value) ? value : null).FirstOrDefault(value => value is not null);

    /// <summary>Whether the value of these keys may come later, or a part of it.</summary>
    public bool MayGet(params string[] keys) => IsPart && First(keys)?.IndexOf(ReferenceValue.Unknown) is null or >= 0;

    /// <summary>The same without dashes and capitals.</summary>
    public string Word(params string[] keys) => Plain(First(keys) ?? "");

    private static ConnectionText? ParseUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
            return null;

        var parsed = new ConnectionText(text) { Scheme = url.Scheme, Hosts = [url.Host] };
        var user = url.UserInfo.Split([':'], 2);
        parsed.Set("user", Uri.UnescapeDataString(user[0]));
        if (user.Length > 1)
            parsed.Set("password", user[1]);
        foreach (var option in url.Query.TrimStart('?').Split('&').Select(option => option.Split(['='], 2)).Where(option => option.Length > 1))
            parsed.Set(option[0], option[1]);
        return parsed;
    }

    private static ConnectionText? ParsePairs(string text)
    {
        try
        {
            var (builder, parsed) = (new DbConnectionStringBuilder { ConnectionString = text }, new ConnectionText(text));
            foreach (string key in builder.Keys)
                parsed.Set(key, builder[key] as string ?? "");
            parsed.Hosts = [.. (parsed.First(HostKeys) ?? "").Split(',').Select(MachineOf).Where(host => host.Length > 0 && !host.All(char.IsDigit))];
            return builder.Count == 0 ? null : parsed;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // host:6380,host2:6380,password=…,ssl=true
    private static ConnectionText ParseRedis(string text)
    {
        var parsed = new ConnectionText(text);
        var parts = text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        foreach (var option in parts.Where(part => part.IndexOf('=') > 0).Select(part => part.Split(['='], 2)))
            parsed.Set(option[0], option[1]);
        parsed.Hosts = [.. parts.Where(part => part.IndexOf('=') < 0).Select(MachineOf)];
        return parsed;
    }

    // tcp:db.example,1433 · .\SQLEXPRESS · db.example:5432 · [::1]:5432
    private static string MachineOf(string server)
    {
        var name = server.Trim();
        foreach (var protocol in new[] { "tcp:", "np:", "lpc:", "admin:" })
        {
            if (name.StartsWith(protocol, StringComparison.OrdinalIgnoreCase))
                name = name.Substring(protocol.Length);
        }

        if (!name.StartsWith("\\\\", StringComparison.Ordinal))
            name = name.Split('\\')[0];
        if (name.StartsWith("[", StringComparison.Ordinal))
            return name.Split(']')[0].Trim('[');
        return name.Count(c => c == ':') == 1 ? name.Split(':')[0] : name;
    }

    private void Set(string key, string value) => _pairs[Plain(key)] = value;

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
