using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Which locals, parameters and temporaries of an endpoint hold the request's body or something read from it. A text from elsewhere (a
/// queue, a database, Stripe's own API) was verified elsewhere, or needs no signature.
/// </summary>
internal sealed class RequestBody
{
    private readonly HashSet<object> _holders = [];
    private readonly AspNetSymbols _asp;

    public RequestBody(HttpEndpoint endpoint, AspNetSymbols asp, IReadOnlyList<IOperation> operations)
    {
        _asp = asp;
        foreach (var parameter in endpoint.Method.Parameters.Where(IsBound))
            _holders.Add(parameter);
        while (operations.Count(Propagate) > 0)
        {
        }
    }

    /// <summary>True if <paramref name="value"/> is, or is computed from, the body.</summary>
    public bool IsHeldBy(IOperation value) => value.DescendantsAndSelf().Any(part =>
        (part is IPropertyReferenceOperation { Property: { Name: "Body" or "BodyReader" or "Form" or "InputStream" } property }
            && IsRequest(property.ContainingType))
        || (part is IInvocationOperation call && call.Arguments.Any(argument => IsRequest(argument.Value.Type)))
        || (HolderOf(part) is { } holder && _holders.Contains(holder)));

    // Bound from the body: by attribute or, in a minimal API, because nothing else can fill it.
    private bool IsBound(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromBodyAttribute" or "FromFormAttribute")
        || parameter.Type is { Name: "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JObject" or "Stream" or "PipeReader" };

    private bool Propagate(IOperation operation)
    {
        var (holder, value) = operation switch
        {
            ISimpleAssignmentOperation assignment => (HolderOf(assignment.Target), assignment.Value),
            IFlowCaptureOperation capture => (capture.Id, capture.Value),
            _ => ((object?)null, operation),
        };
        return holder is not null && !_holders.Contains(holder) && IsHeldBy(value) && _holders.Add(holder);
    }

    private bool IsRequest(ITypeSymbol? type) =>
        type.IsOrInherits(_asp.HttpRequest) || type.IsOrInherits(_asp.HttpContext) || type?.Name is "HttpRequestBase" or "HttpRequestData";

    private static object? HolderOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };
}
