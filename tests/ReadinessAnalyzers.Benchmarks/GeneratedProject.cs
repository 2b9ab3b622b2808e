using System.Text;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// A made-up project that is the same each time for the same size: half of its lines are declarations as in the models of an SDK, half are
/// bodies as in an app, and a few files use Stripe.
/// </summary>
internal static class GeneratedProject
{
    private const int StripeFiles = 6;

    private static readonly string[] Things =
        ["Invoice", "Shipment", "Account", "Tariff", "Address", "Supplier", "Contract", "Payment", "Warehouse", "Parcel", "Refund", "Voucher"];

    private static readonly string[] Qualities =
        ["Current", "Default", "External", "Internal", "Latest", "Monthly", "Original", "Pending", "Regional", "Total", "Unpaid", "Yearly"];

    private static readonly string[] Types = ["string?", "long", "decimal", "bool", "DateTime?", "List<string>?"];

    public static IReadOnlyList<(string Path, string Text)> Create(int lines)
    {
        var random = new Random(1);
        var files = new List<(string Path, string Text)>();
        for (var number = 0; number < StripeFiles; number++)
            Add("Billing", number, Billing(number));
        for (var (number, written) = (0, 0); written < lines; number++)
        {
            // Three small files of declarations weigh as much as one of bodies.
            for (var model = 3 * number; model < (3 * number) + 3; model++)
                written += Add("Models", model, Model(model, random));
            written += Add("Services", number, Service(number, random));
        }
        return files;

        int Add(string folder, int number, string text)
        {
            files.Add(($"{folder}/{folder}{number}.cs", text));
            return text.AsSpan().Count('\n');
        }
    }

    private static string Model(int number, Random random)
    {
        var text = new StringBuilder($$"""
            using System.Text.Json.Serialization;

            namespace Shop.Models;

            /// <summary>What the service answers when it is asked for number {{number}}.</summary>
            public sealed class Model{{number}}
            {
                [JsonPropertyName("id")]
                public string Id { get; set; } = "";

                [JsonPropertyName("amount")]
                public decimal Amount { get; set; }

                [JsonPropertyName("parts")]
                public List<string> Parts { get; set; } = [];

            """);
        for (var property = 0; property < 8; property++)
        {
            var name = Pick(Qualities, random) + Pick(Things, random);
            text.Append($$"""

                    /// <summary>The {{name}} as it was when the request arrived, or nothing if it is not known yet.</summary>
                    [JsonPropertyName("{{name.ToLowerInvariant()}}_{{property}}")]
                    public {{Pick(Types, random)}} {{name}}{{property}} { get; set; }

                """);
        }
        return text.Append("}\n").ToString();
    }

    private static string Service(int number, Random random)
    {
        var text = new StringBuilder($$"""
            using Shop.Models;

            namespace Shop.Services;

            public sealed record Changed{{number}}Event(string Id, decimal Amount);

            public sealed class Service{{number}}(ILogger<Service{{number}}> logger)
            {
                private readonly Dictionary<string, decimal> _known = new(StringComparer.Ordinal);

                public void Apply(Changed{{number}}Event changed) => _known[changed.Id] = changed.Amount;

            """);
        for (var method = 0; method < 7; method++)
        {
            var thing = Pick(Things, random);
            var limit = random.Next(10, 10_000);
            text.Append($$"""

                    public decimal Settle{{thing}}{{method}}(IEnumerable<Model{{(3 * number) + (method % 3)}}> models, string currency)
                    {
                        var total = 0m;
                        foreach (var model in models.Where(candidate => candidate.Amount > {{limit}}).OrderBy(candidate => candidate.Id))
                        {
                            if (_known.TryGetValue(model.Id, out var before) && before == model.Amount)
                                continue;
                            try
                            {
                                total += currency switch
                                {
                                    "eur" => model.Amount,
                                    "jpy" => Math.Round(model.Amount * 100m, 0),
                                    _ => model.Amount / Math.Max(1, model.Parts.Count),
                                };
                                _known[model.Id] = total;
                            }
                            catch (OverflowException error)
                            {
                                logger.LogError(error, "The {{thing}} {Id} is too large for {Currency}", model.Id, currency);
                                throw new InvalidOperationException($"{{thing}} {model.Id} cannot be settled in {currency}.", error);
                            }
                        }
                        return total > {{limit}} ? total - {{random.Next(1, 9)}} : total;
                    }

                """);
        }
        return text.Append("}\n").ToString();
    }

    private static string Billing(int number) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;

        namespace Shop.Billing;

        public sealed class Orders{{number}}
        {
            public void Pay(string id, long amount) => Console.WriteLine($"{id} {amount}");
        }

        [ApiController]
        [Route("stripe/{{number}}")]
        public sealed class Webhook{{number}}(IConfiguration configuration, Orders{{number}} orders) : ControllerBase
        {
            private readonly StripeClient _client = new(configuration["Stripe:SecretKey{{number}}"]);

            [HttpPost]
            public async Task<IActionResult> Receive()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                try
                {
                    var received = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"]);
                    if (received.Type == "invoice.paid" && received.Data.Object is Invoice invoice)
                        orders.Pay(invoice.Id, invoice.AmountPaid);
                    return Ok();
                }
                catch (StripeException)
                {
                    return BadRequest();
                }
            }

            [HttpPost("unsigned")]
            public async Task<IActionResult> ReceiveUnsigned()
            {
                var received = EventUtility.ParseEvent(await new StreamReader(Request.Body).ReadToEndAsync());
                if (received.Data.Object is Invoice invoice)
                    orders.Pay(invoice.Id, invoice.AmountPaid);
                return Ok();
            }

            [HttpPost("refund")]
            public IActionResult Refund() => Ok(_client.ToString() + configuration["Stripe:PublishableKey"]);
        }
        """;

    private static string Pick(string[] among, Random random) => among[random.Next(among.Length)];
}
