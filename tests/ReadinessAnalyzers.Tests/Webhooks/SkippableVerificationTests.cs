using Verify = ReadinessAnalyzers.Tests.Webhooks.UnverifiedEventVerifier;

namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class SkippableVerificationTests
{
    [Fact]
    public Task VerificationOnOneBranchOnly_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = string.IsNullOrEmpty(Secret)
            ? {|RDY2004:EventUtility.ParseEvent(json)|}
            : EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task VerificationThatAFlagSkips_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (!IsSandbox)
            EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], Secret);
        var stripeEvent = {|RDY2004:EventUtility.ParseEvent(json)|};
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task EventAssignedOnTwoBranches_IsReportedThoughItsTypeIsCompared() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Event stripeEvent;
        if (!string.IsNullOrEmpty(Secret))
            stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        else
            stripeEvent = {|RDY2004:EventUtility.ParseEvent(json)|};
        if (stripeEvent.Type == "checkout.session.completed")
            Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task EventUsedAfterItsCheckFailed_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Event stripeEvent;
        try
        {
            stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        }
        catch (StripeException)
        {
            stripeEvent = {|RDY2004:EventUtility.ParseEvent(json)|};
        }
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task EventDeclaredBeforeTheTry_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var signature = Request.Headers["Stripe-Signature"].ToString();
        Event stripeEvent;
        try
        {
            stripeEvent = signature.Length == 0
                ? {|RDY2004:EventUtility.ParseEvent(json)|}
                : EventUtility.ConstructEvent(json, signature, Secret);
        }
        catch (StripeException)
        {
            return BadRequest();
        }
        if (stripeEvent.Data.Object is Invoice invoice)
            Fulfil(invoice);
        return Ok();
        """);

    [Theory]
    [InlineData("!Environment.IsDevelopment()")]
    [InlineData("Environment.IsDevelopment() || Secret.Length == 0")]
    [InlineData("Environment.EnvironmentName != \"Development\"")]
    public Task BranchThatProductionMayTake_IsReported(string condition) => Verify.InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle({{condition}}
            ? {|RDY2004:EventUtility.ParseEvent(json)|}
            : EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret));
        return Ok();
        """);

    [Theory]
    [InlineData("if (stripeEvent.Type == \"checkout.session.completed\") Console.WriteLine(1);")]
    [InlineData("if (stripeEvent.Type is \"checkout.session.completed\") Console.WriteLine(1);")]
    [InlineData("switch (stripeEvent.Type) { case \"checkout.session.completed\": Console.WriteLine(1); break; }")]
    public Task EventThatOnlyChoosesWhatIsDone_IsReported(string handling) => Verify.InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Event stripeEvent;
        if (!string.IsNullOrEmpty(Secret))
            stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        else
            stripeEvent = {|RDY2004:EventUtility.ParseEvent(json)|};
        {{handling}}
        return Ok();
        """);

    [Theory]
    [InlineData("Logger.LogInformation(stripeEvent.Type);")]
    [InlineData("Logger.LogInformation(stripeEvent.Type ?? \"none\");")]
    [InlineData("var type = stripeEvent.Type;")]
    public Task EventWhoseTypeIsOnlyRead_IsSilent(string handling) => Verify.InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Event stripeEvent;
        if (!string.IsNullOrEmpty(Secret))
            stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        else
            stripeEvent = EventUtility.ParseEvent(json);
        {{handling}}
        return Ok();
        """);

    [Fact]
    public Task VerificationOnEveryBranch_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = Request.Headers.ContainsKey("X-Connect")
            ? EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], "connect")
            : EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task SecretsTriedInTurn_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        foreach (var secret in new[] { Secret, "connect" })
        {
            try
            {
                EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], secret);
                Handle(EventUtility.ParseEvent(json));
                return Ok();
            }
            catch (StripeException)
            {
            }
        }
        return BadRequest();
        """);

    [Fact]
    public Task FlagThatRemembersTheCheck_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var verified = false;
        foreach (var secret in new[] { Secret, "connect" })
        {
            try
            {
                EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], secret);
                verified = true;
                break;
            }
            catch (StripeException)
            {
            }
        }
        if (!verified)
            return BadRequest();
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """);

    [Fact]
    public Task ErrorThatIsLookedAtLater_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        string? error = null;
        try
        {
            EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], Secret);
        }
        catch (StripeException failed)
        {
            error = failed.Message;
        }
        if (error is not null)
            return BadRequest(error);
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """);

    [Theory]
    [InlineData("!Environment.IsProduction()")]
    [InlineData("Environment.IsEnvironment(\"Local\")")]
    public Task BranchThatProductionNeverTakes_IsSilent(string condition) => Verify.InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle({{condition}}
            ? EventUtility.ParseEvent(json)
            : EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret));
        return Ok();
        """);

    [Fact]
    public Task MissingSecretThatIsRefused_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (Secret.Length == 0)
            return StatusCode(500);
        EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], Secret);
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """);

    [Fact]
    public Task ParseThatChoosesTheSecretOfATenant_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var announced = EventUtility.ParseEvent(json);
        var secret = SecretOf(announced.Account);
        if (secret is null)
            return NotFound();
        var stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], secret);
        Handle(stripeEvent);
        return Ok();
        """,
        """
        private static string? SecretOf(string account) => System.Environment.GetEnvironmentVariable(account);
        """);

    [Fact]
    public Task ParseThatChoosesTheSecretByItsObject_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var announced = EventUtility.ParseEvent(json);
        var secret = SecretOf((announced.Data.Object as Invoice)!.CustomerId);
        if (secret is null || announced.Type == "ping")
            return NotFound();
        var stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], secret);
        Handle(stripeEvent);
        return Ok();
        """,
        """
        private static string? SecretOf(string customer) => System.Environment.GetEnvironmentVariable(customer);
        """);

    [Fact]
    public Task UnsignedRequestThatIsOnlyLogged_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (!Request.Headers.ContainsKey("Stripe-Signature"))
        {
            Logger.LogWarning("Unsigned {Type}", EventUtility.ParseEvent(json).Type);
            return BadRequest();
        }
        Handle(EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret));
        return Ok();
        """);
}
