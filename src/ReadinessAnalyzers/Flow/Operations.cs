using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>Small questions to Roslyn's operations that several readings ask.</summary>
internal static class Operations
{
    /// <summary>What the call is made on: the instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value
            : null);

    /// <summary>The value of the parameter of that name, by whatever syntax it is passed, defaults included.</summary>
    public static IOperation? ArgumentFor(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    public static IOperation? WithoutConversions(this IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The elements of an array or collection expression that is written out; the value itself if it is none.</summary>
    public static IEnumerable<IOperation> Elements(this IOperation collection) => collection.WithoutConversions() switch
    {
        IArrayCreationOperation { Initializer: { } written } => written.ElementValues,
        ICollectionExpressionOperation expression => expression.Elements,
        _ => [collection],
    };

    /// <summary>The innermost lambda or local function around <paramref name="operation"/>, or the body of the member.</summary>
    public static IOperation InnermostFunction(this IOperation operation)
    {
        var function = operation;
        while (function.Parent is { } parent)
        {
            function = parent;
            if (function is IAnonymousFunctionOperation or ILocalFunctionOperation)
                break;
        }
        return function;
    }
}
