using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8013: a URL is absolute, of https, leads where the world can follow, and to the host and path that readiness.json names.</summary>
internal sealed class PublicAddress : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from setting in readiness.Demanded<AddressDemand>()
        from item in AddressesOf(setting)
        let fault = FaultOf(item.Text, setting.Demand, readiness)
        where fault is not null
        select GateRules.PublicAddress.At(item.Value.Position, $"'{item.Value.Key}' {fault}");

    // A comma may belong to a path, so a text is only cut where it holds a second scheme.
    private static IReadOnlyList<ListedItem> AddressesOf(DemandedSetting<AddressDemand> setting) =>
        setting.Values.Any(value => value.Value!.IndexOf("://", StringComparison.Ordinal) != value.Value.LastIndexOf("://", StringComparison.Ordinal))
            ? ListedItems.Of(setting.Values, ListedItems.Separators)
            : ListedItems.Of(setting.Values);

    private static string? FaultOf(string text, AddressDemand demand, Readiness readiness)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0 || url.HostNameType == UriHostNameType.Unknown)
            return "is no absolute URL. Write the whole of it, such as https://shop.example/.";
        if (demand.IsSecure && url.Scheme != Uri.UriSchemeHttps)
            return "is no https URL, so others can read and change what is sent. Write https.";
        if (HostFault(url, demand, readiness) is { } fault)
            return $"{fault}. Set the public address of production.";
        if (demand.Hosts.Count > 0 && !demand.Hosts.Any(host => NamePattern.Matches(host, url.Host)))
            return $"leads to another host than '{string.Join("' or '", demand.Hosts)}', which readiness.json requires. Correct one of the two.";
        if (demand.SameHostAs is { } other && HostOf(other, readiness) is { } host && !url.Host.Equals(host, StringComparison.OrdinalIgnoreCase))
            return $"leads to another host than '{other}', and readiness.json says that they are the same. Correct one of the two.";
        if (demand.Path is { } path && url.AbsolutePath.TrimEnd('/') != path.TrimEnd('/'))
            return $"has another path than '{path}', which readiness.json requires. Correct one of the two.";
        return null;
    }

    // Inside a cluster an address of numbers is as good as a name; certificates are for names.
    private static string? HostFault(Uri url, AddressDemand demand, Readiness readiness) =>
        !readiness.Input.IsLive ? null
        : HostName.FaultOf(url.Host) is { } fault ? fault
        : demand.IsSecure && HostName.IsAddress(url.Host) ? "leads to an address of numbers, which hardly has a certificate"
        : null;

    private static string? HostOf(string setting, Readiness readiness) =>
        readiness.ValueOf(setting) is { } value && Uri.TryCreate(value.Value!.Trim(), UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : null;
}
