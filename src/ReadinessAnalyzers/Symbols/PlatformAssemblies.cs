using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// The libraries whose methods neither verify a webhook's signature nor act on an event: .NET, ASP.NET, JSON and logging.
/// </summary>
internal static class PlatformAssemblies
{
    private static readonly string[] Families = ["System", "Microsoft", "mscorlib", "netstandard", "Newtonsoft", "Serilog", "NLog", "log4net"];

    public static bool Contain(ISymbol symbol)
    {
        var assembly = symbol.ContainingAssembly?.Name ?? "";
        return Families.Any(family => assembly == family || assembly.StartsWith(family + ".", StringComparison.Ordinal));
    }
}
