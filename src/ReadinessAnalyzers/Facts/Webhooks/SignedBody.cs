using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// What happened, on its way from the request, to the text whose signature is checked. It is followed backwards as far as its function and
/// the project's own methods show it; a text that does not lead to a request is left alone.
/// </summary>
internal sealed class SignedBody(CompilationReading reading, CancellationToken cancellation)
{
    private const int LongestWay = 30;
    private const int MostCallers = 3;

    private static readonly HashSet<string> TextChanges = new(StringComparer.Ordinal)
    {
        "Trim", "TrimStart", "TrimEnd", "Replace", "ReplaceLineEndings", "Normalize", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant",
        "Substring", "Remove", "Insert", "PadLeft", "PadRight",
    };

    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>The alteration of the body that is handed to <paramref name="check"/>; null if none is certain.</summary>
    public BodyAlteration? AlterationOf(IInvocationOperation check)
    {
        if (check.ArgumentFor("json") is not { } body || IsSignedHere(check))
            return null;
        return AlterationOf(body, check.Syntax, MostCallers) is not { } found ? null
            : found.Place.SyntaxTree == check.Syntax.SyntaxTree ? new BodyAlteration(found.Place.GetLocation(), [], found.Deed)
            : new BodyAlteration(body.Syntax.GetLocation(), [found.Place.GetLocation()], found.Deed);
    }

    // A self-test makes up a body, and signs it.
    private static bool IsSignedHere(IOperation check) =>
        Functions.Around(check.Syntax)?.DescendantNodes().Any(node =>
            node is IdentifierNameSyntax { Identifier.ValueText: "GenerateSignatureHeader" or "ComputeSignature" or "HMACSHA256" }) == true;

