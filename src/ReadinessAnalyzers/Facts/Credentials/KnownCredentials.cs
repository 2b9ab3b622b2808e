using static ReadinessAnalyzers.Facts.Credentials.Alphabets;
using static ReadinessAnalyzers.Facts.Credentials.CredentialShape;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// The credentials that give themselves away by their shape, one row each, or by their name. Stripe's are not here: they are rules of their own.
/// </summary>
/// <remarks>
/// Left out on purpose: what browsers may see (Google's <c>AIza</c> keys, Sentry's DSN of one part, Stripe's <c>pk_</c>), what names an
/// account and opens nothing (an AWS or Twilio id by itself), JSON Web Tokens, which expire. Formats: the issuers' pages on secret scanning, and GitHub's list of supported secrets.
/// </remarks>
internal static class KnownCredentials
{
    public static readonly CredentialShape[] All =
    [
        Token("GitHub token", "ghp_", IsBase62, 36, 36, TokenChecksum.IsRight),
        Token("GitHub token", "gho_", IsBase62, 36, 36, TokenChecksum.IsRight),
        Token("GitHub token", "ghu_", IsBase62, 36, 36, TokenChecksum.IsRight),
        Token("GitHub token", "ghs_", IsBase62, 36, 36, TokenChecksum.IsRight),
        Token("GitHub token", "ghr_", IsBase62, 36, 36, TokenChecksum.IsRight),
        Token("GitHub token", "github_pat_", c => IsBase62(c) || c == '_', 82, 82),
        Token("GitLab token", "glpat-", IsDotted, 20, 300),
        Token("npm token", "npm_", IsBase62, 36, 36),
        Token("NuGet API key", "oy2", IsLowerBase36, 43, 43),
        Token("Slack token", "xoxb-", IsBase64Url, 40, 80),
        Token("Slack token", "xoxp-", IsBase64Url, 40, 120),
        Token("Slack token", "xapp-", IsBase64Url, 60, 140),
        Token("Slack webhook", "hooks.slack.com/services/", c => IsBase62(c) || c == '/', 40, 60),
        Token("Discord webhook", "discord.com/api/webhooks/", c => IsBase64Url(c) || c == '/', 80, 100),
        new("Telegram bot token", ":AA", TelegramToken.Match),
        Token("SendGrid API key", "SG.", IsDotted, 66, 66, body => body[22] == '.'),
        Token("Brevo API key", "xkeysib-", IsBase64Url, 81, 81),
        Token("Brevo SMTP key", "xsmtpsib-", IsBase64Url, 81, 81),
        Token("Sentry auth token", "sntrys_", c => IsBase64(c) || c is '_' or '-', 80, 400),
        Token("Sentry auth token", "sntryu_", IsLowerHex, 64, 64),
        Token("Google OAuth client secret", "GOCSPX-", IsBase64Url, 28, 28),
        Token("OpenAI API key", "sk-", IsBase64Url, 40, 200, body => body.Contains("T3BlbkFJ")),
        Token("Anthropic API key", "sk-ant-", IsBase64Url, 90, 120),
        Token("Shopify token", "shpat_", IsLowerHex, 32, 32),
        Token("Shopify token", "shpca_", IsLowerHex, 32, 32),
        Token("Shopify token", "shppa_", IsLowerHex, 32, 32),
        Token("Shopify secret", "shpss_", IsLowerHex, 32, 32),
        Token("Square token", "sq0atp-", IsBase64Url, 22, 22),
        Token("Square secret", "sq0csp-", IsBase64Url, 43, 43),
        Token("DigitalOcean token", "dop_v1_", IsLowerHex, 64, 64),
        new("Microsoft Entra client secret", "Q~", EntraSecret.Match),
        new("Azure access key", "AccountKey=", (text, anchor) => AzureKey.Match(text, anchor + "AccountKey=".Length, length: 88)),
        new("Azure access key", "SharedAccessKey=", (text, anchor) => AzureKey.Match(text, anchor + "SharedAccessKey=".Length, length: 44)),
        new("AWS secret access key", "AKIA", IdWithSecret.MatchAws),
        new("Twilio auth token", "AC", IdWithSecret.MatchTwilio),
        new("private key", "PRIVATE KEY-----", PrivateKey.MatchPem) { IsSelfMade = true },
        new("private key", "PRIVATE KEY BLOCK-----", PrivateKey.MatchPem) { IsSelfMade = true },
        new("private key", "IBADANBgkqhkiG9w0BAQEFAASC", PrivateKey.MatchBase64) { IsSelfMade = true },
        new("private key", "IBAAKCAQEA", PrivateKey.MatchBase64) { IsSelfMade = true },
        new("private key", "IBAAKCAgEA", PrivateKey.MatchBase64) { IsSelfMade = true },
        new("password in a URL", "://", UrlPassword.Match) { IsSelfMade = true },
        .. ConnectionString.PasswordKeys.Select(key =>
            new CredentialShape("password in a connection string", key, (text, anchor) => ConnectionString.Match(text, anchor + key.Length)) { IsSelfMade = true }),
        .. NamedSecret.Anchors.Select(anchor =>
            new CredentialShape("random value under a name that says secret", anchor, NamedSecret.Match) { IsSelfMade = true, IsByName = true }),
    ];
}
