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
    public async Task Container_IsMadeOfAnAppThatIsReady()
    {
        using var registry = new ContainerRegistry();
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource).Write("Directory.Build.props", App.Properties(
            $"<ContainerBaseImage>{registry.BaseImage}</ContainerBaseImage><ContainerArchiveOutputPath>$(MSBuildThisFileDirectory)image.tar.gz</ContainerArchiveOutputPath>"));

        (await app.PublishAsync("-t:PublishContainer")).FailsWith(App.SecretInSource);
        Assert.Equal(0, registry.Requests);

        // Nor is one made of a publish folder from before.
        (await app.PublishAsync("--no-build", "-p:ReadinessGate=off")).Succeeds();
        (await app.RunAsync("msbuild", "-t:PublishContainer", "-p:Configuration=Release")).FailsWith(App.SecretInSource);
        Assert.Equal(0, registry.Requests);

        var published = (await app.Write("Program.cs", App.WithoutStripe).PublishAsync("-t:PublishContainer")).Succeeds();
        Assert.StartsWith("Readiness: passed, ", Assert.Single(published.Verdicts), StringComparison.Ordinal);
        Assert.True(File.Exists(app.PathOf("image.tar.gz")));
    }

    [Fact]
    public async Task EveryRuntime_IsJudged_AndNoImageMadeOfAny()
    {
        // What would come from the feed for another machine's app to start with is left out: it is not what is tried here.
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource).Write("Directory.Build.props", App.Properties(
            "<RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers><ContainerRegistry>registry.invalid</ContainerRegistry><UseAppHost>false</UseAppHost>"
                + "<EnableRuntimePackDownload>false</EnableRuntimePackDownload><EnableAppHostPackDownload>false</EnableAppHostPackDownload>"));
        (await app.RunAsync("restore")).Succeeds();

        foreach (var runtime in (string[])["linux-x64", "linux-arm64"])
            (await app.PublishAsync("-r", runtime)).FailsWith(App.SecretInSource);
        (await app.PublishAsync("-t:PublishContainer")).FailsWith(App.SecretInSource);
    }

    [Fact]
    public async Task VisualStudio_PublishesAsItBuilds()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource).Write(
            "Properties/PublishProfiles/FolderProfile.pubxml",
            App.Properties("<PublishProtocol>FileSystem</PublishProtocol><PublishUrl>out</PublishUrl><DeleteExistingFiles>true</DeleteExistingFiles>"));
        string[] deploy = ["msbuild", "-p:Configuration=Release;DeployOnBuild=true;PublishProfile=FolderProfile"];

        (await app.RunAsync(deploy)).FailsWith(App.SecretInSource);
        Assert.False(Directory.Exists(app.PathOf("out")));

        var published = (await app.Write("Program.cs", App.WithoutStripe).RunAsync(deploy)).Succeeds();
        Assert.StartsWith("Readiness: passed, ", Assert.Single(published.Verdicts), StringComparison.Ordinal);
        Assert.True(File.Exists(app.PathOf("out/Shop.dll")));
    }

    [Fact]
    public async Task ArtifactsLayout_KeepsLogAndReportWithTheRest()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource)
            .Write("Directory.Build.props", App.Properties("<ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>"));

        (await app.RunAsync("publish", "-c", "Release")).FailsWith(App.SecretInSource);
        (await app.PublishAsync("--no-build")).FailsWith(App.SecretInSource);
        Assert.False(Directory.Exists(app.PathOf("artifacts/publish")));
        Assert.All((string[])["readiness.sarif", "readiness.html"], file => Assert.True(File.Exists(app.PathOf($"artifacts/obj/Shop/release/{file}")), file));
        Assert.False(Directory.Exists(app.PathOf("obj/Release")));
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
        (await app.PublishAsync("--no-build", "-p:OutputType=WinExe")).FailsWith(App.SecretInSource);

        var library = package.NewApp()
            .Write("Shop.csproj", App.Project(package.Version, App.LibrarySdk))
            .Write("Demo.cs", $"public static class Demo {{ public const string Key = \"{App.Secret}\"; }}");
        var published = (await library.PublishAsync()).Succeeds();
        Assert.Equal(["Demo.cs(1,55): warning RDY1001"], published.Findings);
        Assert.Empty(published.Verdict);

        // Who asks is told.
        var check = (await library.RunAsync("msbuild", "-t:ReadinessCheck")).Succeeds();
        Assert.Equal(["Readiness: not checked, Shop is no app in C# that is published (OutputType Library)"], check.Verdicts);
    }
}
