using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: mail addresses that mail can reach.</summary>
internal sealed class MailAddresses : ICheck
{
    private const int LongestName = 64;

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<MailAddressesDemand>())
        {
            var addresses = ListedItems.Of(setting.Values, ListedItems.Separators);
            if (addresses.Count == 0)
                yield return GateRules.SettingValue.At(setting.Value.Position, $"'{setting.Name}' holds no mail address, and readiness.json requires one at least. Write it.");
            foreach (var address in addresses)
            {
                if (FaultOf(address.Text, readiness.Input.IsLive) is { } fault)
                    yield return GateRules.SettingValue.At(address.Value.Position, $"'{address.Value.Key}' {fault}");
            }
        }
    }

    private static string? FaultOf(string address, bool isLive)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > LongestName || address.IndexOf('@') != at || !MailDomain.IsDomain(address.Substring(at + 1)))
            return "holds something that is no mail address. Write addresses alone, such as ann@shop.example.";
        return isLive && HostName.FaultOf(address.Substring(at + 1)) is not null
            ? "holds a mail address of a domain for examples and tests, which reaches nobody. Write the one that is meant for production."
            : null;
    }
}
