using static ReadinessAnalyzers.Tests.Telemetry.FailureSource;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class SilentStripeFailureTests
{
    // In the wild, 28 times: the sender gets 400, the log gets nothing.
    [Theory]
    [InlineData("[|catch|] (StripeException) { return BadRequest(); }")]
    [InlineData("[|catch|] (StripeException error) { return BadRequest(error.Message); }")]
    [InlineData("[|catch|] (StripeException error) { return BadRequest(new { error = error.Message }); }")]
    [InlineData("[|catch|] (StripeException error) { return StatusCode(500, $\"Failed: {error}\"); }")]
    [InlineData("[|catch|] (StripeException error) { if (error.Message.Contains(\"version\")) return BadRequest(\"Version\"); return BadRequest(); }")]
    [InlineData("[|catch|] (Exception) { return Problem(); }")]
    [InlineData("[|catch|] { return Redirect(\"/sorry\"); }")]
    [InlineData("[|catch|] { }")]
    [InlineData("catch (HttpRequestException error) { logger.LogError(error, \"No network\"); throw; } [|catch|] (StripeException) { return BadRequest(); }")]
    public Task CatchOfAnEndpoint_IsReported(string clauses) => Verify(InAction($"try {{ return Ok(await sessions.CreateAsync(new SessionCreateOptions())); }} {clauses} return Ok();"));

    [Theory]
    [InlineData("catch (StripeException error) { logger.LogError(error, \"Failed\"); return BadRequest(); }")]
    [InlineData("catch (StripeException error) { logger.LogError(error.Message, error); return BadRequest(); }")]
    [InlineData("catch (StripeException error) { Log(error); return BadRequest(); void Log(Exception e) => logger.LogError(e, \"Failed\"); }")]
    [InlineData("catch (StripeException error) { Console.WriteLine(error.Message); return BadRequest(); }")] // poor, but told
    [InlineData("catch (StripeException) { System.Diagnostics.Activity.Current?.SetStatus(System.Diagnostics.ActivityStatusCode.Error); return BadRequest(); }")]
    [InlineData("catch (StripeException) { throw; }")]
    [InlineData("catch (StripeException error) { throw new InvalidOperationException(\"No session\", error); }")]
    [InlineData("catch (StripeException error) when (error.StripeError?.Code == \"resource_missing\") { return NotFound(); }")]
    [InlineData("catch (StripeException error) { return BadRequest(new { code = error.StripeError?.Code }); }")] // a declined card is no failure
    [InlineData("catch (StripeException error) { ModelState.AddModelError(\"\", error.Message); return BadRequest(); }")]
    [InlineData("catch (StripeException) { } finally { logger.LogInformation(\"Tried\"); }")]
    [InlineData("catch (StripeException) { } logger.LogWarning(\"No session\");")]
    [InlineData("catch (FormatException) { return BadRequest(); }")]
    [InlineData("catch (StripeException error) { logger.LogError(error, \"Failed\"); throw; } catch (Exception) { return BadRequest(); }")]
    public Task CatchThatTells_IsSilent(string clauses) => Verify(InAction($"try {{ return Ok(await sessions.CreateAsync(new SessionCreateOptions())); }} {clauses} return Ok();"));

    [Theory]
    [InlineData("public async Task Delete(string id) { try { await customers.DeleteAsync(id); } [|catch|] (StripeException) { } }")]
    [InlineData("public async Task Delete(string id) { try { await customers.DeleteAsync(id); } [|catch|] { return; } }")]
    [InlineData("public async Task Load(string id) { try { await new Gateway(customers).LoadAsync(id); } [|catch|] (Exception) { } }")]
    [InlineData("public void Start() => Task.Run(async () => { try { await customers.GetAsync(\"c\"); } [|catch|] (StripeException) { } });")]
    [InlineData("public async Task Delete(string id) { try { await customers.DeleteAsync(id); } [|catch|] (StripeException) { _ = nameof(logger); } }")]
    public Task ServiceThatSwallows_IsReported(string method) => Verify(InService(method));

    // Whoever gets the value knows that something failed, and says nothing either.
    [Theory]
    [InlineData("return null;", "public async Task<bool> Has(string id) => await billing.Find(id) is not null;")]
    [InlineData("return default;", "public async Task<bool> Has(string id) => await billing.Find(id) is not null;")]
    public Task PoorValueThatNoCallerReports_IsReported(string answer, string caller) => Verify(InService(
        $$"""public async Task<Customer?> Find(string id) { try { return await customers.GetAsync(id); } [|catch|] (StripeException) { {{answer}} } }""",
        $$"""public class Shop(Billing billing) { {{caller}} }"""));

    [Theory]
    [InlineData("catch (StripeException) { return null; }", "public async Task Show(string id) { if (await billing.Find(id) is null) logger.LogWarning(\"No customer\"); }")]
    [InlineData("catch (StripeException) { return null; }", "")] // who calls it, nobody sees
    [InlineData("catch (StripeException error) { _problem = error.Message; return null; }", "public Task Show(string id) => billing.Find(id);")]
    [InlineData("catch (StripeException error) { Log.Ignore(error); return null; }", "public Task Show(string id) => billing.Find(id);")]
    [InlineData("catch (StripeException error) { Log.Failure(error, logger); return null; }", "public Task Show(string id) => billing.Find(id);")]
    [InlineData("catch (StripeException) { return new Customer { Id = \"none\" }; }", "public Task Show(string id) => billing.Find(id);")]
    [InlineData("catch (StripeException) { } return await customers.CreateAsync(new CustomerCreateOptions());", "public Task Show(string id) => billing.Find(id);")] // get or create
    public Task ValueThatSaysMoreOrIsReported_IsSilent(string clause, string caller) => Verify(InService(
        $$"""public async Task<Customer?> Find(string id) { try { return await customers.GetAsync(id); } {{clause}} }""",
        $$"""public class Shop(Billing billing, ILogger<Shop> logger) { private readonly ILogger _log = logger; {{caller}} }"""));

    [Theory]
    [InlineData("public string Read(Customer c) { try { return c.Metadata[\"plan\"]; } catch { return \"\"; } }")] // an optional property
    [InlineData("public int Read(Customer c) { try { return int.Parse(c.Metadata[\"seats\"]); } catch { } return 0; }")]
    [InlineData("public void Save() { try { File.WriteAllText(\"a\", \"b\"); } catch { } }")]
    [InlineData("public async Task Load(string id) { try { await new Gateway(customers).LoadSafelyAsync(id); } catch (Exception) { } }")] // told in there
    [InlineData("public async Task<int> Retry(string id) { var attempts = 0; while (attempts < 3) { try { await customers.GetAsync(id); break; } catch (StripeException) { attempts++; } } return attempts; }")]
    [InlineData("public async Task<string> Pay(string id) { try { await customers.GetAsync(id); return \"\"; } catch (StripeException) { return \"Stripe refused\"; } } public Task<string> PayAll() => Pay(\"c\");")]
    [InlineData("public async Task<(bool, string)> Try(string id) { try { await customers.GetAsync(id); return (true, \"\"); } catch (StripeException error) { return (false, error.Message); } }")]
    public Task WhatIsNoSilentFailure_IsSilent(string method) => Verify(InService(method));

    // In the wild: the work on an event, thrown on a thread of its own, and a catch that takes whatever comes.
    [Fact]
    public Task EmptyCatchAroundTheWorkOnAnEvent_IsReported() => Verify(InService("""
        public void Handle(Event stripeEvent)
        {
            var invoice = (Invoice)stripeEvent.Data.Object;
            _ = Task.Run(async () =>
            {
                try { await Register(invoice.CustomerId); }
                [|catch|] (System.Exception) { }
            });
        }
        private static Task Register(string customer) => Task.CompletedTask;
        """));

    [Theory]
    [InlineData("[|catch|] (StripeException) { }")]
    [InlineData("[|catch|] (StripeException) { await Task.Delay(1000, stop); continue; }")]
    [InlineData("catch (StripeException error) { logger.LogError(error, \"Not read\"); }")]
    [InlineData("catch (OperationCanceledException) { break; }")]
    public Task Worker(string clause) => Verify($$"""
        using Stripe;
        public class Reconciler(SubscriptionService subscriptions, ILogger<Reconciler> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stop)
            {
                while (!stop.IsCancellationRequested)
                {
                    logger.LogInformation("Reconciling");
                    try { await subscriptions.GetAsync("sub", cancellationToken: stop); }
                    {{clause}}
                }
            }
        }
        """);

    // What a check says by its value is the endpoint's to tell: RDY3001.
    [Fact]
    public Task CheckThatAnswersByItsValue_IsSilent() => Verify(InService(
        "public bool Verify(string json, string header) { try { EventUtility.ConstructEvent(json, header, \"\" + json); return true; } catch (StripeException) { return false; } }",
        "public class Shop(Billing billing) { public bool Take(string json) => billing.Verify(json, json); }"));

    [Fact]
    public Task HalfTypedCatch_IsSilent()
    {
        var test = new CSharpAnalyzerTest<StripeFailureAnalyzer> { TestCode = InAction("try { await sessions.CreateAsync(null); } catch (StripeEx"), AllowCompileErrors = true };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task TestProject_IsSilent()
    {
        var test = new CSharpAnalyzerTest<StripeFailureAnalyzer> { TestCode = InAction("try { await sessions.CreateAsync(null); } catch (StripeException) { } return Ok();") };
        test.GlobalOptions["build_property.IsTestProject"] = "true";
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    // A flag that the code after the catch looks at.
    [Fact]
    public Task FailureThatIsNoted_IsSilent() => CSharpAnalyzerVerifier<StripeFailureAnalyzer>.VerifyAnalyzerAsync(FailureSource.InAction("""
        var failed = false;
        try { await sessions.CreateAsync(new SessionCreateOptions()); }
        catch (StripeException) { failed = true; }
        return failed ? BadRequest() : Ok();
        """));

    private static Task Verify(string source) => CSharpAnalyzerVerifier<StripeFailureAnalyzer>.VerifyAnalyzerAsync(source);
}
