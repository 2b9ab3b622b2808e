using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>Literals, constants and what the compiler folds from them; <c>string.Empty</c>.</summary>
internal sealed class ConstantStep : OriginStep
{
    private const int LongestChain = 16;

    public override OriginSet? Follow(IOperation value, Trail trail)
    {
        if (value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } })
            return Constant(value, "", trail);
        return value.ConstantValue switch
        {
            { HasValue: true, Value: string text } => Constant(value, text, trail),
            { HasValue: true, Value: null } => OriginSet.Of(new Origin.Constant(WrittenAs(value, trail).GetLocation(), ConstantKind.Null)),
            _ => null,
        };
    }

    private static OriginSet Constant(IOperation value, string text, Trail trail)
    {
        if (trail.WantsNames)
            return OriginSet.Of(new Origin.SettingName(text));
        var written = WrittenAs(value, trail);
        return OriginSet.Of(new Origin.Constant(written.GetLocation(), text.Length == 0 ? ConstantKind.Empty : ConstantKind.Text)
        {
            Key = StripeKey.TryParse(text, out var key) ? key : null,
            IsPriceId = text.StartsWith("price_", StringComparison.Ordinal) || text.StartsWith("plan_", StringComparison.Ordinal),
            IsSecretInSource = StripeSecret.FindAll(text).Any() && (written is LiteralExpressionSyntax || IsPutTogetherAt(written, trail)),
        });
    }

    // By the reading that reports it, so that each secret is said once and none is passed over.
    private static bool IsPutTogetherAt(SyntaxNode written, Trail trail) =>
        new SourceSecretReader(trail.Reading, written.SyntaxTree, trail.Cancellation).Read()
            .Any(found => found.Location.SourceSpan.IntersectsWith(written.Span));

    // References to constants lead to the text itself, if it is in the project.
    private static SyntaxNode WrittenAs(IOperation value, Trail trail)
    {
        for (var length = 0; length < LongestChain && InitialValueOf(value, trail) is { } initial; length++)
            value = initial;
        return value.Syntax;
    }

    private static IOperation? InitialValueOf(IOperation value, Trail trail)
    {
        ISymbol? constant = value switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        return constant is not null && trail.DeclarationsOf(constant).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: { } written }
            ? trail.OperationOf(written)
            : null;
    }
}
