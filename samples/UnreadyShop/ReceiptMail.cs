using System.Net;
using System.Net.Mail;

namespace UnreadyShop;

/// <summary>Receipts go out by the shop's own mail server.</summary>
internal static class ReceiptMail
{
    public static SmtpClient Connect(IConfiguration configuration) => new(configuration["Mail:Host"])
    {
        // fault: RDY1004. No shape gives this password away; it is one by where it goes.
        Credentials = new NetworkCredential("receipts", "corner-Lamp-42-orbit"),
        EnableSsl = true,
    };
}
