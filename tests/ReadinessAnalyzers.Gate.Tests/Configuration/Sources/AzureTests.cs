namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The sources azureAppSettings and arm.</summary>
public sealed class AzureTests : IDisposable
{
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData("""[{ "name": "Stripe__Key", "value": "x", "slotSetting": false }]""", "Stripe:Key=x @a.json(1,36)")]
    [InlineData("""[{ "name": "Stripe:Key", "value": "x" }]""", "Stripe:Key=x @a.json(1,35)")]
    [InlineData("""{ "Stripe__Key": "x" }""", "Stripe:Key=x @a.json(1,18)")]
    [InlineData("""{ "properties": { "Stripe__Key": "x" } }""", "Stripe:Key=x @a.json(1,34)")]
    [InlineData("""[{ "name": "A", "value": null }]""", "A= @a.json(1,26)")]
    [InlineData("""[{ "name": "A", "value": "@Microsoft.KeyVault(VaultName=shop;SecretName=stripe-key)" }]""", "A=<Key Vault secret 'stripe-key'> @a.json(1,26)")]
    [InlineData("""[{ "name": "A", "value": "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/stripe-key/123)" }]""", "A=<Key Vault secret 'stripe-key'> @a.json(1,26)")]
    [InlineData("""[{ "name": "A", "value": "x@Microsoft.KeyVault(VaultName=shop;SecretName=stripe-key)" }]""", "A=<a Key Vault secret> @a.json(1,26)")]
    [InlineData("""[{ "name": "Shop", "value": "x", "type": "PostgreSQL" }]""", "ConnectionStrings:Shop=x @a.json(1,29)|ConnectionStrings:Shop_ProviderName=Npgsql @a.json(1,29)")]
    [InlineData("""{ "Shop": { "value": "x", "type": "Custom" } }""", "ConnectionStrings:Shop=x @a.json(1,22)")]
    [InlineData("[]", "")]
    public void Application_settings_have_two_forms(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', _deployment.Has("a.json", text).Values("""{ "azureAppSettings": "a.json" }""")));

    [Theory]
    [InlineData("""[{ "value": "x" }]""", "a.json(1,2) A setting has no 'name'.")]
    [InlineData("[", "a.json(1,2) The file of App Service settings is no valid JSON: expected a value, but the document ends here.")]
    public void A_fault_is_reported_where_it_stands(string text, string problem) =>
        Assert.Equal(problem, _deployment.Has("a.json", text).Problem("""{ "azureAppSettings": "a.json" }"""));

    [Theory]
    [InlineData("""{ "type": "Microsoft.Web/sites", "name": "shop", "properties": { "siteConfig": { "appSettings": [{ "name": "A", "value": "x" }] } } }""", "A=x")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "x" } }""", "A=x")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "[concat(parameters('site'), '/appsettings')]", "properties": { "A": "x" } }""", "A=x")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "[format('{0}/appsettings', parameters('site'))]", "properties": { "A": "x" } }""", "A=x")]
    [InlineData("""{ "type": "Microsoft.Web/sites", "name": "shop", "resources": [{ "type": "config", "name": "appsettings", "properties": { "A": "x" } }] }""", "A=x")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/connectionstrings", "properties": { "Shop": { "value": "x", "type": "Custom" } } }""", "ConnectionStrings:Shop=x")]
    [InlineData("""{ "type": "Microsoft.Resources/deployments", "name": "d", "properties": { "template": { "resources": [{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "x" } }] } } }""", "A=x")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "[parameters('stripeKey')]" } }""", "A=<parameter 'stripeKey' of the template>")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "[variables('stripeKey')]" } }""", "A=<variable 'stripeKey' of the template>")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "[concat('x', parameters('stripeKey'))]" } }""", "A=<an expression of the template>")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "[uniqueString('x')]" } }""", "A=<an expression of the template>")]
    [InlineData("""{ "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "[[x]" } }""", "A=[x]")]
    public void A_template_gives_a_site_its_settings(string resource, string expected)
    {
        _deployment.Has("t.json", $$"""{ "resources": [{ "type": "Microsoft.Storage/storageAccounts", "name": "s" }, {{resource}}] }""");
        Assert.Equal([expected], _deployment.Values("""{ "arm": "t.json" }""").Select(value => value.Split(" @")[0]));
        _deployment.Has("t.json", $$"""{ "languageVersion": "2.0", "resources": { "one": {{resource}} } }""");
        Assert.Equal([expected], _deployment.Values("""{ "arm": "t.json" }""").Select(value => value.Split(" @")[0]));
    }

    [Fact]
    public void A_site_is_chosen_by_name()
    {
        _deployment.Has("t.json", """
            { "resources": [
              { "type": "Microsoft.Web/sites/config", "name": "shop/appsettings", "properties": { "A": "shop" } },
              { "type": "Microsoft.Web/sites/config", "name": "admin/appsettings", "properties": { "A": "admin" } }
            ] }
            """);
        Assert.Equal("readiness.json(1,17) There are several sites: 'shop', 'admin'. Say which with the member 'site'.", _deployment.Problem("""{ "arm": "t.json" }"""));
        Assert.Equal(["A=admin @t.json(3,93)"], _deployment.Values("""{ "arm": "t.json", "site": "admin" }"""));
    }

    [Fact]
    public void A_template_without_a_site_is_reported() =>
        Assert.Equal("readiness.json(1,17) There is no site in it.", _deployment.Has("t.json", """{ "resources": [] }""").Problem("""{ "arm": "t.json" }"""));
}
