namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The publish of a whole solution: the gate runs once for each app, and for nothing else.</summary>
public sealed class SolutionTests(PackedPackage package)
{
    [Fact]
    public async Task EveryApp_IsJudgedOnce_WhicheverWayTheSolutionIsPublished()
    {
        // Shop and Desk are made of Billing.
        const string billing = """<ProjectReference Include="../Billing/Billing.csproj" />""";
        var solution = new App(package.NewFolder())
            .Write("Shop.slnx", """<Solution><Project Path="Shop/Shop.csproj" /><Project Path="Desk/Desk.csproj" /><Project Path="Billing/Billing.csproj" /><Project Path="Tests/Tests.csproj" /></Solution>""")
            .Write("Shop/Shop.csproj", App.Project(package.Version, more: billing))
            .Write("Shop/Program.cs", App.WithSecretInSource)
            .Write("Desk/Desk.csproj", App.Project(package.Version, more: billing))
            .Write("Desk/Program.cs", App.WithoutStripe)
            .Write("Billing/Billing.csproj", App.Project(package.Version, App.LibrarySdk))
            .Write("Billing/Demo.cs", $"public static class Demo {{ public const string Key = \"{App.Secret}\"; }}")
            .Write("Tests/Tests.csproj", App.Project(package.Version, App.LibrarySdk).Replace("<Nullable>", "<OutputType>Exe</OutputType><IsTestProject>true</IsTestProject><Nullable>", StringComparison.Ordinal))
            .Write("Tests/Program.cs", $"const string key = \"{App.Secret}\";\nConsole.WriteLine(key.Length);\n");
        const string inBilling = "Billing/Demo.cs(1,55): error RDY1001";
        const string inShop = "Shop/Program.cs(1,21): error RDY1001";

        Both(await solution.RunAsync("publish", "-c", "Release"));
        Both(await solution.PublishAsync("--no-build", "-m"));
        Both(await solution.PublishAsync("--no-build", "-graph"));

        solution.Write("Billing/Demo.cs", "public static class Demo { }");
        var half = await solution.PublishAsync();
        Assert.NotEqual(0, half.ExitCode);
        Assert.Equal([inShop], half.Errors);
        Assert.Single(half.Verdicts, verdict => verdict.StartsWith("Readiness: passed, ", StringComparison.Ordinal));
        Assert.True(Directory.Exists(solution.PathOf("Desk/bin/Release/net10.0/publish")));
        Assert.False(Directory.Exists(solution.PathOf("Shop/bin/Release/net10.0/publish")));

        void Both(DotNetRun failed)
        {
            Assert.NotEqual(0, failed.ExitCode);
            Assert.Equal([inBilling, inShop], failed.Errors.Order(StringComparer.Ordinal));
            Assert.Equal(2, failed.Verdicts.Count(verdict => verdict.StartsWith("Readiness: FAILED, ", StringComparison.Ordinal)));
            Assert.Equal(2, failed.Verdicts.Count);
            Assert.False(Directory.Exists(solution.PathOf("Desk/bin/Release/net10.0/publish")));
        }
    }
}
