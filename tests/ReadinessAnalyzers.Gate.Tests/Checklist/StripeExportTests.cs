namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>What is no export of Stripe, and what must not stand in one.</summary>
public sealed class StripeExportTests : StripeExportsOfShop
{
    [Theory]
    [InlineData("""{ "error": { "message": "Invalid API Key" } }""", "The file is no object or list as Stripe's API returns it.")]
    [InlineData("""{ "object": "list", "data": [""", "The export from Stripe is no JSON")]
    [InlineData("\"x\"", "The file is no object or list")]
    public void What_is_no_export_is_a_finding(string text, string message)
    {
        Exports("prices.json", text);
        Assert.StartsWith("RDY9032 error stripe/prices.json(", Assert.Single(Findings()));
        Assert.StartsWith(message, Shop.OnlyMessage("RDY9032"));
    }

    [Fact]
    public void Objects_of_other_kinds_are_left_alone()
    {
        Exports("products.json", List("""{ "object": "product", "livemode": false, "active": false }"""));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void A_folder_without_an_export_is_a_finding_where_it_is_named()
    {
        Exports("README.md", "# How we export");
        Assert.Equal(["RDY9032 error readiness.json(3,27)"], Findings());
    }

    [Fact]
    public void The_secret_of_an_endpoint_is_a_finding_of_its_own_and_is_not_shown()
    {
        var secret = StripeKeys.Make("whsec_");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\"").Replace("\"status\"", $"\"secret\": \"{secret}\",\n\"status\""));
        Assert.Equal(["RDY9035 error stripe/endpoints.json(2,182)"], Findings());
        Assert.DoesNotContain(secret[6..], Shop.OnlyMessage("RDY9035"));
        Assert.Contains("A webhook secret (whsec_…) stands in evidence", Shop.OnlyMessage("RDY9035"));
    }

    [Fact]
    public void Another_secret_is_found_wherever_it_stands()
    {
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year")) + $"\n// {StripeKeys.Make("rk_live_", length: 99)}");
        Assert.Equal(["RDY9035 error stripe/prices.json(4,4)"], Findings());
    }

    [Theory]
    [InlineData("whsec_...")]
    [InlineData("whsec_********")]
    [InlineData("")]
    [InlineData("[REDACTED]")]
    public void A_mask_is_no_secret(string masked)
    {
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\"").Replace("\"status\"", $"\"secret\": \"{masked}\", \"status\""));
        Assert.Empty(Findings());
    }
}
