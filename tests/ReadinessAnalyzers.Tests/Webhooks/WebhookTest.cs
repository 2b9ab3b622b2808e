namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>Compares only what the rules under test report: one endpoint may break several.</summary>
internal sealed class WebhookTest : CSharpAnalyzerTest<WebhookAnalyzer>
{
    public WebhookTest(params string[] rules) =>
        DisabledDiagnostics.AddRange(new WebhookAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Except(rules));
}

/// <summary>The rules about an event that nobody verified: RDY2002 and, where the check is there and a way around it, RDY2004.</summary>
internal static class UnverifiedEventVerifier
{
    public static DiagnosticResult Diagnostic(string id) => new(id);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new WebhookTest("RDY2002", "RDY2004") { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An action that is called by whoever knows its address.</summary>
    public static Task InAction(string body, string members = "") => VerifyAnalyzerAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [ApiController]
        public class WebhookController : ControllerBase
        {
            private static string Secret => System.Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;
            private static bool IsSandbox => false;
            private static IWebHostEnvironment Environment => null!;
            private static ILogger Logger => null!;

            [HttpPost("/webhook")]
            public async Task<IActionResult> Index()
            {
                await Task.Yield();
                {{body}}
            }

            private static void Handle(Event stripeEvent) { }
            private static void Fulfil(Invoice? invoice) { }
            {{members}}
        }
        """);
}
