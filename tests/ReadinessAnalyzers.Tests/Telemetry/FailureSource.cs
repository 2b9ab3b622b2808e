namespace ReadinessAnalyzers.Tests.Telemetry;

/// <summary>A service, a controller and a worker that call Stripe, around the lines that a test is about.</summary>
internal static class FailureSource
{
    /// <summary>A method of a service; <c>customers</c> is Stripe's.</summary>
    public static string InService(string method, string callers = "") => $$"""
        using Stripe;
        using Stripe.Checkout;
        public partial class Billing(CustomerService customers, SessionService sessions, ILogger<Billing> logger)
        {
            private string? _problem;

            {{method}}
        }

        public class Gateway(CustomerService customers)
        {
            public Task<Customer> LoadAsync(string id) => customers.GetAsync(id);
            public async Task<Customer?> LoadSafelyAsync(string id)
            {
                try { return await customers.GetAsync(id); }
                catch (StripeException error) { Console.Error.WriteLine(error); return null; }
            }
        }

        public static class Log
        {
            public static void Failure(Exception error, ILogger logger) => logger.LogError(error, "Failed");
            public static void Ignore(Exception error) { }
        }

        {{callers}}
        """;

    /// <summary>The lines of an action.</summary>
    public static string InAction(string body) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        using Stripe.Checkout;
        public class CheckoutController(SessionService sessions, ILogger<CheckoutController> logger) : ControllerBase
        {
            [HttpPost("/checkout")]
            public async Task<IActionResult> Create()
            {
                {{body}}
            }
        }
        """;
}
