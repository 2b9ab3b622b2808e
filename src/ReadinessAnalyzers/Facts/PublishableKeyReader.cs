using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
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
        var positions = Anchors.PositionsIn(tree, cancellation);
        if (positions.Count == 0)
            return [];
        var uses = ImmutableArray.CreateBuilder<StripeCredentialUse>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var position in positions)
        {
            var token = tree.GetRoot(cancellation).FindToken(position);
            if (token.Span.Contains(position) && ReadAround(token, cancellation) is { } read && seen.Add(read.Syntax))
                uses.Add(new StripeCredentialUse(read.Syntax.GetLocation(), "publishable key", SettingFact.Roles.PublishableKey, read.Settings));
        }
        return uses.ToImmutable();
    }

    // The innermost call, indexer or property that reads the setting; null where the word only stands in a declaration or a text.
    private (SyntaxNode Syntax, OriginSet Settings)? ReadAround(SyntaxToken token, CancellationToken cancellation)
    {
        foreach (var node in token.Parent!.AncestorsAndSelf().TakeWhile(IsPartOfRead))
        {
            if (OperationOf(node, cancellation) is not { } operation)
                continue;
            var settings = OriginSet.Of(reading.Origins.OriginsOf(operation, cancellation).Settings.Where(IsPublishableKey));
            if (!settings.IsNothing)
                return (operation.Syntax, settings);
        }
        return null;
    }

    // A sum or a text is part of a read and reads nothing itself; asking the model about each step of a long sum would take its square.
    private IOperation? OperationOf(SyntaxNode node, CancellationToken cancellation) =>
        IsTarget(node) || node is ArgumentSyntax or BaseArgumentListSyntax or BinaryExpressionSyntax or LiteralExpressionSyntax
        ? null
        : reading.Models.OperationOf(node, cancellation) switch
        {
            IPropertyReferenceOperation property => property,
            IInvocationOperation call => call,
            _ => null,
        };

    private static bool IsPartOfRead(SyntaxNode node) => node
        is SimpleNameSyntax or LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or InterpolatedStringContentSyntax
        or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax
        or InvocationExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax or ParenthesizedExpressionSyntax or BinaryExpressionSyntax;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "One name, not a file's text.")]
    private static bool IsPublishableKey(Origin.Setting setting) =>
        setting.Name.IndexOf("stripe", StringComparison.OrdinalIgnoreCase) >= 0
        && setting.Name.IndexOf("publishable", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsTarget(SyntaxNode node) => node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;
}
