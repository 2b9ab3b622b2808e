using System.Reflection;
using ReadinessAnalyzers.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>
/// The package, packed once for all tests and offered by a folder feed, under a version of its own, so that NuGet's cache never serves
/// an older one. Apps are made from one that was restored here.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readiness-package-");

    public static string Repository { get; } = typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Repository").Value!;

    public string Version { get; } = $"0.0.0-test{Guid.NewGuid():N}";

    public string File => Path.Combine(_folder.FullName, "feed", $"ReadinessAnalyzers.{Version}.nupkg");

    /// <summary>A folder below which the package can be restored, and where no file of this repository governs a build.</summary>
    internal string NewFolder()
    {
        var folder = _folder.CreateSubdirectory(Path.Combine("work", Guid.NewGuid().ToString("N")));
        return folder.FullName;
    }

    /// <summary>An app that uses the package and Stripe.net, restored and not yet built.</summary>
    internal App NewApp() => new App(NewFolder()).CopyFrom(Path.Combine(_folder.FullName, "template"));

    public async ValueTask InitializeAsync()
    {
        string[] pack = ["pack", "src/ReadinessAnalyzers.Package", "-c", "Release", "-o", Path.GetDirectoryName(File)!];
        var packed = await DotNet.RunAsync(Repository, [.. pack, $"-p:PackageVersion={Version}"]);
        packed.Succeeds();
        Assert.DoesNotContain("warning", packed.Output, StringComparison.Ordinal);

        // Adds a source and keeps those that the machine has.
        await System.IO.File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "nuget.config"),
            """<configuration><packageSources><add key="readiness-test" value="feed" /></packageSources></configuration>""");
        var template = new App(Path.Combine(_folder.FullName, "template")).Write("Shop.csproj", App.Project(Version));
        (await template.RunAsync("restore")).Succeeds();
    }

    public async ValueTask DisposeAsync()
    {
        var listed = await DotNet.RunAsync(_folder.FullName, "nuget", "locals", "global-packages", "--list");
        var packages = listed.Output.Replace("global-packages:", "", StringComparison.Ordinal).Trim();
        var cached = Path.Combine(packages, "readinessanalyzers", Version);
        if (Directory.Exists(cached))
            Directory.Delete(cached, recursive: true);
        _folder.Delete(recursive: true);
    }
}
