namespace ReadinessAnalyzers.Package.Tests;

/// <summary>What users can switch, and what they cannot switch off unseen.</summary>
public sealed class SwitchTests(PackedPackage package)
{
    private const string Project = "Shop.csproj(1,1)";

    [Fact]
    public async Task GateThatIsOff_SaysSoOnce_AndOneThatWarnsPublishes()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);

        var off = (await app.PublishAsync("-p:ReadinessGate=off")).Succeeds();
        Assert.Equal("Readiness: off (ReadinessGate=off), Shop is published unchecked", off.Verdict);
        Assert.True(app.WasPublished);
        Assert.False(File.Exists(app.PathOf("obj/Release/net10.0/readiness.sarif")));

        // The log that the gate needs now was not written when it was off, so the compiler runs again.
        var warn = (await app.PublishAsync("-p:ReadinessGate=warn")).Succeeds();
        Assert.Equal(["Program.cs(1,21): warning RDY1001"], warn.Findings);
        Assert.StartsWith("Readiness: FAILED, published all the same (ReadinessGate=warn),", warn.Verdict, StringComparison.Ordinal);

        // A promoted warning is an error of the build, whatever the gate is set to.
        Assert.NotEqual(0, (await app.PublishAsync("--no-build", "-p:ReadinessGate=warn", "-warnaserror")).ExitCode);
    }

    [Fact]
    public async Task VariableOfTheMachine_ThatNamesTheEnvironment_IsTold()
    {
        var machine = new Dictionary<string, string> { ["EnvironmentName"] = "QA" };
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe)
            .Write("Properties/PublishProfiles/Trial.pubxml", App.Properties("<EnvironmentName>QA</EnvironmentName>"));
        async Task<DotNetRun> PublishAsync(params string[] more) =>
            (await DotNet.RunAsync(app.Folder, machine, ["publish", "-c", "Release", "--no-restore", .. more])).Succeeds();

        // The SDK takes it for the property, too.
        var published = await PublishAsync();
        Assert.Equal([$"{Project}: warning RDY9012"], published.Findings);
        Assert.Contains(", QA, report ", published.Verdict, StringComparison.Ordinal);
        Assert.Contains("value=\"QA\"", File.ReadAllText(app.PathOf("bin/Release/net10.0/publish/web.config")), StringComparison.Ordinal);

        foreach (var settled in (string[])["-p:EnvironmentName=QA", "-p:ReadinessEnvironment=QA", "-p:PublishProfile=Trial"])
            Assert.Empty((await PublishAsync("--no-build", settled)).Findings);
        app.Write("Directory.Build.props", App.Properties("<EnvironmentName>Europe</EnvironmentName>"));
        published = await PublishAsync("--no-build");
        Assert.Empty(published.Findings);
        Assert.Contains(", Europe, report ", published.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningsAsErrors_OnTheCommandLine_LeaveNoPublishFolder()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);

        (await app.PublishAsync("-warnaserror")).FailsWith(App.SecretInSource);
        Assert.False(app.WasPublished);
        (await app.PublishAsync()).FailsWith(App.SecretInSource);
    }

    [Fact]
    public async Task AnalyzersSwitchedOff_FailThePublish()
    {
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe);

        var failed = (await app.PublishAsync("-p:RunAnalyzers=false")).FailsWith($"{Project}: error RDY9001");
        Assert.Contains("RunAnalyzers=false", failed.TextOf("RDY9001"), StringComparison.Ordinal);
        (await app.PublishAsync("--no-build")).FailsWith($"{Project}: error RDY9001");
        (await app.PublishAsync()).Succeeds();
    }

    [Fact]
    public async Task RuleSwitchedOffInEditorConfig_FailsThePublish()
    {
        var app = package.NewApp()
            .Write("Program.cs", App.WithSecretInSource)
            .Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.RDY1001.severity = none\n");

        var failed = (await app.PublishAsync()).FailsWith($"{Project}: error RDY9006");
        Assert.Contains("RDY1001", failed.TextOf("RDY9006"), StringComparison.Ordinal);
        (await app.Write("Program.cs", App.WithoutStripe).Write(".editorconfig", "").PublishAsync()).Succeeds();
    }
}
