using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Practice;

/// <summary>That a rule reported at a place. Neither its message nor the source is kept: either could quote a secret, if a rule were wrong.</summary>
internal sealed record Sighting(string Rule, string Repository, string Path, int Line, int Column)
{
    private (int First, int Last) Member { get; init; }

    public static Sighting Of(Diagnostic diagnostic, Checkout checkout)
    {
        var span = diagnostic.Location.GetLineSpan();
        var start = span.StartLinePosition;
        return new(diagnostic.Id, checkout.Name, span.Path is { Length: > 0 } path ? checkout.RelativePathOf(path) : "", start.Line + 1, start.Character + 1)
        {
            Member = MemberAround(diagnostic.Location),
        };
    }

    /// <summary>Whether <paramref name="label"/> judges this place: the same line, or a line of the same member.</summary>
    public bool IsAt(Label label) =>
        Repository == label.Repository && Path == label.Path
        && (Line == label.Line || Member.First <= label.Line && label.Line <= Member.Last);

    private static (int First, int Last) MemberAround(Location location)
    {
        var member = location.SourceTree?.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            return (0, -1);
        var span = member.GetLocation().GetLineSpan();
        return (span.StartLinePosition.Line + 1, span.EndLinePosition.Line + 1);
    }
}
