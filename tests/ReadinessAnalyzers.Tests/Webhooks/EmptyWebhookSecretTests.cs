using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.SignatureAnalyzer>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>RDY2003: an empty string can be the secret of a signature check.</summary>
public sealed class EmptyWebhookSecretTests
{
    private const string Checked = """
        private IActionResult Checked(string json)
        {
            EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], _secret);
            return Ok();
        }
        """;

    [Theory]
    [InlineData("config[\"Stripe:WebhookSecret\"] ?? {|#0:\"\"|}")]
    [InlineData("config[\"Stripe:WebhookSecret\"] ?? {|#0:string.Empty|}")]
    [InlineData("(config[\"Stripe:WebhookSecret\"] ?? {|#0:\"\"|}).Trim()")]
    [InlineData("config.GetSection(\"Stripe\")[\"WebhookSecret\"] ?? {|#0:\"\"|}")]
    [InlineData("config.GetSection(\"Stripe:WebhookSecret\").Value ?? {|#0:\"\"|}")]
    [InlineData("config.GetValue(\"Stripe:WebhookSecret\", {|#0:\"\"|})")]
    [InlineData("config.GetValue<string>(\"Stripe:WebhookSecret\") ?? {|#0:\"\"|}")]
    public Task EmptyFallbackOfASetting_IsReportedWhereItIsWritten(string secret) => Verify.VerifyAnalyzerAsync(
        InMethod($"EventUtility.ConstructEvent(json, header, {secret});"),
        Verify.Diagnostic("RDY2003").WithLocation(0).WithArguments("falls back to an empty string", "Fail when 'Stripe:WebhookSecret' is missing"));