    private Alteration? AlterationOf(IOperation? body, SyntaxNode function, int callers)
    {
        var pending = new Stack<Step>();
        pending.Push(new Step(body, null, LongestWay));
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (value, later, left) = pending.Pop();
            if (value.WithoutConversions() is not { } here || left == 0 || !_seen.Add(here.Syntax))
                continue;
            var alteration = later ?? (DeedAt(here) is { } deed ? new Alteration(here.Syntax, deed) : null);
            if (IsRequest(here) && (alteration ?? AlteredByBinding(here, function)) is { } found)
                return found;
            if (here is IParameterReferenceOperation { Parameter: var parameter } && MayHoldArgument(here, parameter)
                && (alteration ?? AlteredBeforeCall(parameter, here, callers)) is { } handed)
            {
                return handed;
            }
            foreach (var source in SourcesOf(here))
                pending.Push(new Step(source, alteration, left - 1));
        }
        return null;
    }

    /// <summary>What <paramref name="value"/> does to the text it is made of; null if it keeps it, or if that is not known.</summary>
    private string? DeedAt(IOperation value) => value switch
    {
        IInvocationOperation { Instance.Type.SpecialType: SpecialType.System_String, TargetMethod.Name: var name } call when TextChanges.Contains(name) =>
            KeepsJson(call) ? null : $"was changed by '{name}'",
        IInvocationOperation { TargetMethod: { Name: "Replace", ContainingType.Name: "Regex" } } => "was changed by 'Regex.Replace'",
        IInvocationOperation call when Serializes(call) => $"was written anew by '{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}'",
        IInvocationOperation { TargetMethod.Name: "GetString" } call when NameOfWrongEncoding(call.Receiver()) is { } name => $"was decoded as {name}",
        IObjectCreationOperation { Type.Name: "StreamReader" } reader
            when reader.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "encoding") is { } encoding
                && NameOfWrongEncoding(encoding.Value) is { } name => $"was decoded as {name}",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
            when !IsEmptyText(sum.LeftOperand) && !IsEmptyText(sum.RightOperand) => "was put together with another",
        IInterpolatedStringOperation { Parts.Length: > 1 } => "was put together with another",
        _ => null,
    };

    // What Stripe sends is an object without blanks around it; its lines end with \n, and what is not ASCII is escaped or already normal. Nothing
    // is certain of arguments that are not constant.
    private static bool KeepsJson(IInvocationOperation change)
    {
        var arguments = change.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
            .OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value).ToList();
        return change.TargetMethod.Name switch
        {
            "Trim" or "TrimStart" or "TrimEnd" => !arguments.SelectMany(argument => argument.Elements()).Any(part => part.ConstantValue.Value is '{' or '}'),
            "Replace" => IsNeverSent(arguments[0].ConstantValue.Value)
                || arguments[0] is IPropertyReferenceOperation { Property.Name: "NewLine" } && arguments[1].ConstantValue.Value is "\n",
            "ReplaceLineEndings" => arguments.Count == 0 || arguments[0].ConstantValue.Value is "\n",
            "Normalize" => true,
            _ => false,
        };
    }

    private static bool IsNeverSent(object? text) => text?.ToString().Any(c => c == '\uFEFF' || c != '\n' && char.IsControl(c)) == true;

    /// <summary>What <paramref name="value"/> is made of.</summary>
    private IEnumerable<IOperation?> SourcesOf(IOperation value) => value switch
    {
        IAwaitOperation awaited => [awaited.Operation],
        IParenthesizedOperation parenthesized => [parenthesized.Operand],
        ISimpleAssignmentOperation assignment => [assignment.Value],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IConditionalOperation conditional => [conditional.WhenTrue, conditional.WhenFalse],
        IBinaryOperation sum => [sum.LeftOperand, sum.RightOperand],
        IInterpolatedStringOperation text => text.Parts.Select(part => (part as IInterpolationOperation)?.Expression),
        ILocalReferenceOperation or IParameterReferenceOperation => DefinitionsOf(value),
        IPropertyReferenceOperation { Property.Name: "Result" or "RootElement" or "Buffer" or "Content" } part => [part.Instance],
        IObjectCreationOperation { Type.Name: "StreamReader", Arguments: { IsEmpty: false } arguments } => [arguments[0].Value],
        IInvocationOperation call when reading.DeclarationsOf(call.TargetMethod, cancellation).ToList() is { Count: > 0 } declarations =>
            declarations.SelectMany(ReturnedValues.Of).Select(returned => reading.Models.OperationOf(returned, cancellation)),
        IInvocationOperation call when HandsOn(call.TargetMethod) => call.Arguments.Select(argument => (IOperation?)argument.Value).Append(call.Instance),
        _ => [],
    };

    private bool HandsOn(IMethodSymbol method) => PlatformAssemblies.OnlyPassOn(method) && method.Name
        is "ReadToEnd" or "ReadToEndAsync" or "ReadAsync" or "ReadAsStringAsync" or "GetString" or "ToArray"
            or "ConfigureAwait" or "GetAwaiter" or "GetResult" or "FromResult" or "GetRawText" or "ToString" or "ToJsonString"
            or "Parse" or "ParseAsync" or "Deserialize" or "DeserializeAsync" or "DeserializeObject" or "ReadFromJsonAsync" or "Serialize" or "SerializeObject"
        || TextChanges.Contains(method.Name)
        || method.Name is "ToJson" or "FromJson" or "ParseEvent" && new StripeEvents(reading.Stripe!).IsStripe(method);

    // The text of a whole JsonElement is the body as it came; every other way from an object back to a text is a new text.
    private bool Serializes(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Serialize", ContainingType.Name: "JsonSerializer" } or { Name: "SerializeObject", ContainingType.Name: "JsonConvert" } => true,
        { Name: "ToJsonString" } => true,
        { Name: "ToJson" } method => new StripeEvents(reading.Stripe!).IsStripe(method),
        { Name: "ToString" } => call.Instance.WithoutConversions()?.Type switch
        {
            // What System.Text.Json binds to an object is a JsonElement.
            { SpecialType: SpecialType.System_Object } => reading.Uses.Named("AddNewtonsoftJson", cancellation).Any(),
            { Name: "JObject" or "JToken" or "JsonNode" or "JsonObject" } type => PlatformAssemblies.OnlyPassOn(type),
            _ => false,
        },
        _ => false,
    };

    private string? NameOfWrongEncoding(IOperation? encoding) => encoding.WithoutConversions() switch
    {
        IPropertyReferenceOperation { Property: { ContainingType.Name: "Encoding" } property }
            when property.Name is "ASCII" or "Latin1" or "Unicode" or "BigEndianUnicode" or "UTF32" or "UTF7" => property.Name,
        // UTF-8 on .NET, the code page of the machine on .NET Framework.
        IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: "Encoding" } } when IsNetFramework => "the machine's code page",
        IInvocationOperation { TargetMethod: { Name: "GetEncoding", ContainingType.Name: "Encoding" }, Arguments: { Length: > 0 } names }
            when NameOf(names[0].Value) is { } name => name,
        _ => null,
    };

    private static string? NameOf(IOperation encoding) => encoding.ConstantValue.Value switch
    {
        string name when !StringComparer.OrdinalIgnoreCase.Equals(name, "utf-8") && !StringComparer.OrdinalIgnoreCase.Equals(name, "utf8") => name,
        int page when page is not (0 or 65001) => $"code page {page}",
        _ => null,
    };

    private bool IsNetFramework => reading.Compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Name == "mscorlib";

    private static bool IsEmptyText(IOperation value) =>
        value.ConstantValue.Value is "" || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };

    private bool IsRequest(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Body" or "BodyReader" or "InputStream" or "Content" } property } =>
            property.ContainingType.IsOrInherits(reading.AspNet.HttpRequest)
            || property.ContainingType.Name is "HttpRequestBase" or "HttpRequest" or "HttpRequestMessage" or "HttpRequestData",
        // Whatever was copied into it.
        IInvocationOperation { TargetMethod: { Name: "ToArray", ContainingType.Name: "MemoryStream" } } => true,
        _ => false,
    };

    private IEnumerable<IOperation?> DefinitionsOf(IOperation read) => ReachingAt(read, VariableOf(read)) is var (definitions, state)
        ? definitions.In(state).Select(definition => definition.Value is null ? null : reading.Models.OperationOf(definition.Value, cancellation))
        : [];

    private bool MayHoldArgument(IOperation read, IParameterSymbol parameter) => ReachingAt(read, parameter) is var (_, state) && state.HasEntry;

    private static ISymbol VariableOf(IOperation read) => read is ILocalReferenceOperation local ? local.Local : ((IParameterReferenceOperation)read).Parameter;

    // What a lambda captures is not followed.
    private (ReachingDefinitions Definitions, ReachingDefinitions.State State)? ReachingAt(IOperation read, ISymbol variable) =>
        reading.Graphs[read.InnermostFunction()] is { } graph
        && ReachingDefinitions.Of(graph, variable, _ => false) is { } definitions
        && definitions.Before(operation => operation.Syntax == read.Syntax && Definition.Is(operation, variable), graph, cancellation) is { } state
            ? (definitions, state)
            : null;

    // Webhooks.Verify(json, signature): a text that every caller has altered.
    private Alteration? AlteredBeforeCall(IParameterSymbol parameter, IOperation read, int callers)
    {
        if (AlteredByBinding(parameter, read) is { } bound)
            return bound;
        if (callers == 0 || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method)
            return null;
        var calls = reading.Calls.Of(method, cancellation);
        if (!calls.AreAll)
            return null;
        var alterations = calls.Calls
            .Select(call => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value)
            .Select(argument => argument is null ? null : AlterationOf(argument, argument.Syntax, callers - 1))
            .ToList();
        return alterations.Count > 0 && alterations.All(found => found is not null) ? alterations[0] : null;
    }

    // [FromBody] string json: the formatter takes a JSON string, and refuses the object that Stripe sends.
    private Alteration? AlteredByBinding(IParameterSymbol parameter, IOperation read)
    {
        if (!IsFromBody(parameter) || HasOwnFormatter())
            return null;
        return parameter.Type.SpecialType == SpecialType.System_String
            ? new Alteration(read.Syntax, "was bound by [FromBody], which takes a JSON string where Stripe sends an object,")
            : null;
    }

    // Request.Body is at its end when the action starts, if a parameter was bound to it.
    private Alteration? AlteredByBinding(IOperation bodyRead, SyntaxNode function)
    {
        if (bodyRead is not IPropertyReferenceOperation { Property: { Name: "Body" or "BodyReader", ContainingType: var type } }
            || !type.IsOrInherits(reading.AspNet.HttpRequest)
            || HttpEndpoint.Around(function, reading, reading.Models[function.SyntaxTree], cancellation) is not { } endpoint
            || !endpoint.Method.Parameters.Any(IsFromBody)
            || endpoint.Function.SyntaxTree != bodyRead.Syntax.SyntaxTree || !endpoint.Function.Span.Contains(bodyRead.Syntax.Span)
            || new[] { "EnableBuffering", "EnableRewind" }.Any(name => reading.Uses.Named(name, cancellation).Any())
            || reading.Uses.Named("Body", cancellation).Any(use => MemberWrites.WriteThrough(use) is not null))
        {
            return null;
        }
        return new Alteration(bodyRead.Syntax, "is empty, because binding a parameter has read the body before it,");
    }

    // [FromForm] reads forms only, and leaves JSON where it is.
    private bool IsFromBody(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromBody));

    private bool HasOwnFormatter() => new[] { "TextInputFormatter", "InputFormatter", "IInputFormatter", "InputFormatters" }
        .Any(name => reading.Uses.Named(name, cancellation).Any());

    /// <param name="Place">The expression.</param>
    /// <param name="Deed">What it does.</param>
    private sealed record Alteration(SyntaxNode Place, string Deed);

    /// <param name="Value">What the text is made of.</param>
    /// <param name="Alteration">What happens to it later.</param>
    /// <param name="Left">How far it may be followed.</param>
    private readonly record struct Step(IOperation? Value, Alteration? Alteration, int Left);
}
