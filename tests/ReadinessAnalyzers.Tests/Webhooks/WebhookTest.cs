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
}
