using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Tests.Flow;

/// <summary>What the tracer says of a value, in short: <c>A:B</c> a setting, <c>A:B|empty</c> one with a fall-back, <c>''</c>, <c>'text'</c>, <c>?</c>.</summary>
public class ValueOriginsTests
{
    [Theory]
    [InlineData("config[\"A:B\"]", "A:B")]
    [InlineData("config[\"A:B\"]!", "A:B")]
    [InlineData("(string?)(object?)config[\"A:B\"]", "A:B")]
    [InlineData("config[\"A:B\"]!.Trim()", "A:B")]
    [InlineData("config[\"A:B\"]?.ToString()", "A:B")]
    [InlineData("$\"{config[\"A:B\"]}\"", "A:B|empty ''")]
    [InlineData("$\"x{config[\"A:B\"]}\"", "?")]
    [InlineData("config[\"A:B\"] + \"x\"", "?")]
    [InlineData("config.GetSection(\"A\")[\"B\"]", "A:B")]
    [InlineData("config.GetSection(\"A\").GetSection(\"B\").Value", "A:B")]
    [InlineData("config.GetRequiredSection(\"A:B\").Value", "A:B")]
    [InlineData("config.GetSection(\"A:B\").Get<string>()", "A:B")]
    [InlineData("config.GetValue<string>(\"A:B\")", "A:B")]
    [InlineData("(string?)config.GetValue(typeof(string), \"A:B\")", "A:B")]
    [InlineData("config.GetValue<string>(defaultValue: \"\", key: \"A:B\")", "A:B|empty ''")]
    [InlineData("config.GetValue(\"A:B\", \"x\")", "A:B|other 'text'")]
    [InlineData("ConfigurationExtensions.GetConnectionString(config, \"S\")", "ConnectionStrings:S")]
    [InlineData("config[ConfigurationPath.Combine(\"A\", \"B\")]", "A:B")]
    [InlineData("config[Names.Key]", "A:B")]
    [InlineData("config[$\"{Names.Section}:B\"]", "A:B")]
    [InlineData("config[$\"{Names.ReadOnly}:B\"]", "A:B")]
    [InlineData("config[Names.Property + \":B\"]", "A:B")]
    [InlineData("config[nameof(Names)]", "Names")]
    [InlineData("config[Guid.NewGuid().ToString()]", "?")]
    [InlineData("Environment.GetEnvironmentVariable(\"X\")", "env X")]
    [InlineData("Environment.GetEnvironmentVariable(\"X\", EnvironmentVariableTarget.Process)", "env X")]
    [InlineData("Guid.NewGuid().ToString()", "?")]
    public void Expression_IsFollowed(string expression, string expected) => Assert.Equal(expected, OriginsOf($$"""
        static class Names
        {
            public const string Section = "A"; public const string Key = Section + ":B";
            public static readonly string ReadOnly = "A"; public static string Property => "A";
        }
        class C { void M(IConfiguration config) => Stripe.StripeConfiguration.ApiKey = {{expression}}; }
        """));

    [Theory]
    [InlineData("config[\"A\"] ?? \"\"", "A|empty ''")]
    [InlineData("config[\"A\"] ?? string.Empty", "A|empty ''")]
    [InlineData("config[\"A\"] ?? \"x\"", "A|other 'text'")]
    [InlineData("config[\"A\"] ?? config[\"B\"]", "A|setting B|setting")]
    [InlineData("config[\"A\"] ?? config[\"B\"] ?? \"\"", "A|setting B|setting ''")]
    [InlineData("config[\"A\"] ?? throw new Exception()", "A")]
    [InlineData("config[\"A\"] ?? null", "A null")]
    [InlineData("config[\"A\"] ?? Guid.NewGuid().ToString()", "A|other ?")]
    [InlineData("live ? config[\"A\"] : config[\"B\"]", "A|setting B|setting")]
    [InlineData("live ? config[\"A\"] : \"\"", "A|empty ''")]
    [InlineData("string.IsNullOrEmpty(config[\"A\"]) ? \"\" : config[\"A\"]", "'' A|empty")]
    [InlineData("live switch { true => config[\"A\"], false => \"x\" }", "A|other 'text'")]
    [InlineData("live switch { true => config[\"A\"], _ => throw new Exception() }", "A")]
    [InlineData("live ? \"x\" : null", "'text' null")]
    [InlineData("env.IsDevelopment() ? \"x\" : config[\"A\"]", "A")]
    [InlineData("!env.IsDevelopment() ? config[\"A\"] : \"x\"", "A")]
    [InlineData("env.IsProduction() ? config[\"A\"] : config[\"B\"]", "A")]
    [InlineData("env.IsStaging() ? config[\"A\"] : config[\"B\"]", "A|setting B|setting")]
    public void Choice_NamesWhatStandsIn(string expression, string expected) => Assert.Equal(expected, OriginsOf($$"""
        class C { void M(IConfiguration config, IHostEnvironment env, bool live) => Stripe.StripeConfiguration.ApiKey = {{expression}}; }
        """));

