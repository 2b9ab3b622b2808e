using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts;

/// <summary>Hands out the semantic models of files other than the one being analysed, each made at most once per compilation.</summary>
internal sealed class ModelCache(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public SemanticModel this[SyntaxTree tree] => _models.GetOrAdd(
        tree,
#pragma warning disable RS0030, RS1030 // The one place: following a value or a call into another file needs that file's model.
        key => compilation.GetSemanticModel(key));
#pragma warning restore RS0030, RS1030
}
