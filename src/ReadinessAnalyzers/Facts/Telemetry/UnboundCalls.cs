using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>Calls that do not bind, because a reference is missing or the line is half typed.</summary>
internal static class UnboundCalls
{
    // The words with which a query, a change of a table or a mail begins: these libraries are what is missing most.
    private static readonly string[] Quiet =
    [
        "Add", "Any", "All", "As", "Attach", "Average", "Begin", "Commit", "Contains", "Count", "Create", "Delete", "Dispose", "Distinct", "Execute", "Find",
        "First", "Get", "Group", "Include", "Insert", "Join", "Last", "List", "Load", "Map", "Max", "Min", "Order", "Query", "Remove", "Rollback", "Save",
        "Select", "SendEmail", "SendMail", "Set", "Single", "Skip", "Submit", "Sum", "Take", "Then", "To", "TryGetValue", "Update", "Where",
    ];

    /// <summary>True unless the call hands nothing over, or by its name reads or writes a table, or sends a mail.</summary>
    public static bool MayTrace(InvocationExpressionSyntax call)
    {
        if (call.Expression.DescendantTokens().Any(token => TelemetryWords.SpeakIn(token.ValueText)))
            return true;
        var handsOver = call.ArgumentList.Arguments.Any(argument => argument.Expression is not (AnonymousFunctionExpressionSyntax or LiteralExpressionSyntax));
        return handsOver && !Array.Exists(Quiet, word => NameOf(call.Expression).StartsWith(word, StringComparison.Ordinal));
    }

    private static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
