using System.Net;
using System.Net.Http.Json;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>Answers the shop's calls to Stripe and remembers them.</summary>
internal sealed class FakeStripe : HttpMessageHandler
{
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public object Answer { get; set; } = new { };

    /// <summary>Answers to calls of these paths, in place of <see cref="Answer"/>.</summary>
    public Dictionary<string, object> AnswersTo { get; } = [];

    public List<StripeCall> Calls { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new StripeCall(
            $"{request.Method} {request.RequestUri!.AbsolutePath}",
            request.Headers.Authorization!.Parameter!,
            request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null,
            WebUtility.UrlDecode(form).Split('&'));
        Calls.Add(call);
        return new HttpResponseMessage(Status) { Content = JsonContent.Create(AnswersTo.GetValueOrDefault(call.Path, Answer)) };
    }
}

internal sealed record StripeCall(string Path, string Key, string? IdempotencyKey, string[] Form);
