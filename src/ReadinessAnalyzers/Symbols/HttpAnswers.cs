using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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
        IObjectCreationOperation { Constructor: { } constructor } creation when IsOurs(constructor) =>
            IsSuccess(WithoutSuffix(constructor.ContainingType.Name), creation.Arguments.FirstOrDefault()),
        _ => null,
    };

    private static bool? IsSuccess(string name, IArgumentOperation? first) => name switch
    {
        "Ok" or "OkObject" or "NoContent" or "Accepted" or "AcceptedAtAction" or "AcceptedAtRoute" or "Created" or "CreatedAtAction" or "CreatedAtRoute"
            or "OkNegotiatedContent" => true,
        "Content" or "Json" or "Text" or "View" or "Empty" when first is null || !HasStatus(first) => true,
        "StatusCode" or "HttpStatusCode" => first?.Value.ConstantValue.Value is int status ? status is >= 200 and < 300 : null,
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

    private static bool IsOurs(IMethodSymbol method) =>
        method.ContainingAssembly?.Name is { } name && Assemblies.Any(ours => name.StartsWith(ours, StringComparison.Ordinal));
}
