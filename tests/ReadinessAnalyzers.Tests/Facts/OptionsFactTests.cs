using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>RDY0004 and RDY0005: what one project reads of an options type, and what another one fills it from.</summary>
public class OptionsFactTests
{
    private const string Options = """
        namespace Contracts;
        public class StripeOptions { public string SecretKey { get; set; } = ""; public Hooks Hooks { get; set; } = new(); }
        public class Hooks { public string Secret { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("Microsoft.Extensions.Options.IOptions<Contracts.StripeOptions> options", "options.Value.SecretKey", "SecretKey")]
    [InlineData("Microsoft.Extensions.Options.IOptions<Contracts.StripeOptions> options", "options.Value.Hooks.Secret", "Hooks:Secret")]
    [InlineData("Contracts.StripeOptions options", "options.SecretKey", "SecretKey")]
    public async Task OptionsThatNobodyHereFills_AreHalfAFact(string parameter, string value, string key)
    {
        var reader = $$"""public class Gateway({{parameter}}) { public Stripe.StripeClient Client => new({{value}}); }""";

        // In the project of the type as well as in one that only knows its assembly.
        foreach (var compilation in new[] { SourceCompilation.Of(Options, reader), Referencing(Options, reader) })
        {
            var fact = Assert.Single(await FactsOf(compilation));
            Assert.Equal(("RDY0004", "Contracts.StripeOptions", key, "secretKey"),
                (fact.Id, fact.Properties["type"], fact.Properties["key"], fact.Properties["role"]));
        }
    }

    [Theory]
    [InlineData("services.Configure<Contracts.StripeOptions>(config.GetSection(\"Stripe\"))", null, "Stripe")]
    [InlineData("services.AddOptions<Contracts.StripeOptions>().Bind(config.GetSection(\"Stripe\"))", null, "Stripe")]
    [InlineData("services.AddOptions<Contracts.StripeOptions>().BindConfiguration(\"Stripe\")", null, "Stripe")]
    [InlineData("services.AddSingleton(config.GetSection(\"Stripe\").Get<Contracts.StripeOptions>()!)", null, "Stripe")]
    [InlineData("services.Configure<Contracts.StripeOptions>(o => o.SecretKey = config[\"Stripe:Key\"]!)", "SecretKey", "Stripe:Key")]
    [InlineData("services.PostConfigure<Contracts.StripeOptions>(o => { o.SecretKey = Environment.GetEnvironmentVariable(\"STRIPE_KEY\")!; })", "SecretKey", "STRIPE_KEY")]
    public async Task BindingOfATypeOfOthers_IsTheOtherHalf(string statement, string? key, string setting)
    {
        var fact = Assert.Single(await FactsOf(Referencing(Options, Registration(statement))));
        Assert.Equal(("RDY0005", "Contracts.StripeOptions", key, setting),
            (fact.Id, fact.Properties["type"], fact.Properties.GetValueOrDefault("key"), fact.Properties["setting"]));
    }

    [Fact]
    public async Task BindingThroughAnOwnMethod_NamesTheTypeOfEachCall() => Assert.Equal(["Contracts.StripeOptions"], (await FactsOf(Referencing(Options, """
        static class Registration
        {
            static void AddValidated<T>(this IServiceCollection services, IConfiguration config, string section) where T : class =>
                services.AddOptions<T>().Bind(config.GetSection(section));
            static void Add(IServiceCollection services, IConfiguration config) => services.AddValidated<Contracts.StripeOptions>(config, "Stripe");
        }
        """))).Select(fact => fact.Properties["type"]));

    [Fact]
    public async Task TypeThatOnlyThisProjectSees_IsNoFact() => Assert.Empty(await FactsOf(SourceCompilation.Of(
        "class Own { public string SecretKey { get; set; } = \"\"; }",
        Registration("services.Configure<Own>(config.GetSection(\"Stripe\"))"))));

    [Fact]
    public async Task TypeBoundAndReadInOneProject_IsAWholeFact()
    {
        var facts = await FactsOf(Referencing(
            Options,
            Registration("services.Configure<Contracts.StripeOptions>(config.GetSection(\"Stripe\"))"),
            "class Gateway(Microsoft.Extensions.Options.IOptions<Contracts.StripeOptions> options) { Stripe.StripeClient Client => new(options.Value.SecretKey); }"));
        Assert.Equal(["RDY0001 Stripe:SecretKey", "RDY0005 Stripe"], facts.Select(fact => $"{fact.Id} {fact.Properties["setting"]}").Order());
    }

    [Fact]
    public async Task NameThatIsAKey_IsMasked()
    {
        var key = "sk_live_" + Secrets.TestSecret.Body(99);
        var fact = Assert.Single(await FactsOf(Referencing(Options, Registration($"services.Configure<Contracts.StripeOptions>(config.GetSection(\"{key}\"))"))));
        Assert.DoesNotContain(key[8..20], fact.GetMessage() + string.Concat(fact.Properties.Values), StringComparison.Ordinal);
    }

    private static string Registration(string statement) =>
        $$"""static class Registration { static void Add(IServiceCollection services, IConfiguration config) => {{statement}}; }""";

    private static Compilation Referencing(string library, params string[] sources) => SourceCompilation.Of(
        [.. TestReferences.All, Emitted(SourceCompilation.Of(library))], sources);

    // As on a build server: the other project is an assembly, without source.
    private static PortableExecutableReference Emitted(Compilation library)
    {
        var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static async Task<IReadOnlyList<Diagnostic>> FactsOf(Compilation compilation)
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(found => found.Severity == DiagnosticSeverity.Error));
        return [.. (await compilation.WithAnalyzers([new FactAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation)).Where(fact => fact.Id != "RDY0000")];
    }
}
