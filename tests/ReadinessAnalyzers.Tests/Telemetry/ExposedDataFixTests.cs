using ReadinessAnalyzers.CodeFixes.Telemetry;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class ExposedDataFixTests
{
    private const string IdAndType = "\"Stripe event {EventId} of type {EventType}\", stripeEvent.Id, stripeEvent.Type);";

    [Theory]
    [InlineData("logger.LogInformation(\"payload {Json}\", [|json|]);", "logger.LogInformation(" + IdAndType)]
    [InlineData("logger.LogInformation($\"payload {[|json|]}\");", "logger.LogInformation(" + IdAndType)]
    [InlineData("logger.Log(LogLevel.Debug, \"payload \" + [|json|]);", "logger.Log(LogLevel.Debug, " + IdAndType)]
    [InlineData("logger.LogInformation(\"{Event}\", [|stripeEvent|]);", "logger.LogInformation(" + IdAndType)]
    public Task EventInScope(string line, string fixedLine) => Fix(Action("", line), Action("", fixedLine));

    [Theory]
    [InlineData("logger.LogInformation(\"payload {Json}\", [|json|]);", "")] // no event yet
    [InlineData("", "logger.LogInformation(\"{Length} {Json}\", json.Length, [|json|]);")] // a line that says more
    [InlineData("", "Console.WriteLine([|json|]);")]
    public Task WhereAPersonMustDecide_NothingIsOffered(string before, string after) => Fix(Action(before, after), Action(before, after));

    [Fact]
    public Task StripeObject_GivesItsId() => Fix(
        FailureSource.InService("public void Show(Customer customer) => logger.LogInformation(\"{Customer}\", [|customer|]);"),
        FailureSource.InService("public void Show(Customer customer) => logger.LogInformation(\"{Customer}\", customer.Id);"));

    private static string Action(string before, string after) => WebhookSource.WithBody($$"""
        {{before}}
        var stripeEvent = EventUtility.ConstructEvent(json, signature, Secret);
        {{after}}
        orders.HandleAndLog(stripeEvent);
        return Ok();
        """);

    private static Task Fix(string source, string fixedSource) =>
        new CSharpCodeFixTest<ExposureAnalyzer, ExposedDataFix> { TestCode = source, FixedCode = fixedSource }.RunAsync(TestContext.Current.CancellationToken);
}
