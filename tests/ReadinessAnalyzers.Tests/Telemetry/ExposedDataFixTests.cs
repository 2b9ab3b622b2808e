using ReadinessAnalyzers.CodeFixes.Telemetry;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class ExposedDataFixTests
{
    private const string Names = "{EventId} of type {EventType}\", stripeEvent.Id, stripeEvent.Type);";
    private const string Payload = "\"payload " + Names;
    private const string Event = "\"Stripe event " + Names;

    [Theory]
    [InlineData("logger.LogInformation(\"payload {Json}\", [|json|]);", "logger.LogInformation(" + Payload)]
    [InlineData("logger.LogInformation(@\"payload {@Json}, checked\", [|json|]);", "logger.LogInformation(@\"payload {EventId} of type {EventType}, checked\", stripeEvent.Id, stripeEvent.Type);")]
    [InlineData("logger.LogInformation($\"payload {[|json|]}\");", "logger.LogInformation(" + Payload)]
    [InlineData("logger.LogInformation($\"{[|json|]} is the payload\");", "logger.LogInformation(\"{EventId} of type {EventType} is the payload\", stripeEvent.Id, stripeEvent.Type);")]
    [InlineData("logger.Log(LogLevel.Debug, \"payload \" + [|json|]);", "logger.Log(LogLevel.Debug, " + Payload)]
    [InlineData("logger.LogInformation(\"{Event}\", [|stripeEvent|]);", "logger.LogInformation(" + Event)]
    [InlineData("logger.LogInformation([|json|]);", "logger.LogInformation(" + Event)]
    public Task EventInScope_TakesThePlaceOfTheValue(string line, string fixedLine) => Fix(Action("", line), Action("", fixedLine));

    [Theory]
    [InlineData("logger.LogInformation(\"payload {Json}\", [|json|]);", "")] // no event yet
    [InlineData("", "logger.LogInformation(\"{Length} {Json}\", json.Length, [|json|]);")] // a line that says more
    [InlineData("", "logger.LogInformation($\"{json.Length}: {[|json|]}\");")]
    [InlineData("", "logger.LogInformation($\"payload \" + [|json|] + \" of Stripe\");")]
    [InlineData("", "Console.WriteLine([|json|]);")]
    public Task WhereAPersonMustDecide_NothingIsOffered(string before, string after) => Fix(Action(before, after), Action(before, after));

    // Written for nothing else than to be seen outside the try: there it may still be null.
    [Theory]
    [InlineData("\n#nullable disable\nEvent stripeEvent = null;")]
    [InlineData("Event stripeEvent = null!;")]
    [InlineData("Event stripeEvent = default!;")]
    public async Task EventThatMayNotBeThere_IsNotAsked(string declaration)
    {
        const string Log = "logger.LogWarning(\"Signature check failed for {Json}\", [|json|]);";
        await Nothing($"{declaration} try {{ stripeEvent = EventUtility.ConstructEvent(json, signature, Secret); }} catch (StripeException) {{ {Log} return BadRequest(); }}");
        await Nothing($"{declaration} {Log} stripeEvent = EventUtility.ConstructEvent(json, signature, Secret);");
        await Nothing($"{declaration} if (signature.Length > 0) stripeEvent = EventUtility.ConstructEvent(json, signature, Secret); {Log}");

        Task Nothing(string body) => Fix(Body(body), Body(body));
    }

    [Theory]
    [InlineData("Event stripeEvent = null!; try { stripeEvent = EventUtility.ConstructEvent(json, signature, Secret); } catch (StripeException error) { logger.LogWarning(error, \"Refused\"); return BadRequest(); }")]
    [InlineData("Event stripeEvent; try { stripeEvent = EventUtility.ParseEvent(json); } catch (StripeException error) { logger.LogWarning(error, \"Refused\"); return BadRequest(); }")]
    [InlineData("var stripeEvent = await Verified(json); Task<Event> Verified(string text) => Task.FromResult(EventUtility.ConstructEvent(text, signature, Secret));")]
    public Task EventThatIsThereOnEveryPath_IsAsked(string check) => Fix(
        Body(check + " logger.LogInformation(\"payload {Json}\", [|json|]);"), Body(check + " logger.LogInformation(" + Payload));

    [Fact]
    public Task EventThatAMethodMayNotFind_IsNotAsked()
    {
        var source = Body("""
            var stripeEvent = Find(json);
            logger.LogInformation("payload {Json}", [|json|]);
            #nullable disable
            Event Find(string text) => text.Length == 0 ? null : EventUtility.ConstructEvent(text, signature, Secret);
            #nullable restore

            """);
        return Fix(source, source);
    }

    [Theory]
    [InlineData("public void Show(Customer customer) => logger.LogInformation(\"{Customer}\", [|customer|]);", "customer.Id")]
    [InlineData("public void Show(Session session) => logger.LogInformation(\"{Customer}\", [|session.Customer|]);", "session.Customer?.Id")] // where it was expanded
    [InlineData("public async Task Show() { var customer = await customers.GetAsync(\"c\"); logger.LogInformation(\"{Customer}\", [|customer|]); }", "customer.Id")]
    public Task StripeObject_GivesItsId(string method, string id)
    {
        var start = method.IndexOf("[|", StringComparison.Ordinal);
        var end = method.IndexOf("|]", StringComparison.Ordinal) + "|]".Length;
        return Fix(FailureSource.InService(method), FailureSource.InService(method[..start] + id + method[end..]));
    }

    private static string Body(string body) => WebhookSource.WithBody($"{body} orders.HandleAndLog(stripeEvent); return Ok();");

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
