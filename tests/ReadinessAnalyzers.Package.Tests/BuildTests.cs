namespace ReadinessAnalyzers.Package.Tests;

/// <summary>What real builds tell of themselves, and the gate without a publish.</summary>
public sealed class BuildTests(PackedPackage package)
{
    private const string Everything =
        """
        {
          "build": [
            "releaseSettings", "warningsAsErrors", "lockedRestore", "audit", "immutableImageTag", "leanImage", "noDevelopmentSettings",
            { "publishes": ["wwwroot/.well-known/merchant", "wwwroot/.hidden/robots.txt"] }
          ]
        }
        """;

    private static readonly Dictionary<string, string> BuildServer = new() { ["CI"] = "true" };

    [Fact]
    public async Task WhatIsAskedOfTheBuild_MustBeSo_AndWhatIsNotAskedStopsNobody()
    {
        var app = package.NewApp()
            .Write("Program.cs", App.WithoutStripe)
            .Write("appsettings.Development.json", "{}")
            .Write("wwwroot/.well-known/merchant", "x")
            .Write("wwwroot/.hidden/robots.txt", "x")
            .Write("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish\nFROM build\n");

        var unasked = (await Publish()).Succeeds();
        Assert.Empty(unasked.Findings);
        Assert.StartsWith("Readiness: passed, 0 deferred,", unasked.Verdict, StringComparison.Ordinal);

        app.Write("readiness.json", Everything);
        (await Publish("--no-build", "-p:ContainerRepository=shop", "-p:Optimize=false")).FailsWith(
            "Dockerfile(3,1): error RDY8028",
            "Shop.csproj(1,1): error RDY8021",
            "Shop.csproj(1,1): error RDY8022",
            "Shop.csproj(1,1): error RDY8023",
            "Shop.csproj(1,1): error RDY8024", // the apps of these tests ask no server for advisories
            "Shop.csproj(1,1): error RDY8025",
            "Shop.csproj(1,1): error RDY8026",
            "Shop.csproj(1,1): error RDY8027");

        // The build is put right as the messages and pages say, but for the audit; the lock is a matter of the restore alone.
        app.Write("readiness.json", Everything.Replace("\"audit\", ", "", StringComparison.Ordinal))
            .Write("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\n")
            .Write("Directory.Build.props", App.Properties("<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"))
            .Write("Directory.Build.targets", """
                <Project>
                  <ItemGroup>
                    <Content Update="appsettings.Development.json" CopyToPublishDirectory="Never" />
                    <Content Include="wwwroot/.hidden/robots.txt" CopyToPublishDirectory="PreserveNewest" />
                  </ItemGroup>
                </Project>
                """);
        (await app.RunAsync("restore")).Succeeds();
        (await Publish("--no-build")).FailsWith("Shop.csproj(1,1): error RDY8023");
        (await app.RunAsync("restore", "--locked-mode")).Succeeds();
        (await Publish("--no-build", "-p:ContainerRepository=shop", "-p:ContainerImageTag=1.4.2")).Succeeds();
        Assert.True(File.Exists(app.PathOf("bin/Release/net10.0/publish/wwwroot/.well-known/merchant")));
        Assert.True(File.Exists(app.PathOf("bin/Release/net10.0/publish/wwwroot/.hidden/robots.txt")));
        Assert.False(File.Exists(app.PathOf("bin/Release/net10.0/publish/appsettings.Development.json")));

        Task<DotNetRun> Publish(params string[] more) => DotNet.RunAsync(app.Folder, BuildServer, ["publish", "-c", "Release", "--no-restore", .. more]);
    }

    [Fact]
    public async Task ReadinessCheck_IsTheGateWithoutAPublish()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);

        var failed = (await app.RunAsync("msbuild", "-t:ReadinessCheck")).FailsWith(App.SecretInSource);
        Assert.StartsWith("Readiness: FAILED, 1 error,", failed.Verdict, StringComparison.Ordinal);
        (await app.RunAsync("msbuild", "-t:ReadinessCheck", "-p:ReadinessGate=off")).FailsWith(App.SecretInSource); // it was asked for
        var warned = (await app.RunAsync("msbuild", "-t:ReadinessCheck", "-p:ReadinessGate=warn")).Succeeds();
        Assert.Equal(["Program.cs(1,21): warning RDY1001"], warned.Findings);

        var passed = (await app.Write("Program.cs", App.WithoutStripe).RunAsync("msbuild", "-t:ReadinessCheck")).Succeeds();
        Assert.StartsWith("Readiness: passed, 0 deferred, 0 suppressed, Production, report ", passed.Verdict, StringComparison.Ordinal);
        Assert.True(File.Exists(passed.Verdict.Split("report ")[1]), passed.Verdict);
        Assert.False(app.WasPublished);

        // So is a build that was told to run it.
        var built = (await app.RunAsync("build", "-c", "Release", "--no-restore", "-p:ReadinessGateOnBuild=true")).Succeeds();
        Assert.StartsWith("Readiness: passed,", built.Verdict, StringComparison.Ordinal);
        Assert.Empty((await app.RunAsync("build", "-c", "Release", "--no-restore")).Succeeds().Verdict);
    }
}
