using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.CodeFixes;

/// <summary>Makes a fix of a change of the text.</summary>
internal static class TextChanges
{
    /// <summary>The document with <paramref name="change"/> made in it.</summary>
    public static async Task<Document> ApplyToAsync(this TextChange change, Document document, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
