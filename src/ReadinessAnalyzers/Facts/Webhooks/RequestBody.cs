using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Which locals, parameters and temporaries of an endpoint hold the request's body or something read from it. A text from elsewhere (a
/// queue, a database, Stripe's own API) was verified elsewhere, or needs no signature.
/// </summary>
internal sealed class RequestBody
{
    private static readonly string[] BodyWords = ["Body", "Json", "Form", "Raw", "Payload", "InputStream", "ReadTo", "ReadAs"];

    private readonly HashSet<object> _holders = [];
    private readonly HashSet<IOperation> _values;
    private readonly Lazy<HashSet<IOperation>> _receivers;
    private readonly CompilationReading _reading;
    private readonly StripeEvents _events;

    /// <param name="parameters">The parameters of the function that hold the body.</param>
    /// <param name="reading">What is known of its compilation.</param>
    /// <param name="events">What becomes of a body.</param>
    /// <param name="holders">The variables of the function's graph.</param>
    /// <param name="operations">
    /// Every operation of the graph, operands before the operation that uses them, so that each is asked about once and none by recursion:
    /// generated code nests them by the thousand.
    /// </param>
    public RequestBody(
        IEnumerable<IParameterSymbol> parameters, CompilationReading reading, StripeEvents events, Holders holders, IReadOnlyList<IOperation> operations)
    {
        _reading = reading;
        _events = events;
        _holders.UnionWith(parameters);
        _values = [.. operations.Where(operation => !events.IsEvent(operation.Type) && IsBody(operation))];
        while (operations.Count(operation => Compute(operation) | Propagate(operation, holders)) > 0)
        {
        }
        _receivers = new(() => ReceiversAmong(operations));
    }

    /// <summary>True for a parameter that the framework binds to the body: by attribute or, in a minimal API, because nothing else can fill it.</summary>
    public static bool IsBound(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromBodyAttribute" or "FromFormAttribute")
        || parameter.Type is { Name: "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JObject" or "Stream" or "PipeReader" };

    /// <summary>True if <paramref name="value"/> is, or is computed from, the body. An event is no body any more: it can't be verified.</summary>
    public bool IsHeldBy(IOperation value) => _values.Contains(value);

    /// <summary>True if the body, or an object through which it can be read, stands somewhere inside <paramref name="operation"/>.</summary>
    public bool IsHandedTo(IOperation operation) => _receivers.Value.Contains(operation);

    private bool Compute(IOperation value) =>
        !_values.Contains(value)
        && ((Holders.Read(value) is { } holder && _holders.Contains(holder)) || value.ChildOperations.Any(_values.Contains))
        && !_events.IsEvent(value.Type)
        && _values.Add(value);

    private HashSet<IOperation> ReceiversAmong(IEnumerable<IOperation> operations)
    {
        var receivers = new HashSet<IOperation>();
        foreach (var operation in operations)
        {
            if (operation.ChildOperations.Any(part => _values.Contains(part) || receivers.Contains(part) || _reading.AspNet.CarriesRequest(part.Type)))
                receivers.Add(operation);
        }
        return receivers;
    }

    private bool IsBody(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Body" or "BodyReader" or "Form" or "InputStream" } property } => IsRequest(property.ContainingType),
        // Web API 2; the message that an app sends itself has a content too.
        IPropertyReferenceOperation { Property: { Name: "Content", ContainingType.Name: "HttpRequestMessage" }, Instance: var message } =>
            message is IPropertyReferenceOperation { Property.Name: "Request" } or IParameterReferenceOperation,
        IInvocationOperation call => call.Arguments.Any(argument => IsRequest(argument.Value.Type)) && MayRead(call.TargetMethod) || IsReadByOwnMethod(call),
        // HttpContext.Request.Body of a controller whose base class is in a package that is not there.
        IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Body" or "InputStream", Expression: var owner } } =>
            owner.GetLastToken().ValueText == "Request",
        _ => false,
    };

    // request.ReadFromJsonAsync<T>(), Bodies.ReadAsync(request), but not tenants.FindAsync(HttpContext), which looks at the host's name.
    private bool MayRead(IMethodSymbol method) => _reading.BodiesOf(method, default) is { IsEmpty: false } bodies
        ? bodies.Any(body => body.DescendantTokens().Any(token => SpeaksOfBody(token.ValueText)))
        : SpeaksOfBody(method.Name) && method.ReturnType.SpecialType != SpecialType.System_Boolean;

    private static bool SpeaksOfBody(string name) => BodyWords.Any(name.Contains);

    // var json = await ReadBody(); where the controller's own method reads its Request.
    private bool IsReadByOwnMethod(IInvocationOperation call) =>
        call.Instance is IInstanceReferenceOperation
        && _reading.DeclarationsOf(call.TargetMethod).Any(declaration =>
            declaration.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name.Identifier.ValueText is "Body" or "InputStream"));

    private bool Propagate(IOperation operation, Holders holders) => operation switch
    {
        ISimpleAssignmentOperation assignment => Hold(holders.Written(assignment.Target), assignment.Value),
        IFlowCaptureOperation capture => Hold(capture.Id, capture.Value),
        // Request.Body.CopyToAsync(buffer)
        IInvocationOperation { Instance: { } instance } call when IsHeldBy(instance) =>
            call.Arguments.Count(argument => Holders.Read(argument.Value) is { } buffer && _holders.Add(buffer)) > 0,
        _ => false,
    };

    private bool Hold(object? holder, IOperation value) =>
        holder is not null && !_holders.Contains(holder) && IsHeldBy(value) && _holders.Add(holder);

    private bool IsRequest(ITypeSymbol? type) =>
        _reading.AspNet.IsRequest(type) || type?.Name is "HttpRequestBase" or "HttpRequestData";
}
