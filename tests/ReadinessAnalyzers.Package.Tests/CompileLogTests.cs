namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The compile log that the gate judges: its own, one that is gone, and one that the project asks for itself.</summary>
public sealed class CompileLogTests(PackedPackage package)
{
    private const string OwnLog = "obj/Release/net10.0/readiness.sarif";

    [Fact]
    public async Task LogThatIsGone_FailsThePublishUntilTheCompilerRan_AndIsCleaned()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);
        (await app.PublishAsync()).FailsWith(App.SecretInSource);

        File.Delete(app.PathOf(OwnLog));
        (await app.PublishAsync("--no-build")).FailsWith("Shop.csproj(1,1): error RDY9002");
        (await app.PublishAsync()).FailsWith(App.SecretInSource);

        Assert.True(File.Exists(app.PathOf(OwnLog)));
        (await app.RunAsync("clean", "-c", "Release")).Succeeds();
        Assert.False(File.Exists(app.PathOf(OwnLog)));
    }

    [Theory]
    [InlineData(",version=2.1")]
    [InlineData(";version=2.1")]
    public async Task LogOfTheProject_IsUsed(string version)
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);
        app.Write("Directory.Build.targets", App.Properties($"<ErrorLog>build.sarif{version}</ErrorLog>"));

        (await app.PublishAsync()).FailsWith(App.SecretInSource);
        Assert.True(File.Exists(app.PathOf("build.sarif")));
        Assert.False(File.Exists(app.PathOf(OwnLog)));
    }

    [Fact]
    public async Task LogOfTheProject_InAnotherVersion_IsRefusedWithTheRemedy()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);

        var failed = (await app.PublishAsync("-p:ErrorLog=build.sarif")).FailsWith("Shop.csproj(1,1): error RDY9003");
        Assert.Contains("'-p:ErrorLog=build.sarif%2Cversion=2.1'", failed.TextOf("RDY9003"), StringComparison.Ordinal);

        app.Write("Program.cs", App.WithSecretInSource); // newer than the assembly, so it is compiled again
        (await app.PublishAsync("-p:ErrorLog=build.sarif%2Cversion=2.1")).FailsWith(App.SecretInSource);
    }
}
