using System.Diagnostics;
using System.Globalization;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Sign-offs in a real build: the target that writes them, the editor's warning, the day that a publish goes by, and what is not published.</summary>
public sealed class SignOffTests(PackedPackage package)
{
    private const string Record = "readiness/signoffs/OPS-03.json";

    private App NewApp() => package.NewApp().Write("Program.cs", App.WithoutStripe).Write("readiness.json", """{ "profile": "reference" }""");

    [Fact]
    public async Task SignOff_IsWrittenByTheTargetAndNotPublished()
    {
        var app = NewApp().Write("readiness/evidence/alerts.json", "{}");
        var refused = await app.RunAsync("msbuild", "-t:ReadinessSignOff", "-p:Id=OPS-33", "-p:By=Ana");
        Assert.Equal("There is no requirement 'OPS-33'; did you mean 'OPS-03'?", refused.TextOf("RDY9021"));

        // What the machine calls so is not meant, unless the command line says the same.
        var machine = new Dictionary<string, string> { ["ROLE"] = "worker", ["Release"] = "prod", ["RESULT"] = "ok", ["expires"] = "never", ["BY"] = "Ana" };
        var signed = (await DotNet.RunAsync(app.Folder, machine, "msbuild", "-t:ReadinessSignOff", "-p:Id=OPS-03", "-p:By=Ana", "-p:Evidence=readiness/evidence/alerts.json https://example.com/1")).Succeeds();
        Assert.StartsWith($"Readiness: wrote {app.PathOf(Record)}, passed, holds until ", signed.Verdict, StringComparison.Ordinal);
        var record = File.ReadAllText(app.PathOf(Record));
        Assert.Contains($"\"on\": \"{DateTime.UtcNow.ToString("yyyy-MM-", CultureInfo.InvariantCulture)}", record, StringComparison.Ordinal);
        Assert.Contains("{ \"file\": \"readiness/evidence/alerts.json\", \"sha256\": \"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\" }", record, StringComparison.Ordinal);
        Assert.Contains("{ \"link\": \"https://example.com/1\" }", record, StringComparison.Ordinal);

        var published = await app.PublishAsync("-p:ReadinessGate=warn");
        Assert.Contains("warning RDY9020", published.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(published.Findings, finding => finding.StartsWith("readiness/", StringComparison.Ordinal));
        Assert.False(Directory.Exists(app.PathOf("bin/Release/net10.0/publish/readiness")));
        Assert.False(Directory.Exists(app.PathOf("bin/Release/net10.0/readiness")));
    }

    [Fact]
    public async Task BrokenSignOff_IsAWarningOfTheBuildAndAnErrorOfThePublish_WhereThereIsAProfile()
    {
        var app = NewApp().Write(Record, "{\n  \"id\": \"OPS-08\",\n  \"result\": \"passed\", \"by\": \"Ana\", \"on\": \"2026-06-01\"\n}\n");
        var build = (await app.RunAsync("build", "-c", "Release", "--no-restore")).Succeeds();
        Assert.Equal([$"{Record}(2,9): warning RDY9021"], build.Findings);

        var publish = await app.PublishAsync("--no-build");
        Assert.Single(publish.Errors, error => error == $"{Record}(2,9): error RDY9021");
        (await app.Write("readiness.json", "{}").PublishAsync("--no-build")).Succeeds();
    }

    // On record in January of 2018, it holds for 90 days.
    [Fact]
    public async Task DayOfThePublish_IsGivenOrTheCommitsOrTheClocks()
    {
        var app = NewApp().Write(Record, """{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2018-01-10" }""");
        Assert.True(await IsExpiredAsync(app), "by the clock");
        Assert.False(await IsExpiredAsync(app, "-p:ReadinessToday=2018-02-01"), "as given");
        Assert.True(await IsExpiredAsync(app, "-p:ReadinessToday=2018-06-01"), "as given");
        Assert.False(await IsExpiredAsync(app, "-p:SOURCE_DATE_EPOCH=1517600000"), "as reproducible builds say");
        Assert.True(await IsExpiredAsync(app, "-p:SOURCE_DATE_EPOCH=315532800"), "by the clock: reproducible builds say a day on which nothing was published");

        if (!Git(app, "init", "-q"))
            return; // no git here
        Assert.True(await IsExpiredAsync(app), "there is no commit yet");
        Assert.True(Git(app, "add", "readiness.json"));
        Assert.True(Git(app, "-c", "user.name=Ana", "-c", "user.email=ana@example.com", "commit", "-q", "-m", "First"));
        Assert.False(await IsExpiredAsync(app), "by the commit");
        Assert.True(await IsExpiredAsync(app, "-p:ReadinessToday=2018-06-01"), "as given");
        app.Write(".git/HEAD", "ref: refs/heads/it's \"gone\"\n");
        Assert.True(await IsExpiredAsync(app), "by the clock");
    }

    [Fact]
    public async Task OnlySignOffsAreInputsOfTheCompiler()
    {
        var app = NewApp().Write(Record, "{}").Write("readiness/releases.json", "{}").Write("readiness/signoffs/old/OPS-03.json", "{}").Write("ops/readiness/signoffs/OPS-08.json", "{}");
        Assert.Equal([Record], await AdditionalFilesAsync(app));
        Assert.Empty(await AdditionalFilesAsync(app, "-p:OutputType=Library"));
        Assert.Empty(await AdditionalFilesAsync(app, "-p:IsTestProject=true"));
        Assert.Empty(await AdditionalFilesAsync(app, "-p:ReadinessPolicy=ops/readiness.json"));
        app.Write("ops/readiness.json", "{}").Write("ready.json", "{}");
        Assert.Equal(["ops/readiness/signoffs/OPS-08.json"], await AdditionalFilesAsync(app, "-p:ReadinessPolicy=ops/readiness.json"));
        Assert.Equal([Record], await AdditionalFilesAsync(app, "-p:ReadinessPolicy=ready.json"));
    }

    [Fact]
    public async Task FolderOfAnAppWithoutAPolicy_IsPublishedAsBefore()
    {
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe).Write("readiness/probes.json", "{}").Write("readiness/tests/probes.json", "{}");
        (await app.PublishAsync()).Succeeds();
        Assert.Equal(["probes.json", "tests/probes.json"], PublishedFiles(app));

        (await app.Write("readiness.json", "{}").PublishAsync("-o", "again")).Succeeds();
        Assert.Equal(["probes.json"], PublishedFiles(app, "again"));
    }

    private static string[] PublishedFiles(App app, string folder = "bin/Release/net10.0/publish")
    {
        var published = app.PathOf($"{folder}/readiness");
        return [.. Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(published, file).Replace('\\', '/')).Order()];
    }

    private static async Task<string[]> AdditionalFilesAsync(App app, params string[] more)
    {
        var listed = (await app.RunAsync(["msbuild", "-getItem:AdditionalFiles", .. more])).Succeeds();
        using var items = System.Text.Json.JsonDocument.Parse(listed.Output);
        return [.. items.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))];
    }

    private static async Task<bool> IsExpiredAsync(App app, params string[] more)
    {
        var published = await app.PublishAsync(["-p:ReadinessGate=warn", .. more]);
        published.Succeeds();
        Assert.DoesNotContain("fatal:", published.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MSB", published.Output, StringComparison.Ordinal);
        return published.Findings.Contains($"{Record}(1,58): warning RDY9022");
    }

    private static bool Git(App app, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = app.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = "2018-02-03T12:00:00Z";
        try
        {
            using var git = Process.Start(start)!;
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
