using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>What stands in the package.</summary>
public sealed class PackageTests(PackedPackage package)
{
    private const string Task = "tasks/netstandard2.0/ReadinessAnalyzers.Gate.dll";
    private const string PrecompiledTask = "tasks/netstandard2.0/ReadinessAnalyzers.Gate.linux-x64.dll";

    [Fact]
    public void Package_HoldsTheseFilesAndNoOther()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var container = archive.Entries.Select(entry => entry.FullName)
            .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels" or PrecompiledTask) && !name.StartsWith("package/", StringComparison.Ordinal));

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
                Task,
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

    [Fact]
    public async Task PrecompiledTask_IsTheSameTask_AndUsedWhereItIsFor()
    {
        using var archive = ZipFile.OpenRead(package.File);
        Assert.SkipWhen(archive.GetEntry(PrecompiledTask) is null, "This machine could not have the compiler that compiles ahead of time.");
        using var precompiled = Read(archive, PrecompiledTask);
        using var task = Read(archive, Task);
        Assert.NotEqual(0, precompiled.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.Equal(Identity(task), Identity(precompiled));

        var isForThisMachine = OperatingSystem.IsLinux() && RuntimeInformation.RuntimeIdentifier != "linux-musl-x64"
            && RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var app = package.NewApp();
        Assert.EndsWith(isForThisMachine ? PrecompiledTask : Task, await TaskOf(app), StringComparison.Ordinal);
        Assert.EndsWith(Task, await TaskOf(app, "-p:NETCoreSdkPortableRuntimeIdentifier=osx-arm64"), StringComparison.Ordinal);
    }

    private static PEReader Read(ZipArchive archive, string name)
    {
        using var entry = archive.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        bytes.Position = 0;
        return new(bytes);
    }

    private static Guid Identity(PEReader assembly)
    {
        var metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static async Task<string> TaskOf(App app, params string[] more) =>
        (await app.RunAsync(["msbuild", "-getProperty:ReadinessTaskAssembly", .. more])).Succeeds().Output.Trim();
}
