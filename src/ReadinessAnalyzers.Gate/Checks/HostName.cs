namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>Tells the names that production cannot mean: a host goes in, what is wrong with it, or null, comes out.</summary>
internal static class HostName
{
    // Reserved so that nobody has them (RFC 2606, RFC 6761), or handed out to reach a developer's machine.
    private static readonly string[] Placeholders = ["example.com", "example.org", "example.net", "test", "invalid"];
    private static readonly string[] Tunnels = ["ngrok.io", "ngrok.app", "ngrok-free.app", "ngrok-free.dev", "trycloudflare.com", "loca.lt", "localhost.run", "devtunnels.ms"];

    /// <summary>A half sentence such as <c>leads to this machine itself</c>.</summary>
    public static string? FaultOf(string host) =>
        IsLoopback(host) ? "leads to the machine itself, where no client is"
        : IsBelow(host, Placeholders) ? "names a host that is only for examples and tests"
        : IsBelow(host, Tunnels) ? "leads to a developer's machine through a tunnel"
        : host.Split('.').Contains("staging", StringComparer.OrdinalIgnoreCase) ? "names a staging host"
        : null;

    /// <summary>Whether only the machine itself, or the container's, answers there.</summary>
    public static bool IsLoopback(string host)
    {
        var name = host.Trim('[', ']');
        return IsBelow(name, ["localhost", "localhost.localdomain", "host.docker.internal"])
            || name is "::1" or "0:0:0:0:0:0:0:1" or "0.0.0.0" or "::"
            || (IsAddress(name) && name.StartsWith("127.", StringComparison.Ordinal));
    }

    public static bool IsAddress(string host) => Uri.CheckHostName(host.Trim('[', ']')) is UriHostNameType.IPv4 or UriHostNameType.IPv6;

    private static bool IsBelow(string host, string[] domains) => domains.Any(domain =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
}
