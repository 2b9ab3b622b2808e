using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow.Origins;

namespace ReadinessAnalyzers.Facts;

/// <summary>Finds where one file reads Stripe's publishable key.</summary>
/// <remarks>
/// The one credential that is told by the name of its setting: it goes to the browser, no method of Stripe.net takes it, so no symbol gives
/// it away. Hence the name must say both <i>stripe</i> and <i>publishable</i>.
/// </remarks>
internal sealed class PublishableKeyReader(CompilationReading reading)
{
    private static readonly TextAnchors Anchors = new("ublishable", "PUBLISHABLE");

    public ImmutableArray<StripeCredentialUse> Read(SyntaxTree tree, CancellationToken cancellation)
    {
        var uses = ImmutableArray.CreateBuilder<StripeCredentialUse>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var position in Anchors.PositionsIn(tree, cancellation))
        {
            var token = tree.GetRoot(cancellation).FindToken(position);
            if (!token.Span.Contains(position) || ReadAround(token, cancellation) is not { } read || !seen.Add(read.Syntax))
                continue;
            var settings = OriginSet.Of(reading.Origins.OriginsOf(read, cancellation).Settings.Where(IsPublishableKey));
            if (!settings.IsNothing)
                uses.Add(new StripeCredentialUse(read.Syntax.GetLocation(), "publishable key", SettingFact.Roles.PublishableKey, settings));
        }
        return uses.ToImmutable();
    }

    private static bool IsPublishableKey(Origin.Setting setting) =>
        setting.Name.IndexOf("stripe", StringComparison.OrdinalIgnoreCase) >= 0
        && setting.Name.IndexOf("publishable", StringComparison.OrdinalIgnoreCase) >= 0;

    // The call, indexer or property read that the word is part of; null if it only stands in a declaration, an assignment or a text.
    private IOperation? ReadAround(SyntaxToken token, CancellationToken cancellation)
    {
        var isName = token.IsKind(SyntaxKind.IdentifierToken);
        foreach (var node in token.Parent!.AncestorsAndSelf().TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax)))
        {
            if (node is AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax)
                return null;
            if (node is not (ElementAccessExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
                or ElementBindingExpressionSyntax or IdentifierNameSyntax))
                continue;
            switch (reading.Models[node.SyntaxTree].GetOperation(node, cancellation))
            {
                case IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_String } property when !IsTarget(node):
                    return property;
                case IInvocationOperation call when !isName || call.Arguments.Length > 0:
                    return call;
            }
        }
        return null;
    }

    private static bool IsTarget(SyntaxNode node) => node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;
}
