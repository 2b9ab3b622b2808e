using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>The libraries of which it is known that a call tells nobody of the work that is being done.</summary>
internal static class QuietLibraries
{
    private static readonly string[] Families =
        ["AutoMapper", "Dapper", "EntityFramework", "MailKit", "MimeKit", "MongoDB", "MySql", "MySqlConnector", "Npgsql", "SendGrid"];

    // Whoever takes the work from there may tell of it.
    private static readonly HashSet<string> HandOvers = new(StringComparer.Ordinal)
    {
        "ChannelWriter", "ConcurrentQueue", "BlockingCollection", "DataflowBlock",
    };

    public static bool Contain(IMethodSymbol method)
    {
        if (HandOvers.Contains(method.ContainingType?.Name ?? ""))
            return false;
        var assembly = method.ContainingAssembly?.Name ?? "";
        return PlatformAssemblies.Contain(method) && !assembly.StartsWith("Microsoft.Azure", StringComparison.Ordinal)
            || Array.Exists(Families, family => assembly == family || assembly.StartsWith(family + ".", StringComparison.Ordinal));
    }
}