    [Theory]
    [InlineData("var k = config[\"A\"]; {0} = k;", "A")]
    [InlineData("var k = \"\"; k = config[\"A\"]; {0} = k;", "A")]
    [InlineData("var k = config[\"A\"]; k = \"\"; {0} = k;", "''")]
    [InlineData("var k = \"\"; if (live) k = config[\"A\"]; {0} = k;", "'' A|empty")]
    [InlineData("string? k; if (live) k = config[\"A\"]; else k = config[\"B\"]; {0} = k;", "A|setting B|setting")]
    [InlineData("string k = config[\"A\"]!; if (k == null) throw new Exception(); {0} = k;", "A")]
    [InlineData("var k = config[\"A\"]; k ??= \"x\"; {0} = k;", "A|other 'text'")]
    [InlineData("var k = \"x\"; k = config[\"A\"] ?? config[\"B\"]; {0} = k;", "A|setting B|setting")]
    [InlineData("string? k; k = live ? config[\"A\"]! : throw new Exception(); {0} = k;", "A")]
    [InlineData("var k = config[\"A\"]; k += \"x\"; {0} = k;", "?")]
    [InlineData("var k = config[\"A\"]; for (var i = 0; i < 3; i++) k = k!.Trim(); {0} = k;", "A")]
    [InlineData("try {{ Action set = () => {{ var k = config[\"A\"]; {0} = k; }}; set(); }} catch {{ }}", "A")]
    [InlineData("if (cache.TryGetValue(\"k\", out var k)) {0} = k;", "?")]
    [InlineData("var k = \"x\"; cache.TryGetValue(\"k\", out k); {0} = k;", "?")]
    [InlineData("if (config[\"A\"] is {{ Length: > 0 }} k) {0} = k;", "A")]
    [InlineData("if (config[\"A\"] is string k) {0} = k;", "A")]
    [InlineData("foreach (var k in cache.Keys) {0} = k;", "?")]
    [InlineData("var (k, other) = (config[\"A\"], 1); {0} = k;", "?")]
    [InlineData("string? k = \"x\"; Action set = () => k = config[\"A\"]; set(); {0} = k;", "?")]
    [InlineData("var k = config[\"A\"]; Action use = () => {0} = k;", "A")]
    [InlineData("var k = \"x\"; k = config[\"A\"]; Action use = () => {0} = k;", "A")]
    [InlineData("var k = config[\"A\"]; Action use = () => {0} = k; k = config[\"B\"];", "A|setting B|setting")]
    [InlineData("var k = config[\"A\"]; void Use() => {0} = k; Use();", "A")]
    [InlineData("try {{ live = false; }} finally {{ {0} = config[\"A\"]; }}", "A")]
    [InlineData("var k = \"x\"; try {{ k = config[\"A\"]; }} catch (Exception) {{ }} {0} = k;", "'text' A|other")]
    [InlineData("const string K = \"x\"; {0} = K;", "'text'")]
    [InlineData("live = true; return; var k = \"x\"; {0} = k;", "?")]
    public void Local_HasTheDefinitionsThatReach(string body, string expected) => Assert.Equal(expected, OriginsOf($$"""
        class C
        {
            void M(IConfiguration config, bool live, Dictionary<string, string?> cache) { {{string.Format(body, "Stripe.StripeConfiguration.ApiKey")}} }
        }
        """));

