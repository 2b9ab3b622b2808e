namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Every way to publish reaches the gate, and what is no publish of an app for production does not.</summary>
public sealed class WhereTheGateRunsTests(PackedPackage package)
{
    [Fact]
    public async Task PublishWithoutBuild_FailsOnWhatWasOnlyAWarningWhenItWasBuilt()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);
        Assert.Empty((await app.RunAsync("build", "-c", "Release", "--no-restore")).Succeeds().Verdict);

        (await app.PublishAsync("--no-build")).FailsWith(App.SecretInSource);
        Assert.False(app.WasPublished);

        // Other ways into a publish.
        (await app.RunAsync("msbuild", "-t:Publish", "-p:Configuration=Release;NoBuild=true")).FailsWith(App.SecretInSource);
        (await app.RunAsync("build", "-c", "Release", "--no-restore", "-p:ReadinessGateOnBuild=true")).FailsWith(App.SecretInSource);
        Assert.False(app.WasPublished);
    }

    [Fact]
    public async Task Container_IsNotMade()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);

        // No registry answers here, so any other error than the gate's would mean that it came too late.
        (await app.PublishAsync("-t:PublishContainer", "-p:ContainerRegistry=registry.invalid")).FailsWith(App.SecretInSource);

        // A publish folder from before is not pushed either.
        (await app.PublishAsync("--no-build", "-p:ReadinessGate=off")).Succeeds();
        (await app.RunAsync("msbuild", "-t:PublishContainer", "-p:Configuration=Release;ContainerRegistry=registry.invalid"))
            .FailsWith(App.SecretInSource);
    }

    [Fact]
    public async Task DebugPublish_IsSilentAndHasNoCompileLog()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);

        var debug = (await app.RunAsync("publish", "-c", "Debug", "--no-restore")).Succeeds();
        Assert.Empty(debug.Verdict);
        Assert.True(File.Exists(app.PathOf("obj/Debug/net10.0/Shop.dll")));
        Assert.False(File.Exists(app.PathOf("obj/Debug/net10.0/readiness.sarif")));
        Assert.Empty((await app.RunAsync("publish", "-c", "Debug", "--no-build", "-p:ReadinessGate=off")).Succeeds().Verdict);
    }

    [Fact]
    public async Task DesignTimeBuild_HasNoCompileLog()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);
        async Task<string> CompilerArguments(string designTime)
        {
            var properties = $"-p:Configuration=Release;ProvideCommandLineArgs=true;SkipCompilerExecution=true;DesignTimeBuild={designTime}";
            return (await app.RunAsync("msbuild", "-t:Compile", "-getItem:CscCommandLineArgs", properties)).Succeeds().Output;
        }

        Assert.DoesNotContain("/errorlog:", await CompilerArguments("true"), StringComparison.Ordinal);
        Assert.Contains("obj/Release/net10.0/readiness.sarif,version=2.1", await CompilerArguments("false"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibraryToolAndTests_AreSilent()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);
        (await app.RunAsync("build", "-c", "Release", "--no-restore")).Succeeds();
        foreach (var kind in (string[])["IsTestProject", "IsTestingPlatformApplication", "PackAsTool"])
            Assert.Empty((await app.PublishAsync("--no-build", $"-p:{kind}=true")).Succeeds().Verdict);

        var library = package.NewApp()
            .Write("Shop.csproj", App.Project(package.Version, App.LibrarySdk))
            .Write("Demo.cs", $"public static class Demo {{ public const string Key = \"{App.Secret}\"; }}");
        var published = (await library.PublishAsync()).Succeeds();
        Assert.Equal(["Demo.cs(1,55): warning RDY1001"], published.Findings);
        Assert.Empty(published.Verdict);
    }
}
