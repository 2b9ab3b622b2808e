namespace Stripe;

public class RawRequestOptions : RequestOptions
{
    public string BaseUrl { get; set; }

    public Dictionary<string, string> AdditionalHeaders { get; set; } = [];
}