    [Theory]
    [InlineData("class C(IConfiguration config) { string? _k = config[\"A\"]; void M() => {0} = _k; }", "A")]
    [InlineData("class C { readonly string? _k; C(IConfiguration config) { _k = config[\"A\"]; } void M() => {0} = _k; }", "A")]
    [InlineData("class C { string? _k = \"x\"; C(IConfiguration config) { _k = config[\"A\"]; } void M() => {0} = _k; }", "A")]
    [InlineData("class C { string? _k = \"\"; void Init(IConfiguration config) { _k = config[\"A\"]; } void M() => {0} = _k; }", "'' A|empty")]
    [InlineData("class C { string? _a, _b; C(IConfiguration config) { (_a, _b) = (config[\"A\"], \"x\"); } void M() => {0} = _a; }", "A")]
    [InlineData("class C { string? _k; void Read() => Interlocked.Exchange(ref _k, \"x\"); void M() => {0} = _k; }", "?")]
    [InlineData("class C { string? _k; void M() => {0} = _k; }", "?")]
    [InlineData("class C { const string K = \"\"; void M() => {0} = K; }", "''")]
    [InlineData("class C { static readonly string K = \"x\"; void M() => {0} = K; }", "'text'")]
    [InlineData("class C(IConfiguration config) { string? K => config[\"A\"] ?? throw new Exception(); void M() => {0} = K; }", "A")]
    [InlineData("class C(IConfiguration config) { string? K { get { if (config is null) return \"\"; return config[\"A\"]; } } void M() => {0} = K; }", "'' A|empty")]
    [InlineData("class C { string? _k; public string? K { get => _k; set => _k = value; } void M() => {0} = K; static C N(IConfiguration config) => new() { K = config[\"A\"] }; }", "A ?")]
    [InlineData("class C(IConfiguration config) { readonly IConfiguration _c = config.GetSection(\"S\"); void M() => {0} = _c[\"A\"]; }", "S:A")]
    [InlineData("public static class K { public static string Key = Environment.GetEnvironmentVariable(\"A\")!; } class C { void M() => {0} = K.Key; }", "env A|other ?")]
    [InlineData("public static class K { public static string Key = \"default\"; } class C { void M() => {0} = K.Key; }", "?")]
    [InlineData("class C { static IConfiguration _c = null!; public static void Init(IConfiguration c) { _c = c; } static string K => _c[\"A\"]!; void M() => {0} = K; }", "A")]
    [InlineData("class C { string? A => B; string? B => A; void M() => {0} = A; }", "")]
    public void Member_IsWhatItIsGiven(string source, string expected) =>
        Assert.Equal(expected, OriginsOf(source.Replace("{0}", "Stripe.StripeConfiguration.ApiKey", StringComparison.Ordinal)));

    [Theory]
    [InlineData("static void Use(string? k) => {0} = k; void M(IConfiguration c) => Use(c[\"A\"]);", "A")]
    [InlineData("static void Use(string? k) => {0} = k; void M(IConfiguration c) { Use(c[\"A\"]); Use(k: \"x\"); }", "A 'text'")]
    [InlineData("static void Use(string? k = \"x\") => {0} = k; void M() => Use();", "'text'")]
    [InlineData("public void Use(string? k) => {0} = k;", "?")]
    [InlineData("static void Use(string? k) {{ k ??= \"x\"; {0} = k; }} void M(IConfiguration c) => Use(c[\"A\"]);", "'text' A|other")]
    [InlineData("static void Use(string? k) => {0} = k; Action<string?> M() => Use;", "?")]
    [InlineData("static void Use(string? k, int n) {{ {0} = k; if (n > 0) Use(k, n - 1); }} void M(IConfiguration c) => Use(c[\"A\"], 3);", "A")]
    [InlineData("static string? Get(IConfiguration c, string key) => c[key]; void M(IConfiguration c) {{ {0} = Get(c, \"A\"); Get(c, \"B\"); }}", "A")]
    [InlineData("static string Need(IConfiguration c, string key) => c[key] is {{ Length: > 0 }} v ? v : throw new Exception(); void M(IConfiguration c) => {0} = Need(c, \"A\");", "A")]
    [InlineData("static T Same<T>(T value) => value; void M(IConfiguration c) => {0} = Same(c[\"A\"]);", "A")]
    [InlineData("static async Task<string?> Get(IConfiguration c) {{ await Task.Yield(); return c[\"A\"]; }} async Task M(IConfiguration c) => {0} = await Get(c);", "A")]
    [InlineData("static string? Again(int n, IConfiguration c) => n == 0 ? c[\"A\"] : Again(n - 1, c); void M(IConfiguration c) => {0} = Again(3, c);", "A")]
    [InlineData("interface I {{ string? K(); }} class J(IConfiguration c) : I {{ public string? K() => c[\"A\"]; }} void M(I i) => {0} = i.K();", "A")]
    [InlineData("interface I {{ string? K {{ get; }} }} class J(IConfiguration c) : I {{ public string? K => c[\"A\"]; }} void M(I i) => {0} = i.K;", "A")]
    [InlineData("interface I {{ string? K(); }} class J : I {{ public string? K() => \"x\"; }} class L : I {{ public string? K() => \"y\"; }} void M(I i) => {0} = i.K();", "?")]
    [InlineData("void M(IConfiguration c) {{ Action<string?> use = k => {0} = k; use(\"x\"); }}", "?")]
    [InlineData("class D(string? k) {{ void U() => {0} = k; }} void M(IConfiguration c) => new D(c[\"A\"]);", "A")]
    [InlineData("class D {{ string? _k; public D(string? k) {{ _k = k; }} void U() => {0} = _k; }} class E(string? q) : D(q); void M(IConfiguration c) {{ E e = new(c[\"A\"]); }}", "A")]
    [InlineData("static IConfiguration S(IConfiguration c) => c.GetSection(\"S\"); void M(IConfiguration c) => {0} = S(c)[\"A\"];", "S:A")]
    [InlineData("static void Add(IConfigurationSection s) => {0} = s[\"A\"]; void M(ConfigurationManager c) => Add(c.GetSection(\"S\"));", "S:A")]
    [InlineData("static void Add(IConfigurationSection s) => {0} = s[\"A\"];", "?")]
    public void Call_IsFollowedBothWays(string members, string expected) => Assert.Equal(expected, OriginsOf($$"""
        class C { {{members.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal).Replace("{0}", "Stripe.StripeConfiguration.ApiKey", StringComparison.Ordinal)}} }
        """));

