using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow.Origins.Steps;

/// <summary>Literals, constants and what the compiler folds from them; <c>string.Empty</c>.</summary>
internal sealed class ConstantStep : OriginStep
{
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
            IsSecretInOnePiece = written is LiteralExpressionSyntax && StripeSecret.FindAll(text).Any(),
        });
    }

    // A reference to a constant leads to the text itself, if it is in the project.
    private static SyntaxNode WrittenAs(IOperation value, Trail trail)
    {
        ISymbol? constant = value switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        return constant is not null && trail.DeclarationsOf(constant).FirstOrDefault() is VariableDeclaratorSyntax { Initializer.Value: { } written }
            ? written
            : value.Syntax;
    }
}
