using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>docs/getting-started.md, typed from top to bottom: its commands are run, its files written, and what it shows must be what comes out.</summary>
public sealed partial class GettingStartedTests(PackedPackage package)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(PackedPackage.Repository, "docs/getting-started.md"));

    [Fact]
    public async Task EveryStepUpToTheFirstPublish_DoesWhatThePageShows()
    {
        var app = new App(Path.Combine(package.NewFolder(), "Shop")).Write("Shop.csproj", App.Project(version: null));
        foreach (Match block in Block().Matches(Page.Split("\n## In CI")[0]))
        {
            var (kind, file, text) = (block.Groups["kind"].Value, block.Groups["file"].Value, block.Groups["text"].Value);
            if (kind == "diff")
                Edit(app, file, text);
            else if (kind.Length == 0)
                await TypeAsync(app, text);
            else if (File.Exists(app.PathOf(file)))
                AssertShown(text, File.ReadAllText(app.PathOf(file)));
            else
                app.Write(file, Filled(text));
        }
        Assert.True(app.WasPublished);
    }

    [Fact]
    public async Task CentralPackageManagement_GivesThePackageToTheApp()
    {
        var folder = package.NewFolder();
        var packages = Block().Matches(Page).Single(block => block.Groups["file"].Value == "Directory.Packages.props").Groups["text"].Value;
        var app = new App(Path.Combine(folder, "src", "Läden & Shop"))
            .Write("Läden & Shop.csproj", App.Project(version: null))
            .Write("../../Directory.Packages.props", VersionOfPackage().Replace(packages, package.Version))
            .Write("Program.cs", App.WellBuilt);

        (await app.RunAsync("publish", "-c", "Release")).FailsWith("Läden & Shop.csproj(1,1): error RDY8001");
        (await app.RunAsync("msbuild", "-t:ReadinessInit")).Succeeds();
        Assert.StartsWith("Readiness: passed, 2 deferred ", (await app.PublishAsync()).Succeeds().Verdict, StringComparison.Ordinal);
    }

    /// <summary>Lines that begin with <c>dotnet</c> are typed; the others must be among what the last of them printed.</summary>
    private async Task TypeAsync(App app, string text)
    {
        var output = "";
        foreach (var entry in Entry().Split(text.Trim()))
        {
            if (!entry.StartsWith("dotnet ", StringComparison.Ordinal))
            {
                AssertShown(entry, output);
                continue;
            }

            var version = entry.StartsWith("dotnet add package", StringComparison.Ordinal) ? new[] { "--version", package.Version } : [];
            var run = await app.RunAsync([.. entry.Split(' ').Skip(1), .. version]);
            output = run.Output.Replace(app.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            Assert.True(run.ExitCode == 0 == !text.Contains("FAILED", StringComparison.Ordinal), output);
        }
    }

    private static void Edit(App app, string file, string text)
    {
        var code = File.ReadAllText(app.PathOf(file));
        foreach (Match change in Change().Matches(text))
        {
            var old = Filled(change.Groups["old"].Value);
            Assert.Contains(old, code, StringComparison.Ordinal);
            code = code.Replace(old, Line().Replace(change.Groups["new"].Value, ""), StringComparison.Ordinal);
        }
        app.Write(file, code);
    }

    // The page shows no key, so that no scanner stops a push.
    private static string Filled(string text) => text
        .Replace("sk_test_…", TestKey, StringComparison.Ordinal)
        .Replace("price_…", "price_1BasicMonthly", StringComparison.Ordinal);

    private static readonly string TestKey = StripeKeys.Make("sk_test_");

    /// <summary>What is shown is what is there, but for line breaks, indents, and what is left out behind an ellipsis.</summary>
    private static void AssertShown(string shown, string actual)
    {
        var (text, at) = (Blanks().Replace(actual, " "), 0);
        foreach (var piece in Blanks().Replace(shown, " ").Split('…').Select(piece => piece.Trim()))
        {
            var found = text.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"The page shows:\n{shown}\n'{piece}' is not in:\n{actual}");
            at = found + piece.Length;
        }
    }

    [GeneratedRegex(@"^```(?<kind>\w*) ?(?<file>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"\n(?! )")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^-(?<old>[^\n]*)\n(?<new>(\+[^\n]*\n)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Change();

    [GeneratedRegex(@"^\+|\n\z", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=""ReadinessAnalyzers"" Version="")[^""]+")]
    private static partial Regex VersionOfPackage();
}
