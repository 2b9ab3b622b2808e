namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The gate judges the published app and every project of which it is made.</summary>
public sealed class ProjectReferenceTests(PackedPackage package)
{
    [Fact]
    public async Task ReferencedProjects_AreJudgedWhereTheyStand()
    {
        // Shop -> Billing -> Keys, which has two frameworks; and Shop -> Unchecked, which uses Stripe.net without the package. Tool is only
        // built first.
        const string callsStripe = "public static class Calls { public static object Client(string key) => new Stripe.StripeClient(key); }";
        var folder = new App(package.NewFolder());
        var shop = new App(folder.PathOf("Shop"))
            .Write("Shop.csproj", App.Project(package.Version, more:
                """
                <ProjectReference Include="../Billing/Billing.csproj" />
                <ProjectReference Include="../Unchecked/Unchecked.csproj" />
                <ProjectReference Include="../Tool/Tool.csproj" ReferenceOutputAssembly="false" />
                """))
            .Write("Directory.Build.props", App.Properties("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>"))
            .Write("Program.cs", App.WithoutStripe);
        folder
            .Write("Billing/Billing.csproj", Library("""<ProjectReference Include="../Keys/Keys.csproj" />"""))
            .Write("Billing/Calls.cs", callsStripe)
            .Write("Keys/Keys.csproj", Library().Replace(
                "<TargetFramework>net10.0</TargetFramework>",
                "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>",
                StringComparison.Ordinal))
            .Write("Keys/Demo.cs", $"public static class Demo\n{{\n    public const string Key = \"{App.Secret}\";\n}}\n")
            .Write("Unchecked/Unchecked.csproj", App.Project(null, App.LibrarySdk))
            .Write("Unchecked/Calls.cs", callsStripe)
            .Write("Tool/Tool.csproj", Library())
            .Write("Tool/Demo.cs", $"public static class Demo {{ public const string Key = \"{App.Secret}\"; }}");
        string[] expected = ["../Keys/Demo.cs(3,32): error RDY1001", "../Unchecked/Unchecked.csproj(1,1): error RDY9005"];

        (await shop.RunAsync("publish", "-c", "Release")).FailsWith(expected);
        (await shop.PublishAsync("--no-build")).FailsWith(expected);

        // A library that keeps a reference to itself is asked for it, and one that keeps none is not.
        shop.Write("Directory.Build.props", App.Properties(""));
        folder.Write("Billing/Billing.csproj", Library("""<ProjectReference Include="../Keys/Keys.csproj" PrivateAssets="all" />"""));
        (await shop.RunAsync("publish", "-c", "Release")).FailsWith(expected);
        (await shop.PublishAsync("--no-build")).FailsWith(expected);
        folder.Write("Billing/Billing.csproj", Library("""<ProjectReference Include="../Keys/Keys.csproj" />"""));
        (await shop.RunAsync("restore")).Succeeds();
        (await shop.PublishAsync("--no-build")).FailsWith(expected);
        Assert.False(shop.WasPublished);

        // When the build has lost its list of references, the gate does not take that for an app without any.
        var lost = await shop.RunAsync("msbuild", "-t:_SplitProjectReferencesByFileExistence;ReadinessGate", "-p:Configuration=Release");
        Assert.Contains("error RDY9000: The projects that Shop.csproj references cannot be listed", lost.Output, StringComparison.Ordinal);
        lost = await shop.RunAsync("msbuild", "-t:_SplitProjectReferencesByFileExistence;ReadinessGate", "-p:Configuration=Release", "-p:ReadinessGate=warn");
        Assert.Contains("warning RDY9000: The projects that Shop.csproj references cannot be listed", lost.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AppsThatListTheirReferencesInTwoWays_ShareABuild()
    {
        // Shop and Desk -> Billing -> Keys. Shop's own list has Keys, Desk's has not.
        const string billing = """<ProjectReference Include="../Billing/Billing.csproj" />""";
        var folder = new App(package.NewFolder())
            .Write("Shop/Shop.csproj", App.Project(package.Version, more: billing))
            .Write("Shop/Program.cs", App.WithoutStripe)
            .Write("Desk/Desk.csproj", App.Project(package.Version, more: billing))
            .Write("Desk/Directory.Build.props", App.Properties("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>"))
            .Write("Desk/Program.cs", App.WithoutStripe)
            .Write("Billing/Billing.csproj", Library("""<ProjectReference Include="../Keys/Keys.csproj" />"""))
            .Write("Billing/Calls.cs", "public static class Calls { public static string Key => Demo.Key; }")
            .Write("Keys/Keys.csproj", Library())
            .Write("Keys/Demo.cs", $"public static class Demo {{ public const string Key = \"{App.Secret}\"; }}")
            .Write("All.proj", """<Project><Target Name="Publish"><MSBuild Projects="$(First);$(Second)" Targets="Publish" Properties="Configuration=Release" /></Target></Project>""");
        foreach (var app in (string[])["Shop", "Desk"])
            (await folder.RunAsync("restore", app)).Succeeds();

        foreach (var (first, second) in ((string, string)[])[("Shop", "Desk"), ("Desk", "Shop")])
        {
            var both = await folder.RunAsync("msbuild", "All.proj", "-m:1", "-t:Publish", $"-p:First={first}/{first}.csproj", $"-p:Second={second}/{second}.csproj");
            both.FailsWith("Keys/Demo.cs(1,55): error RDY1001");
            Assert.Equal(2, both.Verdicts.Count);
            Assert.All(both.Verdicts, verdict => Assert.StartsWith("Readiness: FAILED, 1 error, ", verdict, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task LibraryWhoseGateIsOff_IsNoCheckedOne()
    {
        const string off = "error RDY9002: ReadinessGate is off in Billing.csproj, so the compiler writes no log of it";
        var folder = new App(package.NewFolder())
            .Write("Shop/Shop.csproj", App.Project(package.Version, more: """<ProjectReference Include="../Billing/Billing.csproj" />"""))
            .Write("Shop/Program.cs", App.WithoutStripe)
            .Write("Billing/Billing.csproj", Library())
            .Write("Billing/Calls.cs", "public static class Calls { public static object Client(string key) => new Stripe.StripeClient(key); }");

        // The log of a build before that is no help.
        (await folder.RunAsync("publish", "Shop", "-c", "Release")).Succeeds();
        folder.Write("Billing/Directory.Build.props", App.Properties("<ReadinessGate>off</ReadinessGate>"));
        var failed = (await folder.PublishAsync("Shop")).FailsWith("Billing/Billing.csproj(1,1): error RDY9002");
        Assert.Contains(off, failed.Output, StringComparison.Ordinal);
        File.Delete(folder.PathOf("Billing/Directory.Build.props"));
        (await folder.PublishAsync("Shop")).Succeeds();

        // A switch of the app alone is not one of what it is made of.
        string[] debug = ["build", "Shop", "-c", "Debug", "--no-restore", "-p:ReadinessGateOnBuild=true"];
        folder.Write("Shop/Directory.Build.props", App.Properties("<ReadinessGate>error</ReadinessGate>"));
        Assert.Contains(off, (await folder.RunAsync(debug)).FailsWith("Billing/Billing.csproj(1,1): error RDY9002").Output, StringComparison.Ordinal);
        File.Move(folder.PathOf("Shop/Directory.Build.props"), folder.PathOf("Directory.Build.props"));
        (await folder.RunAsync(debug)).Succeeds();
    }

    private string Library(string items = "") => App.Project(package.Version, App.LibrarySdk, items);
}
