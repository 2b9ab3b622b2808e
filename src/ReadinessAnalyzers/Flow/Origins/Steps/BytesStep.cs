using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>The bytes of a text, as keys are made of them: <c>Encoding.UTF8.GetBytes(x)</c>, <c>Convert.FromBase64String(x)</c>, <c>"…"u8.ToArray()</c>.</summary>
internal sealed class BytesStep : OriginStep
{
    public override OriginSet? Follow(IOperation value, Trail trail) => value switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType: { Name: "Encoding", ContainingNamespace.Name: "Text" } }, Arguments: { Length: 1 } text } =>
            trail.Follow(text[0].Value),
        IInvocationOperation { TargetMethod: { Name: "FromBase64String" or "FromHexString", ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } }, Arguments: { Length: 1 } text } =>
            trail.Follow(text[0].Value),
        IInvocationOperation { TargetMethod: { Name: "ToArray", ContainingType.Name: "ReadOnlySpan" }, Instance: { } span } when span.WithoutConversions() is IUtf8StringOperation =>
            trail.Follow(span),
        IUtf8StringOperation text => OriginSet.Of(new Origin.Constant(
            text.Syntax.GetLocation(), text.Value.Length == 0 ? ConstantKind.Empty : ConstantKind.Text)),
        _ => null,
    };
}