    [Theory]
    [InlineData("var secret = config[\"S\"] ?? [|\"\"|]; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = config[\"S\"] ?? [|\"\"|]; EventUtility.ValidateSignature(json, header, secret);")]
    [InlineData("var secret = config[\"S\"] ?? [|\"\"|]; client.ParseEventNotification(json, header, secret);")]
    [InlineData("var secret = config[\"S\"]; secret ??= [|\"\"|]; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = Environment.GetEnvironmentVariable(\"S\") ?? [|\"\"|]; EventUtility.ConstructEvent(secret: secret, json: json, stripeSignatureHeader: header);")]
    [InlineData("var secret = [|\"\"|]; if (config[\"S\"] is { } found) secret = found; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = [|\"\"|]; try { secret = File.ReadAllText(\"secret\"); } catch (IOException) { } EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = config[\"Mode\"] switch { \"live\" => config[\"S\"], _ => [|\"\"|] }; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, [|$\"{config[\"S\"]}\"|]);")]
    [InlineData("object? found = config[\"S\"]; EventUtility.ConstructEvent(json, header, [|Convert.ToString(found)|]);")]
    [InlineData("EventUtility.ConstructEvent(json, header, Vault(\"S\") ?? [|\"\"|]);")]
    [InlineData("EventUtility.ConstructEvent(json, header, [|\"\"|]);")]
    [InlineData("EventUtility.ConstructEvent(json, header, [|string.Empty|]);")]
    [InlineData("const string secret = \"\"; EventUtility.ConstructEvent(json, header, [|secret|]);")]
    [InlineData("Check(config[\"S\"] ?? [|\"\"|]); void Check(string secret) => EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("[|Check()|]; void Check(string secret = \"\") => EventUtility.ConstructEvent(json, header, secret == json ? config[\"S\"] : secret);")]
    public Task EmptyString_IsReported(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("if (secret == null) throw new InvalidOperationException();")]
    [InlineData("if (secret is null) return;")]
    [InlineData("ArgumentNullException.ThrowIfNull(secret);")]
    [InlineData("if (string.IsNullOrEmpty(secret)) Console.WriteLine(\"No secret\");")]
    [InlineData("if (secret.Length == 0) { Console.WriteLine(\"No secret\"); }")]
    [InlineData("if (header == \"\") return;")]
    [InlineData("if (string.IsNullOrEmpty(header)) return;")]
    [InlineData("if (secret is { Length: 0 }) Console.WriteLine();")]
    [InlineData("if (secret is { }) Console.WriteLine(); else return;")]
    [InlineData("if (string.IsNullOrEmpty(secret) && header.Length > 0) return;")]
    [InlineData("var isMissing = string.IsNullOrEmpty(secret); if (isMissing) Console.WriteLine();")]
    [InlineData("if (secret.Length == 0) secret = config[\"T\"] ?? \"\";")]
    [InlineData("secret = \" \" + secret; secret = config[\"S\"] ?? \"\";")]
    public async Task TestThatLetsTheEmptyStringPass_IsReported(string test)
    {
        // The second fallback is the one that is left.
        var statements = $"var secret = config[\"S\"] ?? \"\"; {test} EventUtility.ConstructEvent(json, header, secret);";
        var last = statements.LastIndexOf("\"\";", StringComparison.Ordinal);
        await Verify.VerifyAnalyzerAsync(InMethod(statements[..last] + "[|\"\"|]" + statements[(last + 2)..]));
    }

    [Theory]
    [InlineData("if (string.IsNullOrEmpty(secret)) return;")]
    [InlineData("if (string.IsNullOrEmpty(secret)) throw new InvalidOperationException();")]
    [InlineData("if (string.IsNullOrWhiteSpace(secret)) { Console.WriteLine(\"No secret\"); return; }")]
    [InlineData("if (secret.Length == 0) return;")]
    [InlineData("if (0 == secret.Length) return;")]
    [InlineData("if (secret.Length < 1) return;")]
    [InlineData("if (!(secret.Length > 0)) return;")]
    [InlineData("if (secret == \"\") return;")]
    [InlineData("if (secret == string.Empty) return;")]
    [InlineData("if (secret.Equals(\"\")) return;")]
    [InlineData("if (secret is \"\") return;")]
    [InlineData("if (secret is null or \"\") return;")]
    [InlineData("if (secret is not { Length: > 0 }) return;")]
    [InlineData("if (secret is { Length: 0 }) return;")]
    [InlineData("if (secret is []) return;")]
    [InlineData("if (!secret.StartsWith(\"whsec_\")) return;")]
    [InlineData("if (!secret.Any()) return;")]
    [InlineData("if (secret?.Length > 0 == false) return;")]
    [InlineData("if (header is null || string.IsNullOrEmpty(secret)) return;")]
    [InlineData("var isMissing = string.IsNullOrEmpty(secret); if (isMissing) return;")]
    [InlineData("var isReady = header.Length > 0 && secret.Length > 0; if (!isReady) return;")]
    [InlineData("if (IsMissing(secret)) return;")]
    [InlineData("if (secret.Length == 0) secret = config[\"T\"];")]
    [InlineData("if (secret.Length == 0) secret = config[\"T\"] ?? throw new InvalidOperationException();")]
    [InlineData("if (secret.Length == 0) Environment.Exit(1);")]
    [InlineData("secret = secret.Length == 0 ? throw new InvalidOperationException() : secret;")]
    [InlineData("secret = secret switch { \"\" => throw new InvalidOperationException(), _ => secret };")]
    [InlineData("switch (secret) { case \"\": return; }")]
    [InlineData("while (secret.Length == 0) secret = config[\"T\"];")]
    [InlineData("ArgumentException.ThrowIfNullOrEmpty(secret);")]
    [InlineData("ArgumentException.ThrowIfNullOrWhiteSpace(secret);")]
    [InlineData("Guard.NotEmpty(secret);")]
    [InlineData("Refuse(secret);")]
    [InlineData("if (secret == \"\" && header != \"local\") throw new InvalidOperationException();")]
    public Task EmptyStringThatIsRefused_IsSilent(string test) => Verify.VerifyAnalyzerAsync(InMethod(
        $"var secret = config[\"S\"] ?? \"\"; {test} EventUtility.ConstructEvent(json, header, secret);"));

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"]);")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"]!);")]
    [InlineData("EventUtility.ConstructEvent(json, header, null);")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"] ?? throw new InvalidOperationException());")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"] ?? config[\"T\"]);")]
    [InlineData("EventUtility.ConstructEvent(json, header, config.GetValue<string>(\"S\"));")]
    [InlineData("EventUtility.ConstructEvent(json, header, Environment.GetEnvironmentVariable(\"S\")?.Trim());")]
    [InlineData("EventUtility.ConstructEvent(json, header ?? \"\", config[\"S\"]);")]
    [InlineData("EventUtility.ConstructEvent(json ?? \"\", header ?? \"\", config[\"S\"]);")]
    [InlineData("EventUtility.ConstructEvent(json, header, Convert.ToString(config[\"S\"]));")]
    [InlineData("var secret = config[\"S\"] ?? throw new InvalidOperationException(); EventUtility.ConstructEvent(json, header, $\"{secret}\");")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"]?.ToString());")]
    [InlineData("var secret = \"\"; secret = config[\"S\"]; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("if (config[\"S\"] is { Length: > 0 } secret) EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("if ((config[\"S\"] ?? \"\") is { Length: > 0 } secret) EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = config[\"S\"] ?? \"\"; var e = string.IsNullOrEmpty(secret) ? EventUtility.ParseEvent(json) : EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = config[\"S\"] ?? \"\"; if (secret != \"\") EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = Required(config[\"S\"] ?? \"\"); EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("foreach (var secret in new[] { config[\"S\"], config[\"T\"] }) EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = environment.IsDevelopment() ? \"\" : config[\"S\"]; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("if (environment.IsDevelopment()) EventUtility.ConstructEvent(json, header, \"\");")]
    [InlineData("EventUtility.ParseEvent(\"\");")]
    [InlineData("Own.EventUtility.ConstructEvent(json, header, \"\");")]
    public Task SecretThatIsNeverEmpty_IsSilent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("environment.IsDevelopment()")]
    [InlineData("environment.IsDevelopment() && header.Length == 0")]
    [InlineData("header.Length == 0 && (environment.IsDevelopment() == true)")]
    [InlineData("!(environment.IsDevelopment() is false)")]
    [InlineData("!(!environment.IsDevelopment() || header.Length > 0)")]
    [InlineData("environment.IsDevelopment() || environment.IsStaging()")]
    [InlineData("(environment.IsStaging() || environment.IsEnvironment(\"Testing\")) || environment.IsDevelopment()")]
    public Task CheckThatRunsInDevelopmentOnly_IsSilent(string condition) =>
        Verify.VerifyAnalyzerAsync(InMethod($"if ({condition}) EventUtility.ConstructEvent(json, header, \"\");"));

    [Theory]
    [InlineData("!environment.IsDevelopment()")]
    [InlineData("environment.IsDevelopment() == false")]
    [InlineData("environment.IsDevelopment() != true")]
    [InlineData("environment.IsDevelopment() is false")]
    [InlineData("environment.IsDevelopment() || header.Length == 0")]
    [InlineData("!(environment.IsDevelopment() && header.Length == 0)")]
    [InlineData("header.Length == 0")]
    [InlineData("environment.IsDevelopment() || environment.IsEnvironment(\"Production\")")]
    [InlineData("environment.IsDevelopment() || environment.IsProduction()")]
    public Task CheckThatProductionRunsToo_IsReported(string condition) =>
        Verify.VerifyAnalyzerAsync(InMethod($"if ({condition}) EventUtility.ConstructEvent(json, header, [|\"\"|]);"));

    [Fact] // V1 of odmaroliv/MudanzaApp
    public Task FallbackInTheConstructor_IsReportedThere() => Verify.VerifyAnalyzerAsync(Controller(
        "_secret = configuration[\"Stripe:WebhookSecret\"] ?? [|\"\"|];",
        "return Verify(json, _secret);"));

    [Theory]
    [InlineData("_secret = configuration[\"S\"] ?? \"\"; if (string.IsNullOrEmpty(_secret)) throw new InvalidOperationException();", "return Verify(json, _secret);")]
    [InlineData("_secret = configuration[\"S\"] ?? \"\"; ArgumentException.ThrowIfNullOrEmpty(_secret);", "return Verify(json, _secret);")]
    [InlineData("var secret = configuration[\"S\"] ?? \"\"; if (secret.Length == 0) throw new InvalidOperationException(); _secret = secret;", "return Verify(json, _secret);")]
    [InlineData("_secret = configuration[\"S\"] ?? \"\";", "if (string.IsNullOrEmpty(_secret)) return StatusCode(500); return Verify(json, _secret);")]
    [InlineData("_secret = configuration[\"S\"] ?? \"\";", "if (_secret is not { Length: > 0 } secret) return StatusCode(500); return Verify(json, secret);")]
    [InlineData("_secret = configuration[\"S\"] ?? \"\";", "if (this._secret == \"\") throw new InvalidOperationException(); return Verify(json, _secret);")]
    [InlineData("_secret = configuration[\"S\"] ?? \"\";", "return string.IsNullOrWhiteSpace(_secret) ? BadRequest() : Verify(json, _secret);")]
    public Task FallbackThatIsRefusedInAnotherMember_IsSilent(string constructor, string action) =>
        Verify.VerifyAnalyzerAsync(Controller(constructor, action));

    [Fact]
    public Task FallbackThatTheCallerRefuses_IsSilent() => Verify.VerifyAnalyzerAsync(Controller(
        "_secret = configuration[\"S\"] ?? \"\";",
        "if (string.IsNullOrEmpty(_secret)) return StatusCode(500); return Checked(json);",
        Checked));

    [Fact] // aidrizi23/TestPlatform2: the constructor only warns. What follows is V2, which another rule reports.
    public Task FallbackThatIsOnlyWarnedAbout_IsReported() => Verify.VerifyAnalyzerAsync(Controller(
        "_secret = configuration[\"S\"] ?? [|\"\"|]; if (_secret.Length == 0) Console.WriteLine(\"No secret\");",
        "return Verify(json, _secret);"));

    [Fact]
    public Task TwoChecksWithOneFallback_AreOneMistake() => Verify.VerifyAnalyzerAsync(Controller(
        "_secret = configuration[\"S\"] ?? [|\"\"|];",
        "return json.Length > 9 ? Verify(json, _secret) : Checked(json);",
        Checked));

    [Theory] // Adan-Alvarado/AutoCare_Club_Api and ValGikhman/autodealer.dev
    [InlineData("var secret = config[\"Stripe:WebhookSecret\"] ?? string.Empty; if (string.IsNullOrWhiteSpace(secret)) throw new InvalidOperationException(\"Stripe:WebhookSecret is not set.\"); EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = (config[\"Stripe:WebhookSecret\"] ?? string.Empty).Trim(); if (secret.Length == 0) return; try { EventUtility.ConstructEvent(json, header, secret, 300, false); } catch (StripeException) { }")]
    public Task FallbackThatIsRejectedAfterwards_IsSilent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact] // liamgold/XperienceCommunity…: the log says that validation will be skipped, and the code rejects.
    public Task GatewayThatRejects_IsSilent() => WithOptions(
        "public string WebhookSecret { get; set; } = string.Empty;",
        body: """
            if (string.IsNullOrEmpty(_options.WebhookSecret))
            {
                Console.WriteLine("Validation will be skipped");
                return null;
            }
            return EventUtility.ConstructEvent(json, header, _options.WebhookSecret);
            """);

    [Theory]
    [InlineData("public string WebhookSecret { get; set; } = {|#0:\"\"|};")]
    [InlineData("public string WebhookSecret { get; init; } = {|#0:string.Empty|};")]
    [InlineData("[System.ComponentModel.DataAnnotations.Required] public string WebhookSecret { get; set; } = {|#0:\"\"|};")]
    public async Task OptionThatDefaultsToEmpty_IsReportedAtTheUse(string property)
    {
        var test = OptionsTest(property.Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
            "return EventUtility.ConstructEvent(json, header, [|_options.WebhookSecret|]);", "");
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("public string WebhookSecret { get; set; } = null!;", "")]
    [InlineData("public string? WebhookSecret { get; set; }", "")]
    [InlineData("public required string WebhookSecret { get; set; } = \"\";", "")]
    [InlineData("[System.ComponentModel.DataAnnotations.Required] public string WebhookSecret { get; set; } = \"\";", ".ValidateDataAnnotations()")]
    [InlineData("[System.ComponentModel.DataAnnotations.MinLength(1)] public string WebhookSecret { get; set; } = \"\";", ".ValidateDataAnnotations().ValidateOnStart()")]
    [InlineData("public string WebhookSecret { get; set; } = \"\";", ".Validate(options => options.WebhookSecret.Length > 0)")]
    [InlineData("public string WebhookSecret { get; set; } = \"\"; public bool IsValid() => WebhookSecret != \"\";", ".Validate(options => options.IsValid())")]
    [InlineData("public string WebhookSecret { get; set; } = \"\"; }\npublic class Rules : IValidateOptions<StripeOptions> { public ValidateOptionsResult Validate(string? name, StripeOptions options) => ValidateOptionsResult.Success; ", "")]
    public Task OptionThatIsValidated_IsSilent(string property, string validation) =>
        WithOptions(property, "return EventUtility.ConstructEvent(json, header, _options.WebhookSecret);", validation);

    [Theory]
    [InlineData("if (string.IsNullOrWhiteSpace(configuration[\"Stripe:WebhookSecret\"])) throw new InvalidOperationException();")]
    [InlineData("_ = configuration[\"Stripe:WebhookSecret\"] ?? throw new InvalidOperationException();")]
    [InlineData("var options = configuration.GetSection(\"Stripe\").Get<StripeOptions>()!; if (options.WebhookSecret is null or \"\") throw new InvalidOperationException();")]
    [InlineData("var secret = configuration[\"Stripe:WebhookSecret\"]; ArgumentException.ThrowIfNullOrEmpty(secret);")]
    public Task SettingThatIsRefusedAtStartUp_IsSilent(string start) => WithOptions(
        "public string WebhookSecret { get; set; } = \"\";",
        "return EventUtility.ConstructEvent(json, header, _options.WebhookSecret);",
        start: start);

    [Theory]
    [InlineData("bool IsConfigured => !string.IsNullOrWhiteSpace(WebhookSecret);", "if (!_options.IsConfigured) return null;")]
    [InlineData("bool IsConfigured { get { return ApiKey != \"\" && WebhookSecret != \"\"; } }", "if (!_options.IsConfigured) { Console.WriteLine(); return null; }")]
    [InlineData("bool Has(string key) => key == \"\" || WebhookSecret.Length > 0;", "if (_options.Has(ApiKey)) {", "} return null;")]
    [InlineData("bool IsMissing => WebhookSecret is null or \"\";", "if (_options.IsMissing) throw new InvalidOperationException();")]
    [InlineData("bool IsConfigured => WebhookSecret != \"\";", "if (header == \"\" || !_options.IsConfigured) return null;")]
    public Task GuardOfTheOptions_IsSilent(string member, string before, string after = "") => WithOptions(
        $$"""public string ApiKey { get; set; } = ""; public string WebhookSecret { get; set; } = ""; public {{member}}""",
        $"const string ApiKey = \"k\"; {before} return EventUtility.ConstructEvent(json, header, _options.WebhookSecret ?? ApiKey); {after}");

    [Theory]
    [InlineData("bool IsConfigured => ApiKey != \"\";", "if (!_options.IsConfigured) return null;")]
    [InlineData("bool IsConfigured => WebhookSecret != null;", "if (!_options.IsConfigured) return null;")]
    [InlineData("bool IsConfigured => WebhookSecret is not null;", "if (!_options.IsConfigured) return null;")]
    [InlineData("bool IsConfigured => WebhookSecret != \"\";", "if (!_options.IsConfigured) Console.WriteLine();")]
    [InlineData("bool IsConfigured => WebhookSecret != \"\";", "Console.WriteLine(_options.IsConfigured);")]
    [InlineData("bool IsConfigured => WebhookSecret != \"\";", "if (header == \"\") { if (!_options.IsConfigured) return null; }")]
    [InlineData("bool IsConfigured => WebhookSecret != \"\";", "Console.WriteLine(_options.IsConfigured ? header : json);")]
    [InlineData("bool IsConfigured => WebhookSecret != \"\";", "void Unused() { if (!_options.IsConfigured) return; }")]
    public Task OtherMemberOfTheOptions_IsReported(string member, string before) => WithOptions(
        $$"""public string ApiKey { get; set; } = ""; public string WebhookSecret { get; set; } = ""; public {{member}}""",
        $"{before} return EventUtility.ConstructEvent(json, header, [|_options.WebhookSecret|]);");

    [Theory]
    [InlineData("if (!_ready) return StatusCode(503);")]
    [InlineData("if (!Ready()) return StatusCode(503);")]
    [InlineData("if (!await ReadyAsync()) return StatusCode(503);")]
    [InlineData("if (Missing() is { } problem) return problem;")]
    [InlineData("if (!IsReady) { return NotFound(); }")]
    [InlineData("var problem = Missing(); if (problem is not null) return problem;")]
    [InlineData("var isReady = Ready() && json.Length > 0; if (!isReady) return NotFound();")]
    public Task GuardOfTheController_IsSilent(string guard) => Verify.VerifyAnalyzerAsync(Controller(Readiness, $"{guard} return Verify(json, _secret);", Guards));

    [Theory]
    [InlineData("if (!_ready) Console.WriteLine();")]
    [InlineData("if (!_hasKey) return StatusCode(503);")]
    [InlineData("var problem = Missing(); Console.WriteLine(problem);")]
    [InlineData("var isReady = Ready(); if (!isReady) Console.WriteLine(\"Not ready\");")]
    [InlineData("if (Held() is { } held) return NotFound();")]
    [InlineData("if (json.Length > 0 && !HasKey()) return StatusCode(503);")]
    public Task OtherMemberOfTheController_IsReported(string guard) => Verify.VerifyAnalyzerAsync(
        Controller(Readiness.Replace("\"\";", "[|\"\"|];", StringComparison.Ordinal), $"{guard} return Verify(json, _secret);", Guards));

    private const string Readiness = """
        _secret = configuration["Stripe:WebhookSecret"] ?? "";
        _ready = !string.IsNullOrEmpty(_secret);
        _hasKey = !string.IsNullOrEmpty(configuration["Stripe:SecretKey"]);
        """;

    private const string Guards = """
        private readonly bool _ready, _hasKey;
        private bool IsReady => _secret.Length > 0;
        private bool Ready() { if (string.IsNullOrEmpty(_secret)) return false; return true; }
        private async Task<bool> ReadyAsync() { await Task.Yield(); return _secret.Length > 0; }
        private bool HasKey() => _hasKey;
        private IActionResult? Missing() => string.IsNullOrEmpty(_secret) ? StatusCode(503) : null;
        private object? Held() => _secret;
        """;

    [Theory]
    [InlineData("if (!pay.IsEnabled) return Results.NotFound();", "\"\"")]
    [InlineData("if (!pay.IsEnabled) return Results.StatusCode(503); Console.WriteLine();", "\"\"")]
    [InlineData("if (pay.IsEnabled == false) { return Results.NotFound(); }", "\"\"")]
    [InlineData("if (!pay.IsEnabled) Console.WriteLine();", "[|\"\"|]")]
    [InlineData("if (!pay.HasKey) return Results.NotFound();", "[|\"\"|]")]
    [InlineData("", "[|\"\"|]")]
    public Task GuardOfAService_CountsInTheEndpointThatUsesIt(string guard, string empty) => Verify.VerifyAnalyzerAsync($$"""
        using Microsoft.Extensions.Options;
        using Stripe;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<StripeOptions>(builder.Configuration.GetSection("Stripe"));
        var app = builder.Build();
        app.MapPost("/webhook", async (HttpRequest request, IPayments pay) =>
        {
            {{guard}}
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            pay.Handle(json, request.Headers["Stripe-Signature"]);
            return Results.Ok();
        });
        app.MapGet("/status", (IPayments pay) => { if (!pay.IsEnabled) return Results.NotFound(); return Results.Ok(); });
        app.Run();
        public class StripeOptions
        {
            public string Key { get; set; } = "";
            public string WebhookSecret { get; set; } = {{empty}};
        }
        public interface IPayments { bool IsEnabled { get; } bool HasKey { get; } void Handle(string json, string signature); }
        public class Payments(IOptions<StripeOptions> options) : IPayments
        {
            public bool IsEnabled => !string.IsNullOrWhiteSpace(options.Value.WebhookSecret);
            public bool HasKey => !string.IsNullOrWhiteSpace(options.Value.Key);
            public void Handle(string json, string signature) => Console.WriteLine(Read(json, signature).Id);
            private Event Read(string json, string signature) => EventUtility.ConstructEvent(json, signature, options.Value.WebhookSecret);
        }
        """);

    [Theory]
    [InlineData("if (string.IsNullOrEmpty(configuration[\"Stripe:SecretKey\"])) throw new InvalidOperationException();")]
    [InlineData("if (string.IsNullOrEmpty(configuration[\"Stripe:WebhookSecret\"])) Console.WriteLine();")]
    public Task OtherTestAtStartUp_IsReported(string start) => WithOptions(
        "public string WebhookSecret { get; set; } = \"\";",
        "return EventUtility.ConstructEvent(json, header, [|_options.WebhookSecret|]);",
        start: start);

    [Fact]
    public Task MinimalApi_GuardAtStartUpOrInTheHandlerIsHonoured() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var app = WebApplication.CreateBuilder(args).Build();
        var open = app.Configuration["A"] ?? [|""|];
        var atStart = app.Configuration["B"] ?? "";
        if (atStart.Length == 0) throw new InvalidOperationException("Set B.");
        var inHandler = app.Configuration["C"] ?? "";
        app.MapPost("/a", (string json, HttpRequest request) => EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], open));
        app.MapPost("/b", (string json, HttpRequest request) => EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], atStart));
        app.MapPost("/c", (string json, HttpRequest request) =>
        {
            if (inHandler == "") return Results.StatusCode(500);
            EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], inHandler);
            return Results.Ok();
        });
        app.Run();
        """);

    [Fact]
    public Task FieldThatAMethodSetsLater_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        public class Gateway
        {
            private string _secret = "";
            public void Configure(string secret) => _secret = secret;
            public Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, _secret);
        }
        public static class Settings { public static string Secret { get; set; } = ""; }
        public class Other
        {
            public static void Start(IConfiguration configuration) => Settings.Secret = configuration["S"];
            public Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, Settings.Secret);
        }
        public class Tenant { public string WebhookSecret { get; set; } = ""; }
        public class Tenants(Func<int, Tenant> find)
        {
            public Event Read(int id, string json, string header) => EventUtility.ConstructEvent(json, header, find(id).WebhookSecret);
        }
        """);

    [Fact]
    public Task FieldThatNothingSets_IsReported() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        public class Gateway
        {
            private readonly string _secret = "";
            public Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, [|_secret|]);
        }
        """);

    [Fact]
    public async Task FallbackInAnotherFile_IsReportedAtTheCall()
    {
        var test = new CSharpAnalyzerTest<SignatureAnalyzer>
        {
            TestCode = """
                using Stripe;
                public class Hook(Keys keys) { Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, [|keys.Webhook|]); }
                """,
        };
        test.Sources.Add(("/0/Keys.cs", """public class Keys(IConfiguration config) { public string Webhook => config["Stripe:WebhookSecret"] ?? ""; }"""));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task TestProject_IsSilent()
    {
        var test = new CSharpAnalyzerTest<SignatureAnalyzer> { TestCode = InMethod("EventUtility.ConstructEvent(json, header, \"\", tolerance: long.MaxValue);") };
        test.GlobalOptions["build_property.IsTestProject"] = "true";
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, \"\"")]
    [InlineData("EventUtility.ConstructEvent(json, missing, \"\");")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"] ?? );")]
    [InlineData("EventUtility.ConstructEvent(, , \"\");")]
    [InlineData("var secret = config[\"S\"]; var no = !no; if (no) return; EventUtility.ConstructEvent(json, header, no ? secret : null);")]
    [InlineData("bool a, b; a = !b; b = !a; var secret = config[\"S\"]; if (a) return; EventUtility.ConstructEvent(json, header, secret);")]
    public Task HalfTypedOrUnbound_IsSilent(string statement) =>
        new CSharpAnalyzerTest<SignatureAnalyzer> { TestCode = InMethod(statement), AllowCompileErrors = true }.RunAsync(TestContext.Current.CancellationToken);

    private static string InMethod(string statements) => $$"""
        using Stripe;
        class Shop(Func<string, string?> vault)
        {
            void M(IConfiguration config, IHostEnvironment environment, StripeClient client, string json, string header)
            {
                {{statements}}
            }
            string? Vault(string name) => vault(name);
            static bool IsMissing(string value) => value.Trim().Length == 0;
            static void Refuse(string value) { if (value == "") throw new InvalidOperationException(); }
            static string Required(string value) => value.Length > 0 ? value : throw new InvalidOperationException();
        }
        static class Guard { public static void NotEmpty(string value) { if (value.Length == 0) throw new InvalidOperationException(); } }
        namespace Own
        {
            static class EventUtility { public static void ConstructEvent(string json, string header, string secret) { } }
        }
        """;

    private static string Controller(string constructor, string action, string more = "") => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            private readonly string _secret;
            public WebhookController(IConfiguration configuration) { {{constructor}} }
            [HttpPost("/webhook")]
            public async Task<IActionResult> Post()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{action}}
            }
            private IActionResult Verify(string json, string secret)
            {
                EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], secret);
                return Ok();
            }
            {{more}}
        }
        """;

    private static Task WithOptions(string property, string body, string validation = "", string start = "") =>
        OptionsTest(property, body, validation, start).RunAsync(TestContext.Current.CancellationToken);

    private static CSharpAnalyzerTest<SignatureAnalyzer> OptionsTest(string property, string body, string validation, string start = "")
    {
        var test = new CSharpAnalyzerTest<SignatureAnalyzer>
        {
            TestCode = $$"""
                using Microsoft.Extensions.Options;
                using Stripe;
                public class Gateway(IOptions<StripeOptions> options)
                {
                    private readonly StripeOptions _options = options.Value;
                    public Event? Read(string json, string header)
                    {
                        {{body}}
                    }
                }
                """,
        };
        test.Sources.Add(("/0/Options.cs", $$"""
            using Microsoft.Extensions.Options;
            public class StripeOptions { {{property}} }
            public static class Start
            {
                public static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.AddOptions<StripeOptions>().Bind(configuration.GetSection("Stripe")){{validation}};
                    {{start}}
                }
            }
            """));
        return test;
    }
}
