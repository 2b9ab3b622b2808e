using ReadinessAnalyzers.CodeFixes.Telemetry;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class SilentStripeFailureFixTests
{
    private const string Line = "logger.LogError(error, \"CustomerService.DeleteAsync failed\");";

    [Theory]
    [InlineData("[|catch|] (StripeException error) { return; }", "catch (StripeException error) { " + Line + " return; }")]
    [InlineData("[|catch|] (StripeException) { }", "catch (StripeException error) { " + Line + " }")]
    [InlineData("[|catch|] { }", "catch (Exception error) { " + Line + " }")]
    [InlineData("[|catch|] (StripeException) { /* gone already */ }", "catch (StripeException error) { " + Line + " /* gone already */ }")]
    [InlineData("[|catch|] (StripeException /* refused */) { }", "catch (StripeException error /* refused */) { " + Line + " }")]
    [InlineData("[|catch|] /* refused */ (StripeException error) { return; }", "catch /* refused */ (StripeException error) { " + Line + " return; }")]
    [InlineData("[|catch|] /* refused */ { }", "catch (Exception error) /* refused */ { " + Line + " }")]
    [InlineData("[|catch|] (StripeException)\n        {\n            return;\n        }", "catch (StripeException error)\n        {\n            " + Line + "\n            return;\n        }")]
    [InlineData("[|catch|] (StripeException) // gone already\n        {\n        }", "catch (StripeException error) // gone already\n        {\n            " + Line + "\n        }")]
    public Task LoggerInScope(string clause, string fixedClause) => Fix(Service("ILogger<Billing> logger", clause), Service("ILogger<Billing> logger", fixedClause));

    [Theory]
    [InlineData("int attempts")]
    [InlineData("object logger")]
    public Task WithoutALogger_NothingIsOffered(string parameter) => Fix(Service(parameter, "[|catch|] (StripeException) { }"), Service(parameter, "[|catch|] (StripeException) { }"));

    [Fact]
    public Task StaticMethod_WhereTheLoggerIsOutOfReach_NothingIsOffered()
    {
        const string source = """
            using Stripe;
            public class Billing(ILogger<Billing> logger)
            {
                private readonly ILogger _logger = logger;
                public static async Task Delete(CustomerService customers) { try { await customers.DeleteAsync("c"); } [|catch|] (StripeException) { } }
            }
            """;
        return Fix(source, source);
    }

    [Fact]
    public Task FailedCheck_IsAWarning() => Fix(
        WebhookSource.WithBody("try { orders.HandleAndLog(EventUtility.ConstructEvent(json, signature, Secret)); } [|catch|] (StripeException) { return BadRequest(); } return Ok();"),
        WebhookSource.WithBody("try { orders.HandleAndLog(EventUtility.ConstructEvent(json, signature, Secret)); } catch (StripeException error) { logger.LogWarning(error, \"EventUtility.ConstructEvent failed\"); return BadRequest(); } return Ok();"));

    private static string Service(string parameter, string clause) => $$"""
        using Stripe;
        public class Billing(CustomerService customers, {{parameter}})
        {
            public object Other { get; } = {{parameter.Split(' ')[1]}};
            public async Task Delete(string id)
            {
                try { await customers.DeleteAsync(id); }
                {{clause}}
            }
        }
        """.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static Task Fix(string source, string fixedSource)
    {
        var test = new CSharpCodeFixTest<StripeFailureAnalyzer, SilentStripeFailureFix> { TestCode = source, FixedCode = fixedSource };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
