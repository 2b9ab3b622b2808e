using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Hands out the semantic models of files other than the one being analysed, each made at most once per compilation, and the operations of
/// all.
/// </summary>
internal sealed class ModelCache(Compilation compilation)
{
    // Roslyn makes the operations of a whole member by recursion that has no guard: a few hundred calls on the result of calls end the
    // process on a stack of one megabyte, and an analyzer's process is the compiler's. Code that people write nests a tenth of this.
    private const int DeepestMember = 400;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool> _isTooDeep = new();

    public SemanticModel this[SyntaxTree tree] => _models.GetOrAdd(
        tree,
#pragma warning disable RS0030, RS1030 // The one place: following a value or a call into another file needs that file's model.
        key => compilation.GetSemanticModel(key));
#pragma warning restore RS0030, RS1030

    /// <summary>The operation of <paramref name="node"/>; null if it has none, or if it stands in a member that nests too deeply to be read.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place, behind the guard.")]
    public IOperation? OperationOf(SyntaxNode node, CancellationToken cancellation) =>
        _isTooDeep.GetOrAdd(MemberAround(node), IsTooDeep) ? null : this[node.SyntaxTree].GetOperation(node, cancellation);

    private static SyntaxNode MemberAround(SyntaxNode node) => node.AncestorsAndSelf().LastOrDefault(ancestor =>
        ancestor is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)) ?? node;

    private static bool IsTooDeep(SyntaxNode member)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((member, 0));
        while (pending.Count > 0)
        {
            var (node, depth) = pending.Pop();
            if (depth > DeepestMember)
                return true;
            // A sum of any length is no nesting to Roslyn, which walks its left operands in a loop.
            var sum = (node as BinaryExpressionSyntax)?.Left;
            foreach (var child in node.ChildNodes())
                pending.Push((child, child == sum ? depth : depth + 1));
        }
        return false;
    }
}
