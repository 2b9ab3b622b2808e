using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>Calls that do something once more each time they are made: a row, a charge, a mail. Any of their libraries may be absent.</summary>
internal sealed class EffectSymbols(Compilation compilation)
{
    // What is created by them moves money, or stays for somebody to clear up. A second session, link or token is of no consequence.
    private static readonly HashSet<string> StripeServices = new(
        [
            "ChargeService", "PaymentIntentService", "TransferService", "PayoutService", "TopupService", "InvoiceService", "InvoiceItemService",
            "SubscriptionService", "SubscriptionScheduleService", "CreditNoteService", "CustomerService", "CustomerBalanceTransactionService",
        ],
        StringComparer.Ordinal);

    private readonly INamedTypeSymbol?[] _sets =
    [
        compilation.FindLibraryType("Microsoft.EntityFrameworkCore.DbSet`1"),
        compilation.FindLibraryType("System.Data.Entity.DbSet`1"),
    ];

    private readonly INamedTypeSymbol?[] _contexts =
    [
        compilation.FindLibraryType("Microsoft.EntityFrameworkCore.DbContext"),
        compilation.FindLibraryType("System.Data.Entity.DbContext"),
    ];

    private readonly INamedTypeSymbol?[] _mailers =
    [
        compilation.FindLibraryType("System.Net.Mail.SmtpClient"),
        compilation.FindLibraryType("MailKit.IMailTransport"),
        compilation.FindLibraryType("SendGrid.ISendGridClient"),
        compilation.FindLibraryType("Microsoft.AspNetCore.Identity.UI.Services.IEmailSender"),
        compilation.FindLibraryType("FluentEmail.Core.IFluentEmail"),
        compilation.FindLibraryType("Azure.Communication.Email.EmailClient"),
    ];

    private readonly INamedTypeSymbol? _requestOptions = compilation.FindLibraryType("Stripe.RequestOptions");

    /// <summary>True for <c>Add</c> and its kin on a table of Entity Framework.</summary>
    public bool AddsARow(IMethodSymbol method) => method.Name is "Add" or "AddAsync" && IsSet(method.ContainingType);

    public bool IsSet(ITypeSymbol? type) => _sets.Any(set => type.IsOrInherits(set));

    public bool Saves(IMethodSymbol method) =>
        method.Name is "SaveChanges" or "SaveChangesAsync" && _contexts.Any(context => method.ContainingType.IsOrInherits(context));

    public bool SendsMail(IMethodSymbol method) =>
        method.Name is "Send" or "SendAsync" or "SendMailAsync" or "SendEmailAsync" && _mailers.Any(mailer => method.ContainingType.IsOrInherits(mailer));

    /// <summary>True for a call that makes something at Stripe, and with that call's options makes it again.</summary>
    public bool CreatesAtStripe(IMethodSymbol method) =>
        method.Name is "Create" or "CreateAsync"
        && _requestOptions is not null
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _requestOptions.ContainingAssembly)
        && StripeServices.Contains(method.ContainingType.Name);

    /// <summary>True for the parameter in which an idempotency key is handed over.</summary>
    public bool IsRequestOptions(IParameterSymbol? parameter) => parameter?.Type.IsOrInherits(_requestOptions) == true;
}
