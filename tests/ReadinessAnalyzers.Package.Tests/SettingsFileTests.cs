namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Secrets in settings files: which files the compiler is handed, where their findings stand, and every way to ignore one.</summary>
public sealed class SettingsFileTests(PackedPackage package)
{
    private const string Found = "appsettings.Development.json(2,17)";

    private static readonly string Settings = $"{{\n  \"SecretKey\": \"{StripeKeys.Make("sk_test_")}\"\n}}\n";

    private App NewApp() => package.NewApp().Write("Program.cs", App.WithoutStripe).Write("appsettings.Development.json", Settings);

    [Fact]
    public async Task SecretInSettings_IsAWarningOfTheBuildAndFailsThePublish_UntilItIsGone()
    {
        var app = NewApp();

        var build = (await BuildAsync(app)).Succeeds();
        Assert.Equal([$"{Found}: warning RDY1003"], build.Findings);
        (await app.PublishAsync("--no-build")).FailsWith($"{Found}: error RDY1003");
        Assert.False(app.WasPublished);

        // The file is an input of the compiler, so an edit of it alone is seen.
        (await app.Write("appsettings.Development.json", "{ }").PublishAsync()).Succeeds();
    }

    [Fact]
    public async Task SecretThatShips_IsOneFinding_InSettingsAndInWwwroot()
    {
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe)
            .Write("appsettings.json", $"{{\n  \"SecretKey\": \"{App.Secret}\"\n}}\n")
            .Write("wwwroot/site.js", $"const key = '{App.Secret}';\n");

        (await app.PublishAsync()).FailsWith("appsettings.json(2,16): error RDY8006", "wwwroot/site.js(1,14): error RDY8006");
    }

    [Fact]
    public async Task SecretInABundle_ThatIsMadeDuringThePublish_IsFoundBeforeAnythingIsCopied()
    {
        // As the templates of single-page apps have it.
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe)
            .Write("ClientApp/build/static/main.js", $"const key = '{App.Secret}';\n")
            .Write("Directory.Build.targets",
                """
                <Project>
                  <Target Name="PublishRunWebpack" AfterTargets="ComputeFilesToPublish">
                    <ItemGroup>
                      <DistFiles Include="ClientApp/build/**" />
                      <ResolvedFileToPublish Include="@(DistFiles->'%(FullPath)')" Exclude="@(ResolvedFileToPublish)" RelativePath="wwwroot/%(RecursiveDir)%(FileName)%(Extension)" CopyToPublishDirectory="PreserveNewest" />
                    </ItemGroup>
                  </Target>
                </Project>
                """);

        (await app.PublishAsync()).FailsWith("ClientApp/build/static/main.js(1,14): error RDY8006");
        Assert.Empty(Directory.EnumerateFileSystemEntries(app.PathOf("bin/Release/net10.0/publish")));

        (await app.PublishAsync("--no-build", "-p:ReadinessGate=warn")).Succeeds();
        Assert.True(File.Exists(app.PathOf("bin/Release/net10.0/publish/wwwroot/static/main.js")));
        Assert.Empty((await app.PublishAsync("--no-build", "-p:ReadinessGate=off")).Succeeds().Findings);
    }

    [Theory]
    [InlineData(".editorconfig", "[appsettings.Development.json]\nreadiness.RDY1003.ignore = true\n")]
    [InlineData(".editorconfig", "[*]\nreadiness.RDY1003.ignore = SecretKey\n")]
    [InlineData(".editorconfig", "root = true\n[*.json]\nreadiness.rdy1003.ignore = Other, secretkey\n")]
    [InlineData(".globalconfig", "is_global = true\nreadiness.RDY1003.ignore = SecretKey\n")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><ReadinessRDY1003Ignore>Other,SecretKey</ReadinessRDY1003Ignore></PropertyGroup></Project>")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><ReadinessCheckAppSettings>false</ReadinessCheckAppSettings></PropertyGroup></Project>")]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.RDY1003.severity = none\n")]
    public async Task IgnoredSecret_IsSilent(string file, string text) =>
        Assert.Empty((await BuildAsync(NewApp().Write(file, text))).Succeeds().Findings);

    [Theory]
    [InlineData("[Program.cs]\nreadiness.RDY1003.ignore = true\n")]
    [InlineData("[*]\nreadiness.RDY1003.ignore = Other\n")]
    [InlineData("[*]\ndotnet_diagnostic.RDY1003.severity = none\n")] // the compiler applies severities to source files alone
    public async Task SecretThatIsNotMeant_IsReported(string editorConfig) =>
        Assert.Equal([$"{Found}: warning RDY1003"], (await BuildAsync(NewApp().Write(".editorconfig", editorConfig))).Succeeds().Findings);

    [Fact]
    public async Task Switches_ChooseTheFiles_AndNoFileIsTakenTwice()
    {
        var app = NewApp();
        string[] files =
        [
            "Properties/launchSettings.json", "local.settings.json", "Web.config", "web.Release.config", ".env", "docker-compose.override.yml",
            "shop.ini", "wwwroot/appsettings.json",
        ];
        foreach (var file in (string[])[.. files, "other.json", "bin/appsettings.json", "obj/appsettings.json", "Deploy/appsettings.json"])
            app.Write(file, Settings.Replace('\n', ' '));
        app.Write("Directory.Build.props", """<Project><ItemGroup><AdditionalFiles Include="appsettings.Development.json" /></ItemGroup></Project>""");

        string[] byDefault = ["appsettings.Development.json", "wwwroot/appsettings.json"];
        string[] all = [.. files.Append("appsettings.Development.json").Order(StringComparer.Ordinal)];
        string[] listed = ["appsettings.Development.json"];
        string[] switches = ["LaunchSettings", "LocalSettings", "ConfigFiles", "EnvFiles", "ComposeFiles", "KeyValueFiles"];
        Assert.Equal(byDefault, await AdditionalFilesAsync(app, "ReadinessCheckAppSettings=true"));
        Assert.Equal(all, await AdditionalFilesAsync(app, string.Join(';', switches.Select(name => $"ReadinessCheck{name}=true"))));
        Assert.Equal(listed, await AdditionalFilesAsync(app, "ReadinessCheckAppSettings=false"));
    }

    [Fact]
    public async Task OwnPatterns_AreTakenFromTheProject_AndMisreadOnesReported()
    {
        var app = package.NewApp()
            .Write("Program.cs", $"{App.WithoutStripe}\n// acme_live_{StripeKeys.Make("")}\n")
            .Write("Directory.Build.props", App.Properties("<ReadinessRDY1004Patterns>Acme key:acme_live_:24,oops</ReadinessRDY1004Patterns>"));

        var build = (await BuildAsync(app)).Succeeds();
        Assert.Equal(["Program.cs(4,4): warning RDY1004"], build.Findings);
        Assert.Contains("warning RDY1004: Entry 2 of 'readiness.RDY1004.patterns' is not written as name:prefix:minLength", build.Output, StringComparison.Ordinal);
    }

    private static Task<DotNetRun> BuildAsync(App app) => app.RunAsync("build", "-c", "Release", "--no-restore");

    /// <summary>What the compiler is handed, files of the project only.</summary>
    private static async Task<string[]> AdditionalFilesAsync(App app, string properties)
    {
        var listed = (await app.RunAsync("msbuild", "-getItem:AdditionalFiles", $"-p:{properties}")).Succeeds();
        using var items = System.Text.Json.JsonDocument.Parse(listed.Output);
        return [.. items.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }
}