    [Theory]
    [InlineData("s.Configure<Keys>(c.GetSection(\"S\"));", "S:Secret|empty ''")]
    [InlineData("s.Configure<Keys>(\"name\", c.GetSection(\"S\"));", "S:Secret|empty ''")]
    [InlineData("s.AddOptions<Keys>().Bind(c.GetSection(\"S\"));", "S:Secret|empty ''")]
    [InlineData("s.AddOptions<Keys>().BindConfiguration(\"S\").ValidateOnStart();", "S:Secret|empty ''")]
    [InlineData("s.AddSingleton(c.GetSection(\"S\").Get<Keys>()!);", "S:Secret|empty ''")]
    [InlineData("var k = new Keys(); c.GetSection(\"S\").Bind(k);", "S:Secret|empty ''")]
    [InlineData("var k = new Keys(); c.Bind(\"S\", k);", "S:Secret|empty ''")]
    [InlineData("s.Configure<Keys>(c);", "Secret|empty ''")]
    [InlineData("s.Configure<Keys>(c.GetSection(\"S\")); s.Configure<Keys>(c.GetSection(\"T\"));", "S:Secret|empty T:Secret|empty ''")]
    [InlineData("s.Configure<All>(c.GetSection(\"S\"));", "S:Keys:Secret|empty ''")]
    [InlineData("s.Configure<Keys>(o => o.Secret = c[\"A\"]!);", "A ?")]
    [InlineData("s.PostConfigure<Keys>(o => o.Secret = Environment.GetEnvironmentVariable(\"X\")!);", "env X ?")]
    [InlineData("s.AddOptions<Keys>().Configure<IConfiguration>((o, d) => o.Secret = d[\"A\"]!);", "A ?")]
    [InlineData("Bound<Keys>(s, \"S\"); Bound<Other>(s, \"T\");", "S:Secret|empty ''")]
    [InlineData("s.AddOptions<Keys>();", "?")]
    [InlineData("s.Configure<Other>(c.GetSection(\"S\"));", "?")]
    public void Options_AreWhatTheyAreBoundTo(string registration, string expected) => Assert.Equal(expected, OriginsOf($$"""
        using Microsoft.Extensions.Options;
        class Other { public string Secret { get; set; } = ""; }
        class Keys { public string Secret { get; set; } = ""; }
        class All { public Keys Keys { get; set; } = new(); }
        static class Startup
        {
            static void Add(IServiceCollection s, IConfiguration c) { {{registration}} }
            static void Bound<T>(IServiceCollection services, string path) where T : class => services.AddOptions<T>().BindConfiguration(path);
        }
        class C(IOptions<Keys> options) { void M() => Stripe.StripeConfiguration.ApiKey = options.Value.Secret; }
        """));

