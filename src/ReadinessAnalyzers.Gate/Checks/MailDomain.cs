using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: a domain whose addresses belong to the team alone, since whoever has one is trusted.</summary>
internal sealed class MailDomain : ICheck
{
    // Where anybody can have an address. The first list is known under many top-level domains.
    private static readonly string[] Providers = ["gmail", "googlemail", "outlook", "hotmail", "yahoo", "ymail", "aol", "gmx", "yandex", "protonmail", "mailinator", "tutanota", "zoho"];

    private static readonly string[] Domains =
    [
        "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "proton.me", "pm.me", "mail.com", "mail.ru", "web.de", "t-online.de", "freenet.de", "free.fr", "orange.fr",
        "laposte.net", "libero.it", "fastmail.com", "hey.com", "tuta.com", "comcast.net", "qq.com", "163.com", "126.com", "naver.com",
    ];

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<MailDomainDemand>())
        {
            foreach (var item in ListedItems.Of(setting.Values, ListedItems.Separators))
            {
                if (FaultOf(item.Text.TrimStart('@'), readiness.Input.IsLive) is { } fault)
                    yield return GateRules.SettingValue.At(item.Value.Position, $"'{item.Value.Key}' {fault}");
            }
        }
    }

    public static bool IsDomain(string text) => text.IndexOf('.') > 0 && Uri.CheckHostName(text) == UriHostNameType.Dns;

    private static string? FaultOf(string domain, bool isLive) =>
        !IsDomain(domain) ? "holds something that is no domain. Write the domain alone, such as shop.example."
        : IsPublic(domain) ? "holds the domain of a mail provider, where anybody can have an address, and so anybody is let in. Write a domain of your own."
        : isLive && HostName.FaultOf(domain) is not null ? "holds a domain for examples and tests. Write the one that is meant for production."
        : null;

    private static bool IsPublic(string domain)
    {
        var labels = domain.ToLowerInvariant().Split('.');
        return Domains.Contains(domain, StringComparer.OrdinalIgnoreCase)
            || (Providers.Contains(labels[0]) && (labels.Length == 2 || (labels.Length == 3 && labels[1] is "co" or "com")));
    }
}
