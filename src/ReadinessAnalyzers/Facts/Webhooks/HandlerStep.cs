using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>One of the functions that handle an event: the endpoint, or a method of the app that is called on the way.</summary>
/// <param name="Function">The declaration.</param>
/// <param name="Call">The call that leads here; null in the endpoint.</param>
/// <param name="Caller">Where that call stands.</param>
internal sealed record HandlerStep(SyntaxNode Function, InvocationExpressionSyntax? Call, HandlerStep? Caller)
{
    public int Depth => Caller is null ? 0 : Caller.Depth + 1;

    /// <summary>The call in the endpoint itself that leads here; null in the endpoint.</summary>
    public SyntaxNode? Entry => Caller?.Entry ?? Call;
}
