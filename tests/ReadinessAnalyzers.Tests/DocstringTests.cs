using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Tests;

/// <summary>Every type of src says what it is, and every public member of a public type what it does.</summary>
public sealed class DocstringTests
{
    private static readonly string[] Rooms = ["Shared", "ReadinessAnalyzers", "ReadinessAnalyzers.CodeFixes", "ReadinessAnalyzers.Gate"];

    public static TheoryData<string> AllRooms => [.. Rooms];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void EveryTypeAndPublicMember_HasASummary(string room)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", room), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Contains("obj"))
            .ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(path => Silent(File.ReadAllText(path)).Select(name => $"{name} in {Path.GetRelativePath(Repository.Root, path)}")));
    }

    [Fact]
    public void WhatSaysNothing_IsNamed() => Assert.Equal(
        ["Undocumented", "Empty", "Member", "Kind", "Shape"],
        Silent("""
            namespace ReadinessAnalyzers;

            internal class Undocumented;

            /// <summary> </summary>
            internal class Empty;

            /// <summary>A gate.</summary>
            public class Gate
            {
                public string Member { get; set; }

                public override string ToString() => "";

                string Hidden() => "";

                private class Part;
            }

            // A comment is no docstring.
            internal enum Kind;

            /// <param name="Side">How long.</param>
            internal record struct Shape(int Side);

            /// <inheritdoc />
            internal class Heir : Gate { public int Own; }
            """));

    /// <summary>
    /// The types and public members of <paramref name="source"/> without a summary. Private types are their owner's business; what stands
    /// outside any namespace only fills in for the framework.
    /// </summary>
    private static IEnumerable<string> Silent(string source) =>
        from declaration in CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
        where declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(space => space.Name.ToString().StartsWith("ReadinessAnalyzers", StringComparison.Ordinal))
        where MustSpeak(declaration) && !HasSummary(declaration)
        select NameOf(declaration);

    private static bool MustSpeak(MemberDeclarationSyntax declaration) => declaration is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
        ? !declaration.Modifiers.Any(SyntaxKind.PrivateKeyword)
        : declaration.Modifiers.Any(SyntaxKind.PublicKeyword)
            && !declaration.Modifiers.Any(SyntaxKind.OverrideKeyword)
            && declaration.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static bool HasSummary(MemberDeclarationSyntax declaration) => declaration.GetLeadingTrivia()
        .Select(trivia => trivia.GetStructure())
        .OfType<DocumentationCommentTriviaSyntax>()
        .SelectMany(comment => comment.Content)
        .Any(content => content switch
        {
            XmlElementSyntax { StartTag.Name.LocalName.Text: "summary" } summary => summary.Content.ToString().Trim(' ', '\n', '\r', '/').Length > 0,
            XmlEmptyElementSyntax { Name.LocalName.Text: "inheritdoc" } => true,
            _ => false,
        });

    private static string NameOf(MemberDeclarationSyntax declaration) => declaration switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        _ => declaration.ToString(),
    };
}
