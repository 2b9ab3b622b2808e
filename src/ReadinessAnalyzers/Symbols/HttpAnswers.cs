using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;

namespace ReadinessAnalyzers.Symbols;

/// <summary>Which answers of ASP.NET's own making tell the sender that the request was accepted.</summary>
internal static class HttpAnswers
{
    private static readonly string[] Assemblies = ["Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http", "System.Web"];

    /// <summary>True for a status of 200 to 299, false for any other; null if <paramref name="value"/> is no answer, or one whose status is open.</summary>
    public static bool? IsSuccess(IOperation value) => value switch
    {
        // Ok(), Results.Ok(), TypedResults.Ok()
        IInvocationOperation { TargetMethod: var method } call when IsOurs(method) => IsSuccess(method.Name, call.Arguments.FirstOrDefault()),
        // In a control flow graph, the initialiser is assignments of its own.
        IObjectCreationOperation { Initializer: { } initializer } when StatusIn(initializer) is { } status => IsSuccessStatus(status),
        IObjectCreationOperation { Constructor: { } constructor } creation when IsOurs(constructor) =>
            IsSuccess(WithoutSuffix(constructor.ContainingType.Name), creation.Arguments.FirstOrDefault()),
        _ => null,
    };

    /// <summary>True for the property by which an answer that is made already gets its status: <c>new JsonResult(error) { StatusCode = 400 }</c>.</summary>
    public static bool IsStatus(IPropertySymbol property) => property.Name == "StatusCode" && IsOurs(property);

    /// <summary>True for a status of 200 to 299, false for any other; null if <paramref name="status"/> is not constant.</summary>
    public static bool? IsSuccessStatus(IOperation? status) =>
        status.WithoutConversions()?.ConstantValue.Value is int code ? code is >= 200 and < 300 : null;

    private static IOperation? StatusIn(IObjectOrCollectionInitializerOperation initializer) => initializer.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property: var property } && IsStatus(property))?.Value;

    private static bool? IsSuccess(string name, IArgumentOperation? first) => name switch
    {
        "Ok" or "OkObject" or "NoContent" or "Accepted" or "AcceptedAtAction" or "AcceptedAtRoute" or "Created" or "CreatedAtAction" or "CreatedAtRoute"
            or "OkNegotiatedContent" => true,
        "Content" or "Json" or "Text" or "View" or "Empty" when first is null || !HasStatus(first) => true,
        "StatusCode" or "HttpStatusCode" => IsSuccessStatus(first?.Value),
        "BadRequest" or "BadRequestObject" or "Unauthorized" or "UnauthorizedObject" or "Forbid" or "Challenge" or "NotFound" or "NotFoundObject"
            or "Conflict" or "ConflictObject" or "UnprocessableEntity" or "UnprocessableEntityObject" or "Problem" or "ValidationProblem"
            or "InternalServerError" => false,
        _ => null,
    };

    // Results.Json(value, options, contentType, 400)
    private static bool HasStatus(IArgumentOperation argument) =>
        (argument.Parent as IInvocationOperation)?.Arguments.Any(other =>
            other is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "statusCode" }) == true;

    private static string WithoutSuffix(string type) =>
        type.EndsWith("Result", StringComparison.Ordinal) ? type.Substring(0, type.Length - "Result".Length) : type;

    private static bool IsOurs(ISymbol member) =>
        member.ContainingAssembly?.Name is { } name && Assemblies.Any(ours => name.StartsWith(ours, StringComparison.Ordinal));
}
