namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The source webConfig.</summary>
public sealed class WebConfigTests : IDisposable
{
    private const string Source = """{ "webConfig": "web.config" }""";
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Fact]
    public void Variables_are_found_in_the_handlers_own_element() => Assert.Equal(
        ["ASPNETCORE_ENVIRONMENT=Production", "ENVIRONMENT=Production", "Stripe:Key=<token 'Key'>", "Stripe:Url="],
        Has("""
            <configuration>
              <location path="." inheritInChildApplications="false">
                <system.webServer>
                  <aspNetCore processPath="dotnet">
                    <environmentVariables>
                      <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Production" />
                      <environmentVariable name="Stripe__Key" value="#{Key}#" />
                      <environmentVariable name="Stripe__Url" />
                    </environmentVariables>
                  </aspNetCore>
                  <environmentVariables><environmentVariable name="Other" value="x" /></environmentVariables>
                </system.webServer>
              </location>
            </configuration>
            """).Values(Source).Select(value => value.Split(" @")[0]));

    [Fact]
    public void A_value_stands_at_its_attribute() => Assert.Equal(
        ["A=x @web.config(2,34)"],
        Has("<a><aspNetCore><environmentVariables>\n  <environmentVariable name=\"A\"  value=\"x\" /></environmentVariables></aspNetCore></a>").Values(Source));

    [Theory]
    [InlineData("<a>\n<b></a>", "web.config(2,6) The web.config is no valid XML without a document type.")]
    [InlineData("", "web.config(1,1) The web.config is no valid XML without a document type.")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<a>&b;</a>", "web.config(1,1) The web.config is no valid XML without a document type.")]
    [InlineData("<a><aspNetCore><environmentVariables>\n <environmentVariable value=\"x\" /></environmentVariables></aspNetCore></a>", "web.config(2,3) An environmentVariable has no name.")]
    public void A_fault_is_reported_where_it_stands(string text, string problem) => Assert.Equal(problem, Has(text).Problem(Source));

    [Fact]
    public void A_file_that_nests_without_end_is_refused() => Assert.EndsWith(
        "nested too deeply.",
        Has(string.Concat(Enumerable.Repeat("<a>", 9_000)) + string.Concat(Enumerable.Repeat("</a>", 9_000))).Problem(Source));

    private Deployment Has(string text) => _deployment.Has("web.config", text);
}
