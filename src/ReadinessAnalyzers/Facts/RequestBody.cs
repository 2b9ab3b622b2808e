using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private readonly CompilationReading _reading;
    private readonly StripeEvents _events;

    public RequestBody(HttpEndpoint endpoint, CompilationReading reading, StripeEvents events, IReadOnlyList<IOperation> operations)
    {
        _reading = reading;
        _events = events;
        foreach (var parameter in endpoint.Method.Parameters.Where(IsBound))
            _holders.Add(parameter);
        while (operations.Count(Propagate) > 0)
        {
        }
    }

    /// <summary>True if <paramref name="value"/> is, or is computed from, the body. An event is no body any more: it can't be verified.</summary>
    public bool IsHeldBy(IOperation value)
    {
        if (_events.IsEvent(value.Type))
            return false;
        return IsBody(value) || (HolderOf(value) is { } holder && _holders.Contains(holder)) || value.ChildOperations.Any(IsHeldBy);
    }

    private bool IsBody(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Body" or "BodyReader" or "Form" or "InputStream" } property } => IsRequest(property.ContainingType),
        IInvocationOperation call => call.Arguments.Any(argument => IsRequest(argument.Value.Type)) || IsReadByOwnMethod(call),
        _ => false,
    };

    // var json = await ReadBody(); where the controller's own method reads its Request.
    private bool IsReadByOwnMethod(IInvocationOperation call) =>
        call.Instance is IInstanceReferenceOperation
        && _reading.DeclarationsOf(call.TargetMethod).Any(declaration =>
            declaration.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name.Identifier.ValueText is "Body" or "InputStream"));

    // Bound from the body: by attribute or, in a minimal API, because nothing else can fill it.
    private bool IsBound(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromBodyAttribute" or "FromFormAttribute")
        || parameter.Type is { Name: "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JObject" or "Stream" or "PipeReader" };

    private bool Propagate(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment => Hold(HolderOf(assignment.Target), assignment.Value),
        IFlowCaptureOperation capture => Hold(capture.Id, capture.Value),
        // Request.Body.CopyToAsync(buffer)
        IInvocationOperation { Instance: { } instance } call when IsHeldBy(instance) =>
            call.Arguments.Count(argument => HolderOf(argument.Value) is { } buffer && _holders.Add(buffer)) > 0,
        _ => false,
    };

    private bool Hold(object? holder, IOperation value) =>
        holder is not null && !_holders.Contains(holder) && IsHeldBy(value) && _holders.Add(holder);

    private bool IsRequest(ITypeSymbol? type) =>
        type.IsOrInherits(_reading.AspNet.HttpRequest) || type.IsOrInherits(_reading.AspNet.HttpContext) || type?.Name is "HttpRequestBase" or "HttpRequestData";

    private static object? HolderOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => HolderOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };
}
