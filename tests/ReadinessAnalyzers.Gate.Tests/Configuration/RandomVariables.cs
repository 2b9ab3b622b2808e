using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Makes random environments whose variables often meet each other and the keys of <see cref="RandomSettings"/>.</summary>
internal sealed class RandomVariables(int seed)
{
    private static readonly string[] Prefixes =
    [
        "", "", "", "", "DOTNET_", "ASPNETCORE_", "dotnet_", "DOTNET__", "SQLCONNSTR_", "SQLAZURECONNSTR_", "MYSQLCONNSTR_", "mysqlconnstr_", "CUSTOMCONNSTR_",
        "POSTGRESQLCONNSTR_", "REDISCACHECONNSTR_", "DOCDBCONNSTR_", "EVENTHUBCONNSTR_", "SERVICEBUSCONNSTR_", "APIHUBCONNSTR_",
        "NOTIFICATIONHUBCONNSTR_", "DOTNET_SQLCONNSTR_", "ConnectionStrings__", "APPSETTING_",
    ];
    private static readonly string[] Names = ["Stripe", "Prices", "App", "Key", "A", "B", "0", "1", "stripe", "KEY", "é", "_", "", "ConnectionStrings"];
    private static readonly string[] Separators = ["__", "__", "__", ":", "_", "___", "____"];
    private static readonly string[] Values = ["x", "y", "", "  ", "a=b", "true", "{\"a\":1}", "é 😀"];

    private readonly Random _random = new(seed);

    /// <summary>Variables of different names, in the order in which the app finds them.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment(string origin) =>
        [.. Enumerable.Range(1, _random.Next(8))
            .Select(line => new EnvironmentVariable(Name(), Pick(Values), new(origin, line, 1), new("test", origin)))
            .Where(variable => variable.Name.Length > 0)
            .DistinctBy(variable => variable.Name, StringComparer.Ordinal)];

    private string Name() =>
        Pick(Prefixes) + string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(i => (i == 0 ? "" : Pick(Separators)) + Pick(Names)));

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
