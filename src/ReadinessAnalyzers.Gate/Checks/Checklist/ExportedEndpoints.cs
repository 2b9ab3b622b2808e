using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>WH-07: Stripe has a live, enabled endpoint at the app's address, and sends it what the code handles, no more and no less.</summary>
/// <remarks>docs.stripe.com/api/webhook_endpoints/object: <c>status</c> is enabled or disabled; <c>enabled_events</c> of <c>*</c> are all types.</remarks>
internal sealed class ExportedEndpoints() : ExportedObjects(SignOffTerms.StripeExports.WebhookEndpoints, StripeObject.WebhookEndpoint)
{
    private const string WebhookUrl = "CFG-34";
    private const string PublicUrl = "CFG-08";
    private const string AllowedEvents = "CFG-18";

    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        var live = Live(objects, tell);
        if (live.Count == 0)
            return null;

        var addresses = ValuesFor(WebhookUrl, readiness);
        var isWhole = addresses.Count > 0;
        if (!isWhole)
            addresses = ValuesFor(PublicUrl, readiness);
        var wanted = addresses.Select(value => WebAddressOf(value.Value)).OfType<Uri>().ToArray();
        if (wanted.Length == 0)
            return null; // nobody knows which of them is meant

        var ours = live.Where(endpoint => WebAddressOf(endpoint.Text("url")) is { } url && wanted.Any(address => AreSame(address, url, isWhole))).ToArray();
        if (ours.Length == 0)
        {
            tell(live[0].PositionOf("url"), $"no live endpoint has the {(isWhole ? "URL" : "host")} that '{addresses[0].Key}' holds. Correct one of the two");
            return null;
        }

        var enabled = ours.Where(endpoint => endpoint.Text("status") == "enabled").ToArray();
        if (enabled.Length == 0)
            tell(ours[0].PositionOf("status"), "the endpoint is disabled, so no event arrives. Enable it in Stripe");
        else if (enabled.FirstOrDefault(endpoint => WebAddressOf(endpoint.Text("url"))!.Scheme != Uri.UriSchemeHttps) is { } open)
            tell(open.PositionOf("url"), "the endpoint is no https URL, so others can read what Stripe sends. Write https in Stripe");
        else if (enabled.FirstOrDefault(endpoint => EventsOf(endpoint).Contains("*")) is { } greedy)
            tell(greedy.PositionOf("enabled_events"), "the endpoint gets every type of event ('*'). Choose those that the code handles");
        else
            return JudgeEvents(enabled, [.. live.Where(endpoint => IsNeighbour(endpoint, wanted))], readiness, tell) ? enabled[0] : null;
        return null;
    }

    /// <summary>Whether an enabled endpoint has the app's host: code may handle its events at another address.</summary>
    private static bool IsNeighbour(StripeObject endpoint, Uri[] wanted) =>
        endpoint.Text("status") == "enabled" && WebAddressOf(endpoint.Text("url")) is { } url && wanted.Any(address => AreSame(address, url, isWhole: false));

    /// <summary>Tells how the events that Stripe sends differ from the handled ones, or else from the setting that allows them; false if there is neither.</summary>
    private static bool JudgeEvents(StripeObject[] endpoints, StripeObject[] neighbours, Readiness readiness, Action<FilePosition, string> tell)
    {
        var (sent, place) = (endpoints.SelectMany(EventsOf).Distinct().ToArray(), endpoints[0].PositionOf("enabled_events"));
        var near = neighbours.SelectMany(EventsOf).ToArray();
        var handlers = readiness.Input.HasAllLogs ? readiness.Input.Logs.SelectMany(log => log.EventHandlers).ToArray() : [];
        var handled = handlers.SelectMany(handler => handler.Types).Where(type => !StripeEventTypes.IsThin(type)).Distinct().ToArray();
        if (handled.Length > 0)
        {
            var lost = NotSent(handled);
            string[] unhandled = handlers.Any(handler => handler.IsOpen) ? [] : [.. sent.Except(handled)];
            if (lost.Length > 0)
                tell(place, $"Stripe does not send {Names(lost)}, which the code handles. Add {Them(lost)} to the endpoint in Stripe, or remove the code");
            else if (unhandled.Length > 0)
                tell(place, $"Stripe sends {Names(unhandled)}, which no code handles. Take {Them(unhandled)} off the endpoint in Stripe, or handle {Them(unhandled)}");
            if (lost.Length + unhandled.Length > 0)
                return false;
        }

        var (setting, values) = (SettingFor(AllowedEvents, readiness), ValuesFor(AllowedEvents, readiness));
        var allowed = ListedItems.Of(values, ListedItems.Separators).Select(item => item.Text).Where(type => !StripeEventTypes.IsThin(type)).Distinct().ToArray();
        if (allowed.Length == 0 || allowed.Contains("*"))
            return handled.Length > 0;

        var isWhole = values.Count == readiness.Input.Configuration.ValuesOf(setting!).Count;
        if (NotSent(allowed) is { Length: > 0 } unsent)
            tell(place, $"Stripe does not send {Names(unsent)}, which '{setting}' lists. Correct one of the two");
        else if (isWhole && sent.Except(allowed).ToArray() is { Length: > 0 } refused)
            tell(place, $"Stripe sends {Names(refused)}, which '{setting}' does not list. Correct one of the two");
        return handled.Length > 0 || isWhole;

        string[] NotSent(string[] types) => near.Contains("*") ? [] : [.. types.Except(near)];
    }

    private static IEnumerable<string> EventsOf(StripeObject endpoint) => endpoint.Member("enabled_events")?.Items.Select(item => item.Text) ?? [];

    /// <summary>The types that are known, by name; of the others, which may be any text of the export or the setting, how many.</summary>
    private static string Names(string[] types)
    {
        var known = types.Where(StripeEventTypes.Contains).OrderBy(type => type, StringComparer.Ordinal).Select(type => $"'{type}'").ToList();
        var others = types.Length - known.Count;
        if (others > 0)
            known.Add($"{others} {(others == 1 ? "type" : "types")} unknown here");
        return string.Join(", ", known);
    }

    private static string Them(string[] types) => types.Length > 1 ? "them" : "it";

    // Of an address by http the scheme is told by itself.
    private static bool AreSame(Uri wanted, Uri url, bool isWhole) =>
        wanted.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
        && (!isWhole || (wanted.AbsolutePath.TrimEnd('/') == url.AbsolutePath.TrimEnd('/') && (wanted.Port == url.Port || wanted.Scheme != url.Scheme)));
}
