using System.Net;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Sources that readiness.json declares, through the real publish: values that are right, wrong, missing and deferred.</summary>
public sealed class SourcesTests(PackedPackage package)
{
    private const string Compose = """{ "sources": ["appsettings", { "compose": "deploy/compose.yml", "service": "web" }] }""";

    [Fact]
    public async Task EveryKindOfSource_HasItsValueJudged()
    {
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe).Write("readiness.json", EverySource.Policy);

        Write(EverySource.With(EverySource.Wrong));
        var wrong = await app.PublishAsync();
        Assert.Equal(EverySource.Places.Select(place => $"{place}: error RDY8013"), wrong.Errors.Order(StringComparer.Ordinal));

        Write(EverySource.With(EverySource.Right));
        Assert.StartsWith("Readiness: passed, 0 deferred, ", (await app.PublishAsync("--no-build")).Succeeds().Verdict, StringComparison.Ordinal);

        Write(EverySource.WithReferences());
        var deferred = (await app.PublishAsync("--no-build")).Succeeds();
        Assert.StartsWith($"Readiness: passed, {EverySource.Settings.Count()} deferred ", deferred.Verdict, StringComparison.Ordinal);
        (await app.PublishAsync("--no-build", "-p:ReadinessStrict=true")).FailsWith("Shop.csproj(1,1): error RDY8001");

        Directory.Delete(app.PathOf("deploy"), recursive: true);
        Write(EverySource.WithoutSettings());
        var missing = (await app.PublishAsync("--no-build")).FailsWith("readiness.json(3,17): error RDY8001");
        Assert.All(EverySource.Settings, setting => Assert.Contains($"'{setting}'", missing.TextOf("RDY8001"), StringComparison.Ordinal));

        void Write(IEnumerable<(string File, string Text)> files)
        {
            foreach (var (file, text) in files)
                app.Write(file, text);
        }
    }

    [Fact]
    public async Task ComposeService_IsJudgedVariableByVariable()
    {
        var app = NewApp(Compose).Write("deploy/compose.yml", Service(StripeKeys.Make("sk_test_"), "${HOOK}"));

        var wrong = (await app.PublishAsync()).FailsWith("deploy/compose.yml(4,26): error RDY8002");
        Assert.Contains("Set the one of your live account.", wrong.TextOf("RDY8002"), StringComparison.Ordinal);

        var passed = (await app.Write("deploy/compose.yml", Service(StripeKeys.Make("sk_live_"), "${HOOK}")).PublishAsync("--no-build")).Succeeds();
        Assert.Contains("1 deferred ('Stripe:WebhookSecret')", passed.Verdict, StringComparison.Ordinal);
        Assert.Contains("variable 'HOOK'", WebUtility.HtmlDecode(File.ReadAllText(passed.Verdict.Split("report ")[1])), StringComparison.Ordinal);

        app.Write("deploy/compose.yml", "services:\n  web:\n    environment: {}\n");
        (await app.PublishAsync("--no-build")).FailsWith("Shop.csproj(1,1): error RDY8001");
        app.Write("deploy/compose.yml", "services:\n  web:\n    environment: {\n");
        (await app.PublishAsync("--no-build")).FailsWith("deploy/compose.yml(4,1): error RDY8009");
        File.Delete(app.PathOf("deploy/compose.yml"));
        (await app.PublishAsync("--no-build")).FailsWith("readiness.json(1,43): error RDY8009");
    }

    [Fact]
    public async Task KubernetesManifests_DeferToTheSecretsOfTheCluster()
    {
        const string Container =
            """
            kind: Deployment
            metadata: { name: shop }
            spec:
              template:
                spec:
                  containers:
                    - name: web
                      env:
                        - name: Stripe__WebhookSecret
                          valueFrom: { secretKeyRef: { name: stripe, key: hook } }
            """;
        var app = NewApp("""{ "sources": ["appsettings", { "kubernetes": "k8s" }] }""")
            .Write("k8s/shop.yaml", Container + "\n          envFrom: [{ secretRef: { name: stripe } }]\n");
        var passed = (await app.PublishAsync()).Succeeds();
        Assert.Contains("2 deferred ('Stripe:SecretKey', 'Stripe:WebhookSecret')", passed.Verdict, StringComparison.Ordinal);

        app.Write("k8s/secret.yaml", $"kind: Secret\nmetadata: {{ name: stripe }}\nstringData:\n  hook: {StripeKeys.Make("whsec_")}\n  Stripe__SecretKey: {StripeKeys.Make("sk_test_")}\n");
        (await app.PublishAsync("--no-build")).FailsWith("k8s/secret.yaml(5,22): error RDY8002");
    }

    [Fact]
    public async Task Fingerprint_TakenWhereTheSecretsAre_ProvesThemWhereTheyAreNot()
    {
        var app = NewApp("""{ "sources": ["appsettings", { "fingerprint": "readiness.fingerprint.json" }] }""");
        (await app.PublishAsync()).FailsWith("readiness.json(1,47): error RDY8009");

        var secrets = new Dictionary<string, string> { ["Stripe__SecretKey"] = StripeKeys.Make("sk_live_"), ["Stripe__WebhookSecret"] = StripeKeys.Make("whsec_") };
        var written = (await DotNet.RunAsync(app.Folder, secrets, "msbuild", "-t:ReadinessFingerprint")).Succeeds();
        Assert.Contains("every setting has a value", written.Verdict, StringComparison.Ordinal);

        (await app.PublishAsync("--no-build")).Succeeds();
        Assert.False(File.Exists(app.PathOf("bin/Release/net10.0/publish/readiness.fingerprint.json")));

        secrets["Stripe__SecretKey"] = StripeKeys.Make("sk_test_");
        (await DotNet.RunAsync(app.Folder, secrets, "msbuild", "-t:ReadinessFingerprint")).Succeeds();
        (await app.PublishAsync("--no-build")).FailsWith("readiness.fingerprint.json(5,5): error RDY8002");
    }

    [Fact]
    public async Task YamlLibrary_IsLoadedOnlyWhereYamlIsDeclared()
    {
        // A task without the library beside it works as long as nothing asks for YAML.
        var task = Path.Combine(package.NewFolder(), "ReadinessAnalyzers.Gate.dll");
        using (var archive = System.IO.Compression.ZipFile.OpenRead(package.File))
            System.IO.Compression.ZipFileExtensions.ExtractToFile(archive.GetEntry("tasks/netstandard2.0/ReadinessAnalyzers.Gate.dll")!, task);

        var app = NewApp("""{ "sources": ["appsettings", { "dotenv": "prod.env" }] }""")
            .Write("prod.env", $"Stripe__SecretKey={StripeKeys.Make("sk_live_")}\nStripe__WebhookSecret={StripeKeys.Make("whsec_")}\n");
        (await app.PublishAsync($"-p:ReadinessTaskAssembly={task}")).Succeeds();
        app.Write("readiness.json", Compose).Write("deploy/compose.yml", Service("x", "x"));
        (await app.PublishAsync("--no-build", $"-p:ReadinessTaskAssembly={task}")).FailsWith("Shop.csproj(1,1): error RDY9000");
    }

    private App NewApp(string policy) => package.NewApp().Write("Program.cs", App.WellBuilt).Write("readiness.json", policy);

    private static string Service(string key, string hook) =>
        $"services:\n  web:\n    environment:\n      Stripe__SecretKey: {key}\n      Stripe__WebhookSecret: {hook}\n";
}
