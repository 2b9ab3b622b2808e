namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The source dotenv, in Compose's format and in that of docker run.</summary>
public sealed class DotenvTests : IDisposable
{
    private const string Source = """{ "dotenv": "prod.env" }""";
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData("A=x", "A=x @prod.env(1,3)")]
    [InlineData("A = x ", "A=x @prod.env(1,5)")]
    [InlineData("\uFEFFA=x", "A=x @prod.env(1,3)")]
    [InlineData("# note\r\n\r\n  Stripe__Key=x\r\n", "Stripe:Key=x @prod.env(3,15)")]
    [InlineData("export A=x", "A=x @prod.env(1,10)")]
    [InlineData("export=x", "export=x @prod.env(1,8)")]
    [InlineData("A=", "A= @prod.env(1,3)")]
    [InlineData("A=#x", "A= @prod.env(1,3)")]
    [InlineData("A=x#y # z", "A=x#y @prod.env(1,3)")]
    [InlineData("A=x=y", "A=x=y @prod.env(1,3)")]
    [InlineData("A='x # $Y \\n'", "A=x # $Y \\n @prod.env(1,3)")]
    [InlineData("A=\"x \\\"y\\\" \\\\ \\t|\" # z", "A=x \"y\" \\ \t| @prod.env(1,3)")]
    [InlineData("A=\"x\ny\"\nB=1", "A=x\ny @prod.env(1,3)|B=1 @prod.env(3,3)")]
    [InlineData("A=1\nA=2", "A=2 @prod.env(2,3)")]
    [InlineData("A:B=x", "A:B=x @prod.env(1,5)")]
    [InlineData("A=$X", "A=<variable 'X'> @prod.env(1,3)")]
    [InlineData("A=\"a${X:-b}c\"", "A=<a variable> @prod.env(1,3)")]
    [InlineData("A=${X:-b}", "A=<variable 'X'> @prod.env(1,3)")]
    [InlineData("A=\"${X}\"", "A=<variable 'X'> @prod.env(1,3)")]
    [InlineData("A=\"\\$Y${X}\"", "A=<a variable> @prod.env(1,3)")]
    [InlineData("A=k3$Qx9vTzLpWw", "A=<a variable> @prod.env(1,3)")]
    [InlineData("A=$TopSecretTail99", "A=<a variable> @prod.env(1,3)")]
    [InlineData("A=$QX9VTZLP", "A=<a variable> @prod.env(1,3)")]
    [InlineData("A='${X}'", "A=${X} @prod.env(1,3)")]
    [InlineData("A='#{X}#'", "A=<token 'X'> @prod.env(1,3)")]
    [InlineData("A=\"\\$X\"", "A=$X @prod.env(1,3)")]
    [InlineData("A=\"\\${X}\"", "A=${X} @prod.env(1,3)")]
    [InlineData("A=$5", "A=$5 @prod.env(1,3)")]
    [InlineData("A", "A=<the shell's variable 'A'> @prod.env(1,1)")]
    [InlineData("SQLCONNSTR_Shop=x", "ConnectionStrings:Shop=x @prod.env(1,17)|ConnectionStrings:Shop_ProviderName=System.Data.SqlClient @prod.env(1,17)")]
    public void A_line_is_a_variable(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', _deployment.Has("prod.env", text).Values(Source)));

    [Theory]
    [InlineData("A='x'", "A='x' @prod.env(1,3)")]
    [InlineData("A= $X # y ", "A= $X # y  @prod.env(1,3)")]
    [InlineData("A=a${X}", "A=a${X} @prod.env(1,3)")]
    [InlineData("#A=x\r\nB=y\r\n", "B=y @prod.env(2,3)")]
    public void In_the_raw_format_nothing_is_taken_off(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', _deployment.Has("prod.env", text).Values("""{ "dotenv": "prod.env", "format": "raw" }""")));

    [Theory]
    [InlineData("A=1\nwhat is this", "prod.env(2,1) This line is no 'NAME=value'.")]
    [InlineData("A: x", "prod.env(1,1) This line is no 'NAME=value'.")]
    [InlineData("=x", "prod.env(1,1) This line is no 'NAME=value'.")]
    [InlineData("\nA=\"x\nB=1", "prod.env(2,3) The value of 'A' has no closing quote.")]
    [InlineData("A='x'y", "prod.env(1,6) Behind the closing quote of 'A' stands more than a comment.")]
    public void What_nobody_could_mean_is_reported_where_it_stands(string text, string problem)
    {
        Assert.Equal(problem, _deployment.Has("prod.env", text).Problem(Source));
        Assert.False(_deployment.Load(Source).IsComplete);
    }

    [Fact]
    public void Several_files_are_read_in_order() => Assert.Equal(
        ["A=1 @prod.env(1,3)", "B=2 @eu/prod.env(1,3)"],
        _deployment.Has("prod.env", "A=1\nB=1").Has("eu/prod.env", "B=2").Values("""{ "dotenv": ["prod.env", "eu/prod.env"] }"""));

    [Fact]
    public void An_unknown_format_is_reported() => Assert.Equal(
        "readiness.json(1,49) The format of a dotenv file is 'raw', or the member is left out.",
        _deployment.Has("prod.env", "A=1").Problem("""{ "dotenv": "prod.env", "format": "row" }"""));
}
