using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>The text that the source gives an expression; a part that it does not tell reads as a question mark here.</summary>
public sealed class ConstantTextTests
{
    private const string Members = """
        using System.Text;
        class Program
        {
            const string A = "a";
            static readonly string B = "b" + Other.C;
            static string D => "d";
            string E { get; } = "e";
            static readonly string[] List = ["l", Other.C];
            static string Endless = Endless + Endless;
            static readonly string[] EndlessList = [string.Concat(EndlessList), string.Join("_", EndlessList)];
            static string Unset;

            object M(string unknown, int number, bool flag) => EXPRESSION;
            object N(string unknown, bool flag)
            {
                STATEMENTS;
                return text;
            }
        }
        class Other { public const string C = "c"; }
        """;

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("A + B", "abc")]
    [InlineData("A + Other.C + D + new Program().E", "acde")]
    [InlineData("A + (B + \"x\")", "abcx")]
    [InlineData("A + unknown + B", "a?bc")]
    [InlineData("A + 1 + 'x'", "a1x")]
    [InlineData("A + (1 + 2)", "a3")]
    [InlineData("A + Unset + B", "a?bc")]
    [InlineData("A + null + B", "abc")]
    [InlineData("$\"<{A}{unknown}{B}>\"", "<a?bc>")]
    [InlineData("$\"{A}{{\\u0078}}\"", "a{x}")]
    [InlineData("$\"{A,5}\"", "?")]
    [InlineData("string.Concat(A, B)", "abc")]
    [InlineData("string.Concat(A, \"2\", \"3\", \"4\", \"5\", B)", "a2345bc")]
    [InlineData("string.Concat(new[] { A, B })", "abc")]
    [InlineData("string.Concat((string[])[A, B])", "abc")]
    [InlineData("string.Concat(List)", "lc")]
    [InlineData("string.Join(\"_\", A, B, unknown, \"x\")", "a_bc_?_x")]
    [InlineData("string.Join('_', new object[] { A, 1 })", "a_1")]
    [InlineData("string.Join(\"_\", [A, B])", "a_bc")]
    [InlineData("string.Join(separator: \"_\", value: List)", "l_c")]
    [InlineData("string.Join(\"_\", new[] { A, B }, 0, 1)", "?")]
    [InlineData("string.Format(\"{1}-{0}\", A, B)", "bc-a")]
    [InlineData("string.Format(\"{{{0}}}{1:x}{7}\", A, B, 1, 2, 3)", "{a}??")]
    [InlineData("string.Format(null, \"{0}{4}\", A, 1, 2, 3, B)", "abc")]
    [InlineData("string.Format(unknown, A)", "?")]
    [InlineData("new StringBuilder(A).Append(B).Append('x').ToString()", "abcx")]
    [InlineData("new StringBuilder(16).Append($\"{A}x\").AppendFormat(\"{0}\", B).AppendJoin(\"_\", A, B)", "axbca_bc")]
    [InlineData("new StringBuilder().Append(A).Insert(0, B).AppendLine(\"x\")", "bcax\n")]
    [InlineData("new StringBuilder().Append('x', 5).Append(A)", "?a")]
    [InlineData("new StringBuilder().Append(A).Clear().Append(B)", "?bc")]
    [InlineData("new string(new[] { 'a', '\\x62' })", "ab")]
    [InlineData("new string(['a', 'b'])", "ab")]
    [InlineData("new string('a', 3)", "")]
    [InlineData("new byte[] { 0x61, 98 }", "ab")]
    [InlineData("new[] { (byte)'a', (byte)98 }", "ab")]
    [InlineData("Encoding.UTF8.GetString(new byte[] { 97, 98 }, 0, 2)", "ab")]
    [InlineData("Encoding.ASCII.GetBytes(A + B)", "abc")]
    [InlineData("Encoding.UTF8.GetString(\"a\"u8) + B", "abc")]
    [InlineData("(\"a\"u8 + \"b\"u8).ToArray()", "ab")]
    [InlineData("A.Trim().ToString() + unknown?.Trim()", "a?")]
    [InlineData("unknown.Replace(A, B)", "?")]
    [InlineData("new[] { A, B }", "?")]
    public void Expression_IsWrittenOut(string expression, string expected) =>
        Assert.Equal(expected, TextOf(Members.Replace("EXPRESSION", expression).Replace("STATEMENTS", "string text = A"), "M"));

    [Theory]
    [InlineData("var text = A; text += B", "abc")]
    [InlineData("var text = A; text = text + B; text += unknown; text += A", "abc?a")]
    [InlineData("var text = A; text = B", "a?bc")]
    [InlineData("string text; text = B", "?bc")]
    [InlineData("var text = new StringBuilder(); text.Append(A).Append(B); text.AppendLine(); text.Append(\"x\")", "abc\nx")]
    [InlineData("var text = new StringBuilder(A); text.Clear(); text.Append(B)", "a?bc")]
    [InlineData("var part = A + B; var text = part + part", "abcabc")]
    [InlineData("var text = A; if (flag) { text += B; } text += \"x\"", "ax")]
    [InlineData("var text = A; text += text", "a")]
    [InlineData("var text = unknown; text += A", "?a")]
    public void Local_IsWhatTheStatementsOfItsBlockMakeIt(string statements, string expected) =>
        Assert.Equal(expected, TextOf(Members.Replace("EXPRESSION", "A").Replace("STATEMENTS", statements), "N"));

    [Fact]
    public void SumOfThousandsOfTerms_IsWrittenOut()
    {
        var sum = string.Join(" + ", Enumerable.Range(0, 5_000).Select(term => term % 2 == 0 ? "B" : $"\"{term}\""));
        Assert.StartsWith("bc1bc3bc5", TextOf(Members.Replace("EXPRESSION", sum).Replace("STATEMENTS", "string text = A"), "M"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Endless")]
    [InlineData("string.Concat(EndlessList)")]
    [InlineData("string.Join(\"_\", EndlessList)")]
    [InlineData("string.Format(\"{0}{1}\", EndlessList)")]
    public void TextWithoutEnd_IsCutOff(string expression)
    {
        var text = TextOf(Members.Replace("EXPRESSION", expression).Replace("STATEMENTS", "string text = A"), "M");
        Assert.InRange(text.Length, 1, 1 << 20);
    }

    // Each doubled and doubled again: a text of no length that takes as long as one of any.
    [Fact]
    public void EmptyTextWithoutEnd_IsCutOff()
    {
        var doubled = string.Concat(Enumerable.Range(1, 15).Select(level =>
            $"static string Empty{level} = {string.Join(" + ", Enumerable.Repeat($"Empty{level - 1}", 20))};\n"));
        var members = Members.Replace("static string Unset;", $"static string Unset, Empty0 = \"\";\n{doubled}");
        Assert.Equal("", TextOf(members.Replace("EXPRESSION", "Empty15").Replace("STATEMENTS", "string text = A"), "M"));
    }

    private static string TextOf(string source, string method)
    {
        var reading = CompilationReading.Of(SourceCompilation.Of(source));
        var tree = reading.Compilation.SyntaxTrees.First();
        var member = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(member => member.Identifier.ValueText == method);
        var expression = member.ExpressionBody?.Expression ?? member.DescendantNodes().OfType<ReturnStatementSyntax>().Single().Expression!;
        Assert.DoesNotContain(reading.Compilation.GetDiagnostics(), error => error.Severity == DiagnosticSeverity.Error && error.Id != "CS0165");
        var operation = reading.Models[tree].GetOperation(expression)!;
        return ConstantText.Of(operation, reading, CancellationToken.None).ToString().Replace(ConstantText.Unknown, '?');
    }
}
