using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>
/// No secret that the compiler or the gate sees comes out again, not even into the logs that people attach to bug reports. Keys of a
/// fixed seed are planted wherever an app could hold one; whatever a build prints or leaves behind is then searched for them.
/// </summary>
public sealed partial class LeakTests(PackedPackage package, ITestOutputHelper output)
{
    private const int Seed = 20260101;

    private readonly Random _random = new(Seed);
    private readonly Dictionary<string, string> _planted = [];

    [Fact]
    public async Task Secrets_StandInNoLogAndNoReport()
    {
        output.WriteLine($"seed {Seed}");
        var app = package.NewApp();
        app.Write("Program.cs", Plant("Program.cs", """
            using Stripe;

            // The old key was {sk_live_ comment}.
            /* {rk_live_ block comment} */
            const string whole = "{sk_test_ literal}";
            const string half = "sk_live_{half}";
            const string folded = half + "{other half}";
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(new System.Net.NetworkCredential("shop", "{login}"));
            builder.Services.AddSingleton(new StripeClient(builder.Configuration["Stripe:SecretKey"]));
            builder.Services.AddSingleton<IStripeClient>(new StripeClient(builder.Configuration["{sk_live_ setting name}"]));
            var app = builder.Build();
            app.MapGet("/", (IConfiguration configuration) => whole + folded + $"{whsec_ interpolated}{args.Length}");
            app.MapPost("/hook", (HttpRequest request, IConfiguration configuration) => EventUtility.ConstructEvent(
                "", request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"]).Id);
            app.MapPost("/other", (HttpRequest request) => EventUtility.ConstructEvent(
                "", request.Headers["Stripe-Signature"], Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")).Id);
            app.Run();
            """));
        string[] settings =
        [
            "appsettings.json", "appsettings.Production.json", "appsettings.Development.json", "Shop.settings.json", "Shop.settings.Production.json",
        ];
        foreach (var file in settings)
        {
            app.Write(file, Plant(file, """
                {
                  // {sk_live_ comment}
                  "Stripe": { "SecretKey": "{sk_test_ key}", "Other": "{whsec_ other}", "Prices": { "pro": "price_{price}" } },
                  "Database": "Server=db.shop.com;User Id=shop;Password={password}",
                  "{rk_live_ name}": "{text}"
                }
                """));
        }

        app.Write("Properties/launchSettings.json", Plant("launchSettings.json", """
            { "profiles": { "Shop": { "commandName": "Project", "environmentVariables": { "Stripe__SecretKey": "{sk_test_ key}" } } } }
            """));
        PlantSources(app);
        app.Write("readiness.json", Plant("readiness.json", """
            {
              "sources": [
                "appsettings", "environment", { "keyPerFile": "deploy/keys" }, { "dotenv": "deploy/env" }, { "compose": "deploy/compose" }, { "kubernetes": "deploy/pod" },
                { "azureAppSettings": "deploy/azure" }, { "arm": "deploy/arm" }, { "webConfig": "deploy/web" }, { "systemd": "deploy/unit" },
                { "json": "deploy/broken" }, { "ini": "deploy/ini" }, { "xml": "deploy/xml" }, { "fingerprint": "deploy/fingerprint" }
              ],
              "{sk_live_ member}": 1,
              "prices": ["{sk_live_ plan}", "pro"],
              "build": ["{sk_live_ build}", { "publishes": "{rk_live_ file}" }],
              "deferred": { "Stripe:WebhookSecret": "it is {whsec_ reason}", "{rk_live_ setting}": "set by the host", "{sk_live_ number}": 1 }
            }
            """));
        var environment = new Dictionary<string, string>
        {
            ["Stripe__SecretKey"] = Plant("environment", "{sk_live_ key}"),
            ["Stripe__WebhookSecret"] = Plant("environment", "{whsec_ deferred}"),
            ["STRIPE_WEBHOOK_SECRET"] = Plant("environment", "{whsec_ missing}"),
        };

        // One publish that fails, and one that goes through with everything only warned about.
        string[] publish = ["publish", "-c", "Release", "--no-restore", "-v:diag", "-p:ReadinessCheckLaunchSettings=true", "-p:ReadinessReportFormats=html%3Bmarkdown%3Bsarif%3Bjson"];
        var failed = await DotNet.RunAsync(app.Folder, environment, [.. publish, "-bl:failed.binlog"]);
        var published = await DotNet.RunAsync(app.Folder, environment, [.. publish, "-bl:warned.binlog", "-p:ReadinessGate=warn"]);

        // The gate read all of it: a finding for each kind of file, and a copy where the app itself has one.
        Assert.NotEqual(0, failed.ExitCode);
        published.Succeeds();
        Assert.Superset(new HashSet<string> { "RDY1001", "RDY1003", "RDY1004", "RDY8003", "RDY8006", "RDY8009", "RDY9004" }, failed.Errors.Select(IdOf).ToHashSet());
        var search = new LeakSearch(_planted);
        Assert.Contains("Program.cs: literal", FoundIn("bin/Release/net10.0/Shop.dll"));
        Assert.Contains("appsettings.json: key", FoundIn("bin/Release/net10.0/publish/appsettings.json"));

        string[] reports = ["readiness.html", "readiness.md", "readiness.report.sarif", "readiness.report.json"];
        Assert.All(reports, report => Assert.True(File.Exists(app.PathOf($"obj/Release/net10.0/{report}")), report));

        string[] leaks =
        [
            .. search.In(failed.Output + published.Output).Select(secret => $"console: {secret}"),
            .. from file in Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories)
               let path = Path.GetRelativePath(app.Folder, file).Replace('\\', '/')
               where (path.Split('/') is ["bin" or "obj", ..] || path.EndsWith(".binlog", StringComparison.Ordinal)) && !IsTheAppsOwn(path)
               from secret in search.In(File.ReadAllBytes(file))
               select $"{path}: {secret}",
        ];
        Assert.True(leaks.Length == 0, string.Join('\n', leaks));

