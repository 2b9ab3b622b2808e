using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Numbers that are fixed at compile time although the compiler does not fold them: <c>(long)TimeSpan.FromHours(1).TotalSeconds</c>.</summary>
internal static class ConstantSeconds
{
    private const int DeepestValue = 8;

    /// <summary>The value; null if it is not fixed.</summary>
    public static decimal? Of(IOperation value, CompilationReading reading, CancellationToken cancellation) => Of(value, reading, DeepestValue, cancellation);

    private static decimal? Of(IOperation? value, CompilationReading reading, int depth, CancellationToken cancellation) => value.WithoutConversions() switch
    {
        null => null,
        _ when depth == 0 => null,
        { ConstantValue: { HasValue: true, Value: { } number } } => ToDecimal(number),
        IPropertyReferenceOperation { Property: { Name: "TotalSeconds", ContainingType.Name: "TimeSpan" }, Instance: { } span } =>
            Span(span, reading, depth - 1, cancellation),
        var variable => ValueOf(variable, reading, cancellation) is { } given ? Of(given, reading, depth - 1, cancellation) : null,
    };

    private static decimal? Span(IOperation? span, CompilationReading reading, int depth, CancellationToken cancellation)
    {
        if (depth == 0)
            return null;
        if (span is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } method } call)
        {
            decimal? unit = method.Name switch
            {
                "FromSeconds" => 1,
                "FromMinutes" => 60,
                "FromHours" => 3600,
                "FromDays" => 86400,
                _ => null,
            };
            var given = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList();
            return unit is { } seconds && given.Count == 1 && Of(given[0].Value, reading, depth - 1, cancellation) is { } count && count < int.MaxValue
                ? count * seconds
                : null;
        }
        return span is IFieldReferenceOperation { Field: { Name: "MaxValue", ContainingType.Name: "TimeSpan" } }
            ? decimal.MaxValue
            : ValueOf(span, reading, cancellation) is { } value ? Span(value, reading, depth - 1, cancellation) : null;
    }

    // A static readonly field, or a local that is given a value once.
    private static IOperation? ValueOf(IOperation? variable, CompilationReading reading, CancellationToken cancellation)
    {
        ISymbol? symbol = variable switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => field,
            ILocalReferenceOperation { Local: var local } when IsNeverAssigned(local, variable) => local,
            _ => null,
        };
        return symbol is not null && reading.DeclarationsOf(symbol, cancellation).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? reading.Models.OperationOf(value, cancellation)
            : null;
    }

    private static bool IsNeverAssigned(ILocalSymbol local, IOperation read)
    {
        var member = read;
        while (member.Parent is { } parent)
            member = parent;
        return !member.Descendants().Any(operation => operation is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation
            && Definition.Of(local, operation, []) is not null);
    }

    private static decimal? ToDecimal(object number) => number switch
    {
        long value => value,
        int value => value,
        double value when value is > -1e15 and < 1e15 => (decimal)value,
        double => decimal.MaxValue,
        short value => value,
        _ => null,
    };
}