    [Theory]
    [InlineData("IOptionsSnapshot<Keys> o", "o.Value.Secret", "S:Secret")]
    [InlineData("IOptionsSnapshot<Keys> o", "o.Get(\"live\").Secret", "S:Secret")]
    [InlineData("IOptionsMonitor<Keys> o", "o.CurrentValue.Secret", "S:Secret")]
    [InlineData("IServiceProvider o", "o.GetRequiredService<IOptions<Keys>>().Value.Secret", "S:Secret")]
    [InlineData("Keys o", "o.Secret", "S:Secret")]
    [InlineData("Keys? o", "o?.Secret", "S:Secret")]
    [InlineData("IOptions<Keys> o", "o.Value.Renamed", "S:secret_key")]
    [InlineData("IOptions<Keys> o", "o.Value.Live.Secret", "S:Live:Secret")]
    [InlineData("IOptions<Keys> o", "o.Value.Derived", "S:Secret")]
    [InlineData("IConfiguration o", "o.GetSection(\"T\").Get<Keys>()!.Secret", "T:Secret")]
    [InlineData("IOptions<Positional> o", "o.Value.Secret", "P:Secret")]
    public void OptionsObject_IsReadThroughAnyInstance(string parameter, string read, string expected) => Assert.StartsWith(expected, OriginsOf($$"""
        using Microsoft.Extensions.Options;
        class Keys
        {
            public string? Secret { get; set; }
            [ConfigurationKeyName("secret_key")] public string? Renamed { get; set; }
            public Mode Live { get; init; } = new();
            public Mode Test { get; init; } = new();
            public string? Derived => Secret;
        }
        class Mode { public string? Secret { get; set; } }
        record Positional(string Secret);
        static class Startup
        {
            static void Add(IServiceCollection s, IConfiguration c) => s.Configure<Keys>(c.GetSection("S"));
            static Positional? P(IConfiguration c) => c.GetSection("P").Get<Positional>();
        }
        class C { void M({{parameter}}) => Stripe.StripeConfiguration.ApiKey = {{read}}; }
        """).Split(' ')[0]);

    [Fact]
    public void KeyReadBack_IsTheKeyAssigned() => Assert.Equal("A A ?", OriginsOf("""
        class C
        {
            void Start(IConfiguration config) => Stripe.StripeConfiguration.ApiKey = config["A"];
            object Client() => new Stripe.StripeClient(Stripe.StripeConfiguration.ApiKey);
        }
        """));

    [Fact]
    public void OptionsNamedByTheirOwnProperty_DoNotRunInCircles() => Assert.Equal("?", OriginsOf("""
        using Microsoft.Extensions.Options;
        class Keys { public string Section { get; set; } = ""; public string Secret { get; set; } = ""; }
        static class Startup
        {
            static void Add(IServiceCollection s, IConfiguration c, IOptions<Keys> o) => s.Configure<Keys>(c.GetSection(o.Value.Section));
        }
        class C { void M(IOptions<Keys> o) => Stripe.StripeConfiguration.ApiKey = o.Value.Secret; }
        """));

    [Fact]
    public void Constant_KeepsNothingOfItsText()
    {
        var use = Assert.Single(UsesIn("""class C { void M() => Stripe.StripeConfiguration.ApiKey = "open sesame"; }"""));
        Assert.DoesNotContain("sesame", string.Concat(use.Origins.All), StringComparison.Ordinal);
    }

    [Fact]
    public void CallersThatMultiply_EndInUnknown()
    {
        var calls = string.Concat(Enumerable.Range(0, 40).Select(n =>
            $"static void M{n}(string k) {{ M{n + 1}(k); M{n + 1}(k.Trim()); M{n + 1}(k ?? \"\"); }} "));
        Assert.Contains("?", OriginsOf($$"""class C { {{calls}} static void M40(string k) => Stripe.StripeConfiguration.ApiKey = k; }"""), StringComparison.Ordinal);
    }

    private static string OriginsOf(string source) => string.Join(' ', UsesIn(source).SelectMany(use => use.Origins.All).Select(InShort));

    private static IEnumerable<StripeInput> UsesIn(string source)
    {
        var compilation = SourceCompilation.Of(source);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error));
        return CompilationReading.Of(compilation).InputsOf(compilation.SyntaxTrees.First(), TestContext.Current.CancellationToken);
    }

    private static string InShort(Origin origin) => origin switch
    {
        Origin.Setting { Source: SettingFact.Sources.Environment } variable => "env " + variable.Name + Fallback(variable),
        Origin.Setting setting => setting.Name + Fallback(setting),
        Origin.Constant { Kind: ConstantKind.Null } => "null",
        Origin.Constant { Kind: ConstantKind.Empty } => "''",
        Origin.Constant => "'text'",
        _ => "?",
    };

    private static string Fallback(Origin.Setting setting) =>
        setting.Fallback == SettingFact.Fallbacks.None ? "" : "|" + setting.Fallback;
}
