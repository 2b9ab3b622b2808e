using System.Globalization;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8015: a connection string leads to another machine, by TLS, as a user who may not do everything, from a pool. All faults of one string
/// are one finding, and nothing of the string is shown. Where a part of it comes later, what is there is judged and what is not may come.
/// </summary>
internal sealed class ConnectionString : ICheck
{
    private static readonly string[] Masters = ["sa", "dbo", "postgres", "root"];
    private static readonly string[] Yes = ["true", "yes", "1", "on"];
    private static readonly string[] No = ["false", "no", "0", "off"];

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<ConnectionDemand>())
        {
            var faults = ConnectionText.Parse(setting.Text, setting.Demand.Server) is { } connection
                ? FaultsOf(connection, setting.Demand, readiness).ToArray()
                : ["it cannot be read as one; write key=value pairs or a URL"];
            if (faults.Length > 0)
                yield return Report(setting, faults);
        }

        foreach (var setting in readiness.DemandedInPart<ConnectionDemand>())
        {
            if (ConnectionText.Parse(setting.Value.KnownPart!.Trim(), setting.Demand.Server) is { } connection
                && FaultsOf(connection, setting.Demand, readiness).ToArray() is { Length: > 0 } faults)
            {
                yield return Report(setting, faults);
            }
        }
    }

    private static Finding Report(DemandedSetting<ConnectionDemand> setting, string[] faults) => GateRules.ConnectionString.At(
        setting.Value.Position, $"The connection string in '{setting.Name}' is not fit for production: {string.Join("; ", faults)}.");

    private static IEnumerable<string> FaultsOf(ConnectionText connection, ConnectionDemand demand, Readiness readiness)
    {
        var isLocal = IsLocal(connection);
        if (isLocal && demand.Local is null)
            yield return "it leads to the machine itself, where production has no server (name the server, or give the reason under 'local' in readiness.json)";
        // What never leaves the machine, nobody can read on the way.
        if (!(isLocal && demand.Local is not null) && TlsFault(connection, demand.Server) is { } tls)
            yield return tls;
        if (demand.Server == ConnectionKind.Redis)
        {
            if (!connection.HasPassword && !connection.IsPart && !isLocal)
                yield return "it has no password, so whoever reaches the server may read and change all (set one)";
            yield break;
        }

        if (UserFault(connection, demand, readiness) is { } user)
            yield return user;
        if (PoolFault(connection, demand) is { } pool)
            yield return pool;
    }

    private static bool IsLocal(ConnectionText connection) =>
        (connection.Hosts.Count == 0 && !connection.IsPart)
        || connection.Hosts.Any(host => host.Length == 0 || host is "." or "(local)" || host[0] == '/' || host.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase) || HostName.IsLoopback(host));

    private static string? TlsFault(ConnectionText connection, ConnectionKind server) => server switch
    {
        // Without the key, Microsoft.Data.SqlClient encrypts.
        ConnectionKind.SqlServer when connection.Word("encrypt") is "false" or "no" or "optional" => "Encrypt switches TLS off, so others can read the data (set Encrypt=True)",
        ConnectionKind.SqlServer when Yes.Contains(connection.Word("trustservercertificate")) =>
            "TrustServerCertificate takes any certificate, so others can pose as the server (remove it)",
        ConnectionKind.Postgres when !connection.MayGet("sslmode") && connection.Word("sslmode") is not ("require" or "verifyca" or "verifyfull") => "TLS is not required, so others can read the data (set SSL Mode=VerifyFull or Require)",
        ConnectionKind.MySql when !connection.MayGet("sslmode", "ssl") && connection.Word("sslmode", "ssl") is not ("required" or "verifyca" or "verifyfull" or "verifyidentity") =>
            "TLS is not required, so others can read the data (set SslMode=VerifyFull or Required)",
        ConnectionKind.Redis when connection.Scheme != "rediss" && !(connection.Scheme.Length == 0 && connection.MayGet("ssl")) && !Yes.Contains(connection.Word("ssl")) => "TLS is not required, so others can read the data (set ssl=true)",
        _ => null,
    };

    private static string? UserFault(ConnectionText connection, ConnectionDemand demand, Readiness readiness)
    {
        if (connection.User is not { Length: > 0 } user)
            return null; // an identity of the machine

        // postgres@server is how Azure writes it, and postgres.project how poolers do
        if (Masters.Contains(user.Split('@', '.')[0], StringComparer.OrdinalIgnoreCase))
            return "its user may do everything, so a fault in one query costs the whole server (make a user with the rights that the app needs)";

        return demand.UserDiffersFrom is { } other
            && readiness.ValueOf(other) is { } value
            && ConnectionText.Parse(value.Value!.Trim(), demand.Server)?.User is { } otherUser
            && otherUser.Equals(user, StringComparison.OrdinalIgnoreCase)
                ? $"its user is that of '{other}', and readiness.json says that they differ (give each its own)"
                : null;
    }

    private static string? PoolFault(ConnectionText connection, ConnectionDemand demand)
    {
        if (demand.Pooler)
            return null;
        if (No.Contains(connection.Word("pooling")))
            return "Pooling is off, so each request opens a connection (remove Pooling=False, or say \"pooler\": true in readiness.json if something else pools)";
        if (demand.MaxPoolSize is not { } most || connection.MayGet("maxpoolsize", "maximumpoolsize"))
            return null;

        var size = connection.Word("maxpoolsize", "maximumpoolsize");
        return long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max > 0 && max <= most
            ? null
            : $"it does not limit its pool to {most} connections or less, as readiness.json requires (set Max Pool Size)";
    }
}
