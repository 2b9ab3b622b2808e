using System.Net;
using System.Net.Http.Json;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>Answers the shop's calls to Stripe and remembers them.</summary>
internal sealed class FakeStripe : HttpMessageHandler
{
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public object Answer { get; set; } = new { };

    public List<StripeCall> Calls { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Add(new StripeCall(
            request.RequestUri!.AbsolutePath,
            request.Headers.Authorization!.Parameter!,
            WebUtility.UrlDecode(form).Split('&')));
        return new HttpResponseMessage(Status) { Content = JsonContent.Create(Answer) };
    }
}

internal sealed record StripeCall(string Path, string Key, string[] Form);
