namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// Environment variables of one source, as the .NET configuration provider turns them into keys: <c>__</c> is a colon, and what has the
/// prefix of a connection string (<c>SQLCONNSTR_Shop</c>) is one.
/// </summary>
internal sealed class EnvironmentLayer : ConfigurationLayer
{
    private static readonly ConnectionStringPrefix[] ConnectionStrings =
    [
        new("MYSQLCONNSTR_", "MySql.Data.MySqlClient"),
        new("SQLAZURECONNSTR_", "System.Data.SqlClient"),
        new("SQLCONNSTR_", "System.Data.SqlClient"),
        new("CUSTOMCONNSTR_", null),
        new("POSTGRESQLCONNSTR_", "Npgsql"),
        new("APIHUBCONNSTR_", null),
        new("DOCDBCONNSTR_", null),
        new("EVENTHUBCONNSTR_", null),
        new("NOTIFICATIONHUBCONNSTR_", null),
        new("REDISCACHECONNSTR_", null),
        new("SERVICEBUSCONNSTR_", null),
    ];

    /// <param name="origin">Where the variables come from.</param>
    /// <param name="variables">In the order in which the app finds them.</param>
    /// <param name="prefix">Only variables with this prefix count, and without it; empty: all.</param>
    public EnvironmentLayer(ConfigurationOrigin origin, IEnumerable<EnvironmentVariable> variables, string prefix = "")
        : base(origin)
    {
        IsRead = true;
        foreach (var variable in variables)
        {
            foreach (var value in Settings(variable))
            {
                if (value.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    Replace(value with { Key = value.Key.Substring(prefix.Length) });
            }
        }
    }

    /// <summary>
    /// Pairs of variables that set one key under names that differ, such as <c>Stripe__Key</c> and <c>STRIPE__KEY</c>: which of the two
    /// the app finds last is nobody's choice.
    /// </summary>
    public IEnumerable<AmbiguousPair> Ambiguous =>
        from value in AllValues
        where value.Key.IndexOf(':') >= 0
        group value by value.Key.ToUpperInvariant() into same
        let names = same.GroupBy(value => value.Variable, StringComparer.Ordinal).Select(spelling => spelling.Last()).ToArray()
        where names.Length > 1 && names.Any(value => value.Value != names[0].Value)
        select new AmbiguousPair(names[0], names[1]);

    private static IEnumerable<ConfigurationValue> Settings(EnvironmentVariable variable)
    {
        var prefix = ConnectionStrings.FirstOrDefault(known => variable.Name.StartsWith(known.Prefix, StringComparison.OrdinalIgnoreCase));
        if (prefix is null)
            return [variable.As(SettingName.AsPath(variable.Name))];

        var key = "ConnectionStrings:" + SettingName.AsPath(variable.Name.Substring(prefix.Prefix.Length));
        return prefix.Provider is null
            ? [variable.As(key)]
            : [variable.As(key), variable.As(key + "_ProviderName") with { Value = prefix.Provider, Reference = null }];
    }

    /// <summary>What a variable's name begins with, and the ADO.NET provider that .NET sets beside the connection string.</summary>
    private sealed record ConnectionStringPrefix(string Prefix, string? Provider);
}

/// <summary>Two variables of one source that set one key.</summary>
internal sealed record AmbiguousPair(ConfigurationValue First, ConfigurationValue Second);
