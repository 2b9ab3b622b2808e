using System.IO.Compression;
using System.Xml.Linq;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>What stands in the package.</summary>
public sealed class PackageTests(PackedPackage package)
{
    [Fact]
    public void Package_HoldsTheseFilesAndNoOther()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var container = archive.Entries.Select(entry => entry.FullName)
            .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/", StringComparison.Ordinal));

        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "ReadinessAnalyzers.nuspec",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/ReadinessAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/ReadinessAnalyzers.dll",
                "build/ReadinessAnalyzers.props",
                "build/ReadinessAnalyzers.targets",
                "schema/readiness.schema.json",
                "schema/signoff.schema.json",
                "tasks/netstandard2.0/ReadinessAnalyzers.Gate.dll",
                "tasks/netstandard2.0/YamlDotNet.dll",
            ],
            container.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_IsADevelopmentDependencyThatBringsNoOtherPackage()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var nuspec = archive.GetEntry("ReadinessAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Null(Value("dependencies"));
    }
}
