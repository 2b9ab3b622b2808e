using System.Diagnostics;
using System.Text.RegularExpressions;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate.Tests.Reporting;

/// <summary>The page in Chromium, where there is one: its policy lets its own style through, filters hide rows, nothing hostile runs.</summary>
public sealed partial class HtmlReportInBrowserTests : IDisposable
{
    private readonly Shop _shop = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_loads_with_its_style_and_runs_nothing()
    {
        var (dom, log) = Load(HtmlReport.Write(HtmlReportTests.HostileShop(_shop).Judge()));
        Assert.Contains("<title>Readiness of Shop: failed</title>", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("Content Security Policy", log, StringComparison.OrdinalIgnoreCase); // nothing was refused
        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
    }

    /// <summary>A script of the test's own clicks the boxes, in a page without the policy that forbids it.</summary>
    [Fact]
    public void A_filter_hides_the_rows_of_its_state_and_sections_without_any_other()
    {
        _shop
            .Publishes("""{ "Stripe:SecretKey": "sk_test_x" }""")
            .Reads("Stripe:SecretKey").Reads("Stripe:WebhookSecret", "webhookSecret")
            .Says("""{ "deferred": { "Stripe:WebhookSecret": "set by the host" } }""");
        var page = PolicyOf().Replace(HtmlReport.Write(_shop.Judge()), "").Replace("</body>", """
            <script>
            const shown = selector => [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length > 0).length;
            const state = () => [shown('#findings'), shown('#required [data-state=failed]'), shown('#required [data-state=deferred]')].join();
            const states = [state()];
            document.querySelector('#show-failed').click();
            states.push(state());
            document.querySelector('#show-deferred').click();
            states.push(state() + ',' + shown('#required'));
            document.title = states.join(' ');
            </script>
            </body>
            """, StringComparison.Ordinal);
        Assert.Contains("<title>1,1,1 0,0,1 0,0,0,0</title>", Load(page).Dom, StringComparison.Ordinal);
    }

    private (string Dom, string Log) Load(string page)
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var browser = names.SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "There is no Chromium in the PATH.");

        var start = new ProcessStartInfo(
            browser!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--enable-logging=stderr",
                "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={_folder.Path}/profile", "--dump-dom", _folder.Write("report.html", page),
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var log = process.StandardError.ReadToEndAsync();
        var dom = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("Chromium did not end.");
        }

        return (dom.GetAwaiter().GetResult(), log.GetAwaiter().GetResult());
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex PolicyOf();
}
