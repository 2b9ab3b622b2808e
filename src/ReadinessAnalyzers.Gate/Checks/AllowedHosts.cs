using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8013: the hosts that the app answers to are written out.</summary>
internal sealed class AllowedHosts : ICheck
{
    // As host filtering of ASP.NET Core reads them: each stands for every host.
    private static readonly string[] Any = ["*", "[::]", "::", "0.0.0.0"];

    public IEnumerable<Finding> Run(Readiness readiness) =>
        from setting in readiness.Demanded<HostsDemand>()
        from item in ListedItems.Of(setting.Values, ListedItems.Separators)
        let fault = FaultOf(item.Text, readiness.Input.IsLive)
        where fault is not null
        select GateRules.PublicAddress.At(item.Value.Position, $"'{setting.Name}' {fault}");

    private static string? FaultOf(string text, bool isLive)
    {
        if (Any.Contains(text))
            return "lets every host name in, so a stranger's header decides which links the app makes. List the names of production.";
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0 || text.IndexOf('/') >= 0)
            return "holds a URL where a host name belongs, so nothing would match it. Write the name alone.";

        var host = text.StartsWith("*.", StringComparison.Ordinal) ? text.Substring(2) : text;
        if (host.IndexOf('*') >= 0 || (host != text && host.IndexOf('.') < 0))
            return "has a '*' that matches too much or nothing. Write the names out, or *. before a domain of yours.";
        return isLive && HostName.FaultOf(host) is { } fault ? $"{fault}. List the names of production alone." : null;
    }
}
