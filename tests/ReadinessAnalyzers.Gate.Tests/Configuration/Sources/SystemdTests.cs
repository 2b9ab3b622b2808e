namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The source systemd.</summary>
public sealed class SystemdTests : IDisposable
{
    private const string Source = """{ "systemd": "shop.service" }""";
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData("Environment=A=x", "A=x @shop.service(2,13)")]
    [InlineData("Environment=A=x B=y", "A=x @shop.service(2,13)|B=y @shop.service(2,17)")]
    [InlineData("Environment=\"A=x y\" 'B=z'", "A=x y @shop.service(2,13)|B=z @shop.service(2,21)")]
    [InlineData("Environment=A=\"x y\"", "A=x y @shop.service(2,13)")]
    [InlineData("Environment=A=x$y", "A=x$y @shop.service(2,13)")]
    [InlineData("Environment=A=x${y}", "A=x${y} @shop.service(2,13)")]
    [InlineData("Environment=A=100%%", "A=100% @shop.service(2,13)")]
    [InlineData("Environment=A=%i", "A=<a specifier of systemd> @shop.service(2,13)")]
    [InlineData("# Environment=A=x\n; B\nEnvironment=C=x", "C=x @shop.service(4,13)")]
    [InlineData("Environment=A=x \\\n  B=y", "A=x @shop.service(2,13)|B=y @shop.service(2,20)")]
    [InlineData("Environment=A=x\nEnvironment=\nEnvironment=B=y", "B=y @shop.service(4,13)")]
    [InlineData("UnsetEnvironment=A\nEnvironment=A=x B=y", "B=y @shop.service(3,17)")]
    [InlineData("PassEnvironment=A", "A=<systemd's own variable 'A'> @shop.service(2,17)")]
    [InlineData("ExecStart=/usr/bin/shop --a=b\n[Unit]\nEnvironment=A=x", "")]
    [InlineData("LoadCredential=stripe:/etc/stripe", "")]
    public void A_service_has_its_variables(string lines, string expected) =>
        Assert.Equal(expected, string.Join('|', Has($"[Service]\n{lines}\n").Values(Source)));

    [Fact]
    public void A_file_of_the_target_leaves_settings_open()
    {
        var unseen = Has("[Service]\r\nEnvironmentFile=-/etc/shop.env\r\n").Load(Source).Unseen("A", isVariable: true)!;
        Assert.Equal(("'/etc/shop.env' on the host", 2, 17), (unseen.Reference, unseen.Position.Line, unseen.Position.Column));
    }

    [Theory]
    [InlineData("Environment=A", "shop.service(2,13) This is no 'NAME=value', so systemd would ignore it; put a value with blanks in quotes, together with its name.")]
    [InlineData("Environment=\"A=x", "shop.service(2,13) A quote has no end.")]
    [InlineData("what is this", "shop.service(2,1) This line is neither a section nor an assignment.")]
    public void A_fault_is_reported_where_it_stands(string line, string problem) => Assert.Equal(problem, Has($"[Service]\n{line}\n").Problem(Source));

    private Deployment Has(string text) => _deployment.Has("shop.service", text);
}
