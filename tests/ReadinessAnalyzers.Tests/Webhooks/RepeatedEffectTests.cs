using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>What a handler does again for a redelivered event, and everything that may keep it from doing so.</summary>
public sealed class RepeatedEffectTests
{
    private const string AddRow = "db.Payments.Add(new Payment { SessionId = session.Id, Amount = session.AmountTotal ?? 0 }); db.SaveChanges();";

    [Theory]
    [InlineData(AddRow)]
    [InlineData("if (stripeEvent.Type == EventTypes.CheckoutSessionCompleted) { " + AddRow + " }")]
    [InlineData("switch (stripeEvent.Type) { case \"a\": return Ok(); case EventTypes.CheckoutSessionCompleted: " + AddRow + " break; }")]
    [InlineData("if (session.PaymentStatus != \"paid\" || session.Metadata == null) return Ok(); " + AddRow)]
    [InlineData("if (!session.Metadata.TryGetValue(\"order\", out var text) || !int.TryParse(text, out var number)) return BadRequest(); if (number > 0) { " + AddRow + " }")]
    [InlineData("var payment = new Payment { SessionId = session.Id }; payment.Amount = 3; await db.Payments.AddAsync(payment); await db.SaveChangesAsync();")]
    [InlineData("var order = await db.Orders.FirstOrDefaultAsync(o => o.SessionId == session.Id); if (order == null) return NotFound(); order.Status = \"Paid\"; " + AddRow)]
    [InlineData("var order = db.Orders.Find(int.Parse(session.Metadata[\"order\"])); if (order is not null) { " + AddRow + " }")]
    [InlineData("var order = await db.Orders.SingleAsync(o => o.SessionId == session.Id) ?? throw new Exception(); " + AddRow)]
    [InlineData("logger.LogInformation(\"Received {Id}\", stripeEvent.Id); try { " + AddRow + " } catch (Exception error) { logger.LogError(error, \"Failed\"); return StatusCode(500); }")]
    [InlineData("foreach (var item in session.Metadata) db.Payments.Add(new Payment { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("var order = db.Orders.Find(session.ClientReferenceId); if (order != null && session.PaymentStatus == \"paid\") { if (order.Status == \"x\") order.Status = \"y\"; " + AddRow + " }")]
    [InlineData("string label; if (session.Livemode) label = \"live\"; else label = \"test\"; if (label.Length > 3) { " + AddRow + " }")]
    public void RowForEachDelivery_IsFound(string handler) => AssertEffect("adds a row of 'Payment'", handler);

    [Theory]
    [InlineData("var customer = db.Customers.First(c => c.StripeId == session.CustomerId); customer.Credits += 100; db.SaveChanges();", "adds to 'Customer.Credits'")]
    [InlineData("var customer = await db.Customers.FirstOrDefaultAsync(c => c.StripeId == session.CustomerId); if (customer is { }) { customer.Credits = customer.Credits + 100; await db.SaveChangesAsync(); }", "adds to 'Customer.Credits'")]
    [InlineData("var customer = db.Customers.Single(c => c.StripeId == session.CustomerId); customer.Months++; db.SaveChanges();", "adds to 'Customer.Months'")]
    [InlineData("await new PaymentIntentService().CreateAsync(new PaymentIntentCreateOptions { Amount = 100 });", "calls 'PaymentIntentService.CreateAsync' without an idempotency key")]
    [InlineData("new InvoiceService().Create(new InvoiceCreateOptions { Customer = session.CustomerId }, null);", "calls 'InvoiceService.Create' without an idempotency key")]
    [InlineData("new System.Net.Mail.SmtpClient().Send(\"shop@example.com\", session.CustomerEmail, \"Thanks\", \"\");", "sends a mail")]
    [InlineData("await Mail(session.CustomerEmail);", "sends a mail")]
    [InlineData("await Fulfil(session);", "adds a row of 'Payment'")]
    [InlineData("await billing.Fulfil(session.Id);", "adds a row of 'Payment'")]
    public void OtherEffects_AreFound(string handler, string? what) => AssertEffect(what, handler);

    [Theory]
    [InlineData("var order = db.Orders.Find(session.ClientReferenceId); order.Status = \"Paid\"; db.SaveChanges();")]
    [InlineData("var customer = db.Customers.Find(session.CustomerId); customer.Credits = 100; db.SaveChanges();")]
    [InlineData("var total = 0L; foreach (var item in session.Metadata) total += item.Value.Length; logger.LogInformation(\"{Total}\", total);")]
    [InlineData("var totals = new Customer(); totals.Credits += 100;")]
    [InlineData("db.Payments.Add(new Payment { SessionId = session.Id });")] // and never saved
    [InlineData("new List<Payment>().Add(new Payment()); db.SaveChanges();")]
    [InlineData("db.Payments.Update(new Payment { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("new CheckoutSessions().Create(); new Stripe.BillingPortal.SessionService().Create(new Stripe.BillingPortal.SessionCreateOptions());")]
    [InlineData("new PaymentIntentService().Create(new PaymentIntentCreateOptions(), new RequestOptions { IdempotencyKey = session.Id });")]
    [InlineData("new PaymentIntentService().Create(new PaymentIntentCreateOptions(), Keyed(session));")]
    [InlineData("new RefundService().Create(new RefundCreateOptions { Charge = session.Id });")] // a charge is refunded once
    public void WhatCanBeRepeated_IsNone(string handler) => AssertEffect(null, handler);

    [Theory]
    [InlineData("if (db.Events.Any(e => e.EventId == stripeEvent.Id)) return Ok(); " + AddRow)]
    [InlineData("if (await db.Events.AnyAsync(e => e.EventId == stripeEvent.Id)) return Ok(); " + AddRow)]
    [InlineData("if (!seen.Add(stripeEvent.Id)) return Ok(); " + AddRow)]
    [InlineData("if (!cache.TryGetValue(session.Id, out _)) { " + AddRow + " }")]
    [InlineData("if (await store.Exists(stripeEvent.Id)) return Ok(); " + AddRow)]
    [InlineData("await store.Begin(stripeEvent.Id); " + AddRow)]
    [InlineData("if (!await store.Claim(session.Id)) return Ok(); " + AddRow)]
    [InlineData("db.Events.Add(new StripeEventRow { EventId = stripeEvent.Id }); " + AddRow)]
    [InlineData("if (db.Payments.Any(p => p.SessionId == session.Id)) return Ok(); " + AddRow)]
    [InlineData("if (!db.Payments.Any(p => p.SessionId == session.Id)) { " + AddRow + " }")]
    [InlineData("var known = db.Payments.FirstOrDefault(p => p.SessionId == session.Id); if (known != null) return Ok(); " + AddRow)]
    [InlineData("var known = db.Payments.FirstOrDefault(p => p.SessionId == session.Id); if (known is null) { " + AddRow + " }")]
    [InlineData("var known = db.Payments.FirstOrDefault(p => p.SessionId == session.Id); if (known == null) { " + AddRow + " } else { known.Amount = 3; }")]
    [InlineData("var known = db.Payments.FirstOrDefault(p => p.SessionId == session.Id); if (known is { }) return Ok(); " + AddRow)]
    [InlineData("var order = db.Orders.Find(session.ClientReferenceId); if (order == null || order.Status == \"Paid\") return Ok(); " + AddRow)]
    [InlineData("var order = db.Orders.Find(session.ClientReferenceId); if (order is { Status: \"Open\" }) { " + AddRow + " }")]
    [InlineData("var order = db.Orders.Find(session.ClientReferenceId); switch (order!.Status) { case \"Open\": " + AddRow + " break; }")]
    [InlineData("var order = db.Orders.FirstOrDefault(o => o.SessionId == session.Id && o.Status == \"Open\"); if (order == null) return Ok(); " + AddRow)]
    [InlineData("var order = db.Orders.FirstOrDefault(o => o.Status == \"Open\"); if (order == null) return Ok(); " + AddRow)]
    [InlineData("foreach (var order in db.Orders.Where(o => o.Status == \"Open\")) { " + AddRow + " }")]
    [InlineData("var isNew = !db.Payments.Any(p => p.SessionId == session.Id); if (isNew) { " + AddRow + " }")]
    [InlineData("var order = await billing.Load(session.Id); if (order == null) return Ok(); " + AddRow)]
    [InlineData("_ = db.Payments.Any(p => p.SessionId == session.Id) || Insert(session);")]
    [InlineData("var fresh = db.Payments.Any(p => p.SessionId == session.Id) ? 0 : Count(session);")]
    [InlineData("try { " + AddRow + " } catch (DbUpdateException) { return Ok(); }")]
    [InlineData("try { " + AddRow + " } catch (Exception error) when (error.InnerException is not null) { return Ok(); }")]
    [InlineData("try { await store.Claim(session.Id); } catch (Exception) { " + AddRow + " }")]
    [InlineData("db.Payments.Add(new Payment { Id = session.Id }); db.SaveChanges();")]
    [InlineData("var payment = new Payment(); payment.Id = session.Id; db.Payments.Add(payment); db.SaveChanges();")]
    [InlineData("db.Payments.Add(Map(session)); db.SaveChanges();")]
    [InlineData("db.Uniques.Add(new UniquePayment { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("db.Alternates.Add(new AlternatePayment { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("db.Chosen.Add(new ChosenKey { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("db.Indexed.Add(new IndexedPayment { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("db.Keyed.Add(new KeyedPayment { SessionId = session.Id }); db.SaveChanges();")]
    [InlineData("Task Later() { " + AddRow + " return Task.CompletedTask; } queue.Add(Later);")]
    [InlineData("queue.Add(async () => { " + AddRow + " });")]
    [InlineData("var processedIds = 1; " + AddRow)]
    [InlineData("switch (new Stripe.Checkout.SessionService().Get(session.Id).PaymentStatus) { case \"paid\": " + AddRow + " break; }")]
    [InlineData("if (session.Metadata == null) return Ok(); while (db.Orders.Any(o => o.Status == \"Open\")) { " + AddRow + " }")]
    [InlineData("if (shared > 0) return Ok(); " + AddRow)]
    [InlineData("await handler.Handle(session);")] // two implementations
    public void WhatMayTellTheFirstDeliveryFromTheSecond_IsSilent(string handler) => AssertEffect(null, handler);

    private static void AssertEffect(string? what, string handler)
    {
        var source = $$"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.EntityFrameworkCore;
            using Stripe;
            using Stripe.Checkout;

            public class HookController(Shop db, Billing billing, IStore store, IHandler handler, HashSet<string> seen, List<Func<Task>> queue,
                Microsoft.Extensions.Caching.Memory.IMemoryCache cache, ILogger<HookController> logger) : ControllerBase
            {
                private static int shared;

                [HttpPost("/hook")]
                public async Task<IActionResult> Receive()
                {
                    var json = await new StreamReader(Request.Body).ReadToEndAsync();
                    if (!Request.Headers.TryGetValue("Stripe-Signature", out var signature) || string.IsNullOrEmpty(signature))
                        return BadRequest();
                    var stripeEvent = EventUtility.ConstructEvent(json, signature, "secret");
                    var session = (Session)stripeEvent.Data.Object;
                    if (session == null)
                        return Ok();
                    {{handler}}
                    return Ok();
                }

                private static async Task Mail(string to) { if (to is { Length: > 0 }) await new System.Net.Mail.SmtpClient().SendMailAsync(new System.Net.Mail.MailMessage("a@example.com", to)); }
                private async Task Fulfil(Session paid) { if (paid.Metadata is null) return; db.Payments.Add(new Payment { SessionId = paid.Id }); await db.SaveChangesAsync(); }
                private bool Insert(Session session) { {{AddRow}} shared++; return true; }
                private int Count(Session session) { {{AddRow}} return 1; }
                private static Payment Map(Session session) => new() { Id = session.Id };
                private static RequestOptions Keyed(Session session) => new() { IdempotencyKey = session.Id };
            }

            public class Billing(Shop db)
            {
                public async Task Fulfil(string id) { if (id.Length == 0) return; db.Payments.Add(new Payment { SessionId = id }); await db.SaveChangesAsync(); }
                public Task<Order?> Load(string id) => db.Orders.FirstOrDefaultAsync(o => o.SessionId == id && o.Status == "Open");
            }

            public class CheckoutSessions { public void Create() { } }
            public interface IStore { Task<bool> Exists(string id); Task Begin(string id); Task<bool> Claim(string id); }
            public interface IHandler { Task Handle(Session session); }
            public class First(Shop db) : IHandler { public Task Handle(Session session) { {{AddRow}} return Task.CompletedTask; } }
            public class Second : IHandler { public Task Handle(Session session) => Task.CompletedTask; }

            public class Shop : DbContext
            {
                public DbSet<Order> Orders => null!;
                public DbSet<Payment> Payments => null!;
                public DbSet<Customer> Customers => null!;
                public DbSet<StripeEventRow> Events => null!;
                public DbSet<UniquePayment> Uniques => null!;
                public DbSet<AlternatePayment> Alternates => null!;
                public DbSet<IndexedPayment> Indexed => null!;
                public DbSet<ChosenKey> Chosen => null!;
                public DbSet<KeyedPayment> Keyed => null!;

                public static void OnModelCreating(Model model)
                {
                    model.Entity<Payment>().HasKey("Id");
                    model.Entity<ChosenKey>().HasKey("SessionId");
                    model.Entity<UniquePayment>().HasIndex("SessionId").IsUnique();
                    model.Entity<AlternatePayment>().HasAlternateKey("SessionId");
                }
            }

            public class Model { public Model Entity<T>() => this; public Model HasKey(string name) => this; public void HasAlternateKey(string name) { } public Model HasIndex(string name) => this; public void IsUnique() { } }
            public class IndexAttribute(string name) : Attribute { public string Name => name; }
            public class Order { public string? Id { get; set; } public string? SessionId { get; set; } public string? Status { get; set; } }
            public class Payment { public string? Id { get; set; } public string? SessionId { get; set; } public long Amount { get; set; } }
            public class Customer { public string? StripeId { get; set; } public int Credits { get; set; } public int Months { get; set; } }
            public class StripeEventRow { public string? EventId { get; set; } }
            public class ChosenKey { public string? SessionId { get; set; } }
            public class UniquePayment { public string? SessionId { get; set; } }
            public class AlternatePayment { public string? SessionId { get; set; } }
            [Index("SessionId")] public class IndexedPayment { public string? SessionId { get; set; } }
            public class KeyedPayment { [System.ComponentModel.DataAnnotations.Key] public string? SessionId { get; set; } }
            """;
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = SourceCompilation.Of([.. TestReferences.All, LibraryStandIns.EntityFramework], source);
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var reading = CompilationReading.Of(compilation);
        var tree = compilation.SyntaxTrees.First();
        var verification = tree.GetRoot(cancellation).FindToken(source.IndexOf("ConstructEvent", StringComparison.Ordinal)).Parent!;
        var endpoint = HttpEndpoint.Around(verification, reading, reading.Models[tree], cancellation)!;
        Assert.Equal(what, new RepeatedEffectReader(reading, new StripeEvents(reading.Stripe!)).FirstOf(endpoint, cancellation)?.What);
    }
}
