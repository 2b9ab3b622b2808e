using System.Net.Http.Headers;
using System.Text;

namespace Stripe;

/// <summary>One call as it goes over the wire: where options end up, which key signs, which key makes it idempotent.</summary>
public class StripeRequest
{
    public StripeRequest(IStripeClient client, HttpMethod method, string path, BaseOptions options, RequestOptions requestOptions)
        : this(client, method, path, FormEncoding.Encode(options), requestOptions)
    {
    }

    internal StripeRequest(IStripeClient client, HttpMethod method, string path, string form, RequestOptions requestOptions)
    {
        var apiKey = requestOptions?.ApiKey ?? client.ApiKey ?? throw new StripeException("No API key provided.");
        Method = method;
        AuthorizationHeader = new AuthenticationHeaderValue("Bearer", apiKey);
        StripeHeaders = Headers(client, method, requestOptions);

        var url = client.ApiBase + path;
        if (method == HttpMethod.Post)
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }
        else if (form.Length > 0)
        {
            url += "?" + form;
        }

        Uri = new Uri(url);
    }

    public HttpMethod Method { get; }

    public Uri Uri { get; }

    public AuthenticationHeaderValue AuthorizationHeader { get; }

    public Dictionary<string, string> StripeHeaders { get; }

    public HttpContent Content { get; }

    private static Dictionary<string, string> Headers(IStripeClient client, HttpMethod method, RequestOptions options)
    {
        var headers = new Dictionary<string, string> { ["Stripe-Version"] = StripeConfiguration.ApiVersion };
        if (!string.IsNullOrEmpty(options?.IdempotencyKey))
        {
            headers["Idempotency-Key"] = options.IdempotencyKey;
        }
        else if (method == HttpMethod.Post)
        {
            headers["Idempotency-Key"] = Guid.NewGuid().ToString();
        }

#if STRIPE_BEFORE_46
        Add("Stripe-Account", options?.StripeAccount);
#else
        Add("Stripe-Account", options?.StripeAccount ?? (client as StripeClient)?.StripeAccount);
        Add("Stripe-Context", options?.StripeContext ?? (client as StripeClient)?.StripeContext);
        foreach (var (name, value) in (options as RawRequestOptions)?.AdditionalHeaders ?? [])
        {
            Add(name, value);
        }
#endif

        return headers;

        void Add(string name, string value)
        {
            if (value is not null)
            {
                headers[name] = value;
            }
        }
    }
}
