using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Tests;

/// <summary>What the code under test may use: .NET, ASP.NET Core, Newtonsoft.Json and Stripe.net.</summary>
internal static class TestReferences
{
    /// <summary>What the Web SDK imports by itself, so that tests read like an app's code.</summary>
    public const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly ImmutableArray<string> Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)];

    public static ImmutableArray<MetadataReference> Framework { get; } = From(path =>
        path.Replace('\\', '/').Contains("/shared/Microsoft.", StringComparison.Ordinal)
        || Path.GetFileName(path) == "Newtonsoft.Json.dll");

    public static MetadataReference StripeNet { get; } = From(path => Path.GetFileName(path) == "Stripe.net.dll").Single();

    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework, StripeNet];

    private static ImmutableArray<MetadataReference> From(Func<string, bool> isWanted) =>
        [.. Platform.Where(isWanted).Select(path => MetadataReference.CreateFromFile(path))];
}
