using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>The libraries that verify no webhook's signature: .NET, ASP.NET, JSON and logging.</summary>
internal static class PlatformAssemblies
{
    private static readonly string[] Families = ["System", "Microsoft", "mscorlib", "netstandard", "Newtonsoft", "Serilog", "NLog", "log4net"];

    // Microsoft's libraries that store or send what they are handed are not among those that only pass it on.
    private static readonly string[] PassingOn =
        ["System", "Microsoft.AspNetCore", "Microsoft.Extensions", "mscorlib", "netstandard", "Newtonsoft", "Serilog", "NLog", "log4net"];

    public static bool Contain(ISymbol symbol) => IsOf(symbol, Families);

    /// <summary>True for what reads, formats, logs or compares its arguments and changes nothing by them.</summary>
    public static bool OnlyPassOn(ISymbol symbol) => IsOf(symbol, PassingOn);

    private static bool IsOf(ISymbol symbol, string[] families)
    {
        var assembly = symbol.ContainingAssembly?.Name ?? "";
        return families.Any(family => assembly == family || assembly.StartsWith(family + ".", StringComparison.Ordinal));
    }
}
