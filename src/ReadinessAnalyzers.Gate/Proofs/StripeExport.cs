using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>
/// A file with objects as Stripe's API returns them: one, a list of them (<c>"object": "list"</c>, docs.stripe.com/api/pagination), or an array of
/// either, as of pages that were put together. An account counts where it is all of the file: those of a list are connected accounts, not the team's.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Objects">The objects, those of all lists in it.</param>
/// <param name="Lists">The lists, also empty ones.</param>
internal sealed record StripeExport(string Path, IReadOnlyList<StripeObject> Objects, IReadOnlyList<StripeList> Lists)
{
    /// <summary>The export; null if the JSON is nothing of Stripe's.</summary>
    public static StripeExport? Read(JsonValue json, string path)
    {
        var (objects, lists) = (new List<StripeObject>(), new List<StripeList>());
        foreach (var top in json.Kind == JsonKind.Array ? json.Items : [json])
        {
            if (top.Text("object") is not { } name)
                return null;
            if (name != "list")
            {
                if (name != StripeObject.Account || json.Kind != JsonKind.Array)
                    objects.Add(new(name, path, top));
                continue;
            }

            var items = (top.Member("data")?.Items ?? []).Where(item => item.Text("object") is not (null or StripeObject.Account)).Select(item => new StripeObject(item.Text("object")!, path, item)).ToArray();
            objects.AddRange(items);
            lists.Add(new(items.Length > 0 ? items[0].Kind : StripeObject.KindAt(top.Text("url")), path, top) { HoldsLive = items.Any(item => item.IsLive) });
        }

        return new(path, objects, lists);
    }
}

/// <summary>An object of Stripe's API in an export.</summary>
/// <param name="Kind">Its member <c>object</c>, such as <c>webhook_endpoint</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Json">The object.</param>
internal sealed record StripeObject(string Kind, string Path, JsonValue Json)
{
    public const string Price = "price";
    public const string WebhookEndpoint = "webhook_endpoint";
    public const string PortalConfiguration = "billing_portal.configuration";
    public const string TaxSettings = "tax.settings";
    public const string PaymentMethodDomain = "payment_method_domain";
    public const string Account = "account";

    public FilePosition Position => new(Path, Json.Position);

    /// <summary>Whether it moves real money; an account does both.</summary>
    public bool IsLive => IsTrue("livemode");

    /// <summary>Whether a member, at the end of a path with dots, is true.</summary>
    public bool IsTrue(string member) => Member(member)?.Kind == JsonKind.True;

    public string? Text(string member) => Member(member) is { Kind: JsonKind.String } text ? text.Text : null;

    public JsonValue? Member(string path)
    {
        var value = (JsonValue?)Json;
        foreach (var name in path.Split('.'))
            value = value?.Members.FirstOrDefault(member => member.Name == name)?.Value;
        return value;
    }

    /// <summary>Where a member stands, or the nearest object around where it would.</summary>
    public FilePosition PositionOf(string path)
    {
        for (var at = path; at.Length > 0; at = at.Substring(0, Math.Max(at.LastIndexOf('.'), 0)))
        {
            if (Member(at) is { } value)
                return new(Path, value.Position);
        }

        return Position;
    }

    /// <summary>The kind of what the API lists under a path; empty for one of another kind.</summary>
    public static string KindAt(string? url) => url switch
    {
        "/v1/prices" => Price,
        "/v1/webhook_endpoints" => WebhookEndpoint,
        "/v1/billing_portal/configurations" => PortalConfiguration,
        "/v1/payment_method_domains" => PaymentMethodDomain,
        _ => "",
    };
}

/// <summary>A list in an export, of objects of one kind.</summary>
internal sealed record StripeList(string Kind, string Path, JsonValue Json)
{
    /// <summary>Whether an object of live mode is among them.</summary>
    public bool HoldsLive { get; init; }

    /// <summary>Whether Stripe has more of them, so that this is a page and not the whole.</summary>
    public bool HasMore => Json.Member("has_more")?.Kind == JsonKind.True;

    public FilePosition Position => new(Path, (Json.Member("has_more") ?? Json).Position);
}
