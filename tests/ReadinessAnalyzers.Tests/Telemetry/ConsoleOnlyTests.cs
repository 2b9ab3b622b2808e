using ReadinessAnalyzers.Tests.Webhooks;
using static ReadinessAnalyzers.Tests.Telemetry.WebhookSource;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class ConsoleOnlyTests
{
    [Theory]
    [InlineData("Console.WriteLine(stripeEvent.Id);")]
    [InlineData("Console.Error.WriteLine(stripeEvent.Id);")]
    [InlineData("System.Diagnostics.Debug.WriteLine(stripeEvent.Id);")]
    [InlineData("Print(stripeEvent.Id);")]
    [InlineData("ConsoleLogger.Log(stripeEvent.Id);")]
    [InlineData("Console.WriteLine(stripeEvent.Id); if (stripeEvent.Data is null) { logger.LogWarning(\"Nothing in it\"); }")]
    public Task WordsForTheConsoleOnly_AreReported(string handling) => Verify(OnSuccess(handling, Members, Types, "[|Receive|]"));

    [Theory]
    [InlineData("Console.WriteLine(stripeEvent.Id); logger.LogInformation(\"Event {Id}\", stripeEvent.Id);")]
    [InlineData("Console.WriteLine(stripeEvent.Id); orders.HandleAndLog(stripeEvent);")]
    [InlineData("Console.WriteLine(stripeEvent.Id); Activity.Current?.SetTag(\"id\", stripeEvent.Id);")]
    [InlineData("Console.WriteLine(stripeEvent.Id); shop.MarkPaid(stripeEvent.Id);")] // who knows
    [InlineData("var line = Console.ReadLine(); logger.LogInformation(line);")]
    [InlineData("Console.WriteLine();  System.Diagnostics.Trace.WriteLine(stripeEvent.Id);")]
    [InlineData("orders.Handle(stripeEvent);")] // RDY3001
    public Task AnythingElseBesideIt_IsSilent(string handling) => Verify(OnSuccess(handling, Members, Types));

    private const string Members = "private static void Print(string id) => Console.WriteLine(id);";

    // In the wild: a type that calls itself a logger and writes to the console.
    private const string Types = "public static class ConsoleLogger { public static void Log(string text) => Console.WriteLine(text); }";

    private static Task Verify(string source) => new WebhookTest("RDY3003") { TestCode = source }.RunAsync(TestContext.Current.CancellationToken);
}