        string[] FoundIn(string file) => [.. search.In(File.ReadAllBytes(app.PathOf(file)))];

        // Where the compiler and the SDK put what the app is made of.
        bool IsTheAppsOwn(string path) => Path.GetFileName(path) is "Shop.dll" or "Shop.pdb" || settings.Contains(Path.GetFileName(path));
    }

    /// <summary>A file for every kind of source, some with a fault behind which a value stands.</summary>
    private void PlantSources(App app)
    {
        app.Write("deploy/keys/Secret__Key", Plant("key per file", "{sk_test_ key}"));
        Write("env", "Dotenv__Key=\"{sk_test_ key}\"\nOther={other}{text}\n{whsec_ no assignment}\n");
        Write("compose", "services:\n  web:\n    environment:\n      Compose__Key: {sk_test_ key}\n      Other: ${X:-{default}}\n");
        Write("pod", "kind: Secret\nmetadata: { name: s }\nstringData:\n  Pod__Key: {sk_test_ key}\ndata:\n  Other: '{rk_live_ not encoded}'\n");
        Write("azure", """[{ "name": "Azure__Key", "value": "{sk_test_ key}" }, { "value": "{sk_live_ nameless}" }]""");
        Write("arm", """{ "resources": [{ "type": "Microsoft.Web/sites/config", "name": "s/appsettings", "properties": { "Arm__Key": "{sk_test_ key}", "B": "[concat('{text}')]" } }] }""");
        Write("web", """<a><aspNetCore><environmentVariables><environmentVariable name="Web__Key" value="{sk_test_ key}" /></environmentVariables></aspNetCore>{text}</b>""");
        Write("unit", "[Service]\nEnvironment=Unit__Key={sk_test_ key} {word}\n");
        Write("broken", """{ "Broken": "{sk_live_ key}" "{text}" }""");
        Write("ini", "[Ini]\nKey={sk_test_ key}\n{whsec_ no assignment}\n");
        Write("xml", "<a><Xml Key=\"{sk_test_ key}\">{text}</Xml><Xml Key=\"{again}\" key=\"{twice}\" /></a>");
        Write("fingerprint", """{ "environment": "{sk_live_ name}", "salt": "{salt}" }""");

        void Write(string name, string text) => app.Write($"deploy/{name}", Plant(name, text));
    }

    /// <summary>Puts a key where the text says <c>{prefix name}</c>, and remembers it by that name.</summary>
    private string Plant(string file, string text) => Place().Replace(text, place =>
    {
        var key = StripeKeys.Make(place.Groups["prefix"].Value, _random.Next(), _random.Next(32, 99));
        _planted.Add($"{file}: {place.Groups["name"].Value}", key);
        return key;
    });

    private static string IdOf(string finding) => finding[^7..];

    [GeneratedRegex(@"\{(?<prefix>[a-z]+_([a-z]+_)?)? ?(?<name>[a-z]+( [a-z]+)*)\}")]
    private static partial Regex Place();
}
