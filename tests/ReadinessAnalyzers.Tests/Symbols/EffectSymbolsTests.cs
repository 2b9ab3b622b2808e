using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Tests.Symbols;

/// <summary>What must not be done twice for one event, by the names of the libraries that do it.</summary>
public sealed class EffectSymbolsTests
{
    [Theory]
    [InlineData("System.Net.Mail.SmtpClient", "Send SendMailAsync", "Dispose SendAsyncCancel")]
    [InlineData("MailKit.IMailTransport", "Send SendAsync", "Connect")]
    [InlineData("SendGrid.ISendGridClient", "SendEmailAsync", "MakeRequest")]
    [InlineData("Microsoft.AspNetCore.Identity.UI.Services.IEmailSender", "SendEmailAsync", "Validate")]
    [InlineData("FluentEmail.Core.IFluentEmail", "Send SendAsync", "To Subject")]
    [InlineData("Azure.Communication.Email.EmailClient", "Send SendAsync", "GetSendStatus")]
    public void A_mail_is_sent_or_not(string type, string sending, string other)
    {
        var (sends, others) = (sending.Split(' '), other.Split(' '));
        var (compilation, mailer) = StandInLibrary.With(type, [.. sends, .. others]);
        var effects = new EffectSymbols(compilation);
        Assert.All(sends, member => Assert.True(effects.SendsMail(mailer.Method(member)), member));
        Assert.All(others.Where(member => mailer.GetMembers(member).Length > 0), member => Assert.False(effects.SendsMail(mailer.Method(member)), member));
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("System.Data.Entity")]
    public void A_row_is_added_and_saved(string library)
    {
        var (compilation, context) = StandInLibrary.With(library + ".DbContext", "SaveChanges", "SaveChangesAsync", "Add");
        var effects = new EffectSymbols(compilation);
        Assert.True(effects.Saves(context.Method("SaveChanges")));
        Assert.True(effects.Saves(context.Method("SaveChangesAsync")));
        Assert.False(effects.Saves(context.Method("Add")));
    }

    [Theory]
    [InlineData("ChargeService", true)]
    [InlineData("PaymentIntentService", true)]
    [InlineData("TransferService", true)]
    [InlineData("PayoutService", true)]
    [InlineData("TopupService", true)]
    [InlineData("InvoiceService", true)]
    [InlineData("InvoiceItemService", true)]
    [InlineData("SubscriptionService", true)]
    [InlineData("SubscriptionScheduleService", true)]
    [InlineData("CreditNoteService", true)]
    [InlineData("CustomerService", true)]
    [InlineData("CustomerBalanceTransactionService", true)]
    [InlineData("AccountLinkService", false)]
    [InlineData("EphemeralKeyService", false)]
    public void What_is_made_at_Stripe_costs_or_stays(string service, bool isEffect)
    {
        var stripe = SourceCompilation.Of(
            TestReferences.Framework,
            $"namespace Stripe {{ public class RequestOptions {{ }} public class {service} {{ public void Create() {{ }} public void CreateAsync() {{ }} public void Get() {{ }} }} }}");
        var compilation = SourceCompilation.Of([.. TestReferences.Framework, stripe.ToMetadataReference()]);
        var (effects, type) = (new EffectSymbols(compilation), compilation.GetTypeByMetadataName("Stripe." + service)!);
        Assert.Equal(isEffect, effects.CreatesAtStripe(type.Method("Create")));
        Assert.Equal(isEffect, effects.CreatesAtStripe(type.Method("CreateAsync")));
        Assert.False(effects.CreatesAtStripe(type.Method("Get")));
    }
}
