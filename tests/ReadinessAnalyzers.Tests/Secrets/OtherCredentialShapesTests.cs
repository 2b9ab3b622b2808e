using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts.Credentials;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>RDY1004 over a list of shapes that scanners are measured by, each with random bodies; and what must not look like one.</summary>
public sealed class OtherCredentialShapesTests
{
    private static readonly (string Id, string Member)[] Shapes =
    [
        ("S39", """string s = "Server=db.shop.com;Database=shop;User Id=shop;Password={|RDY1004:PASSWORD|};Encrypt=True";"""),
        ("S40", """string s = "postgres://shop:{|RDY1004:PASSWORD|}@db.shop.com:5432/shop";"""),
        ("S41", """string s = "redis://:{|RDY1004:PASSWORD|}@cache.shop.com:6379/0";"""),
        ("S42", """object s = new System.Net.NetworkCredential("shop", {|RDY1004:"PASSWORD"|});"""),
        ("S43", """object s = new SymmetricSecurityKey({|RDY1004:System.Text.Encoding.UTF8.GetBytes("LONGPASSWORD")|});"""),
        ("S44", """string s = "{|RDY1004:SENTRYORG|}";"""),
        ("S45", """string id = "AWSID"; string s = "{|RDY1004:AWSSECRET|}";"""),
        ("S46", """string s = "{|RDY1004:GOOGLE|}";"""),
        ("S47", """string s = "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={|RDY1004:STORAGEKEY|};EndpointSuffix=core.windows.net";"""),
        ("S48", """const string ClientSecret = "{|RDY1004:LONGPASSWORD|}";"""),
        ("S49", """string s = "{|RDY1004:GITHUB|}";"""),
        ("S50", "const string S = @\"{|RDY1004:BEGIN_KEY\nPEMBODY|}\nEND_KEY\";"),
        ("S51", """string s = "https://HEX:{|RDY1004:LONGPASSWORD|}@o1234.ingest.sentry.io/42";"""),
        ("S52", """const string ClientSecret = "{|RDY1004:BASESIXTYFOUR|}"; // base64"""),
    ];

    private static readonly (string Id, string Member)[] Fakes =
    [
        ("N01", """const string ApiKey = "SK_LIVE_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";"""),
        ("N02", """const string ApiKey = "SK_TEST_your_stripe_secret_key_1";"""),
        ("N03", """const string WebhookSecret = "WHSEC_...";"""),
        ("N04", """const string ApiKey = "STRIPE_SECRET_KEY_2";"""),
        ("N05", """const string Password = "Use 8 letters and 2 digits at least";"""),
        ("N06", """bool IsLive(string apiKey) => apiKey.StartsWith("SK_LIVE_");"""),
        ("N07", """const string Secret = "^(sk|rk)_(live|test)_[0-9a-zA-Z]{24,}$";"""),
        ("N08", """const string ApiKey = "pk_live_BODY";"""),
        ("N09", """string a = "SK_LIVE_****************************", apiKey = "SK_LIVE_51Hx........................";"""),
        ("N10", """const string ApiKey = "X-Shop-Api-Key-V2-Production-01";"""),
        ("N11", """const string ClientSecret = "0f8fad5b-d9cb-469f-a165-70867728950e";"""),
        ("N12", """string integrity = "sha256-BODY+/BODY=", secret = "sha384-BODYBODY";"""),
        ("N13", """string s = "postgres://app:PASSWORD@localhost:5432/app", password = "Server=localhost;Password=LONGPASSWORD";"""),
        ("N14", """string s = "Host={0};Password={1}", password = "#{Shop.Database.Password.2024.v17}", secret = "__SHOP2_CLIENT_SECRET_V2__";"""),
        ("N15", """string resourceKeySecret = "LONGPASSWORD", passwordName = "LONGPASSWORD", apiKey = "Settings:Billing2:ApiKey";"""),
        ("N16", """string apiKey = "SK_TEST_" + "4eC39HqLyjWDarjtT1zdp7dc";"""),
        ("N17", """string price = "price_BODY", customer = "cus_BODY", clientSecret = "pi_BODY_secret_BODY";"""),
        ("N18", """const string AccessToken = "tok_12345678";"""),
        ("N19", """const string Password = "correcthorse2batterystaple9correct";"""),
        ("N20", """string a = "SK_LIVE_abcdefghijklmnopqrstuvwxyz0123456789", signingKey = "abcdefghijklmnopqrstuvwxyz0123456789";"""),
    ];

    public static TheoryData<string, int> EveryShape => InEachSeed(Shapes, 4);

    public static TheoryData<string, int> EveryFake => InEachSeed(Fakes, 2);

    [Theory]
    [MemberData(nameof(EveryShape))]
    public Task Shape_IsReportedAtItsOwnSpan(string id, int seed) => VerifyAsync(Shapes.Single(shape => shape.Id == id).Member, seed);

    [Theory]
    [MemberData(nameof(EveryFake))]
    public Task Fake_IsSilent(string id, int seed) => VerifyAsync(Fakes.Single(fake => fake.Id == id).Member, seed);

    [Theory]
    [InlineData("""string apiKey = "{|RDY1004:LONGPASSWORD|}";""")]
    [InlineData("""static readonly string Api_Key = @"{|RDY1004:LONGPASSWORD|}";""")]
    [InlineData("""string SigningKey { get; set; } = "{|RDY1004:BASESIXTYFOUR|}";""")]
    [InlineData("""string AccessToken => "{|RDY1004:HEX|}";""")]
    [InlineData("""void M() { var authToken = "{|RDY1004:BUSKEY|}"; }""")]
    [InlineData(""""const string RawSecret = """{|RDY1004:LONGPASSWORD|}""";"""")]
    [InlineData("""string M(string? encryptionKey) => encryptionKey ?? "{|RDY1004:LONGPASSWORD|}";""")]
    [InlineData("""string? M(IConfiguration c) => c["Jwt:SecretKey"] ?? "{|RDY1004:LONGPASSWORD|}";""")]
    [InlineData("""Dictionary<string, string> map = new() { ["ClientSecret"] = "{|RDY1004:LONGPASSWORD|}" };""")]
    [InlineData("""Dictionary<string, string> map = new() { { "X-Api-Key", "{|RDY1004:HEX|}" } };""")]
    [InlineData(""""string json = """{ "apiKey": "{|RDY1004:LONGPASSWORD|}" }""";"""")]
    [InlineData("""string json = "{ \"apiKey\": \"{|RDY1004:LONGPASSWORD|}\" }";""")]
    [InlineData("""object o = new { Password = "{|RDY1004:LONGPASSWORD|}" };""")]
    [InlineData("""object M() => N(privateKey: "{|RDY1004:LONGPASSWORD|}"); object N(string privateKey) => privateKey;""")]
    [InlineData("""// ApiKey = "{|RDY1004:LONGPASSWORD|}" """)]
    [InlineData("""string apiKey = "{|RDY1004:rpa_LONGPASSWORD|}";""")]
    [InlineData("""string apiSecret = "{|RDY1004:shop:secret:HEX|}";""")]
    [InlineData("""string apiSecret = "{|RDY1004:shop:secret:0f8fad5bd9cb469fa165708677289501|}";""")]
    public Task RandomValueUnderASecretsName_IsReported(string member) => VerifyAsync(member, 1);

    [Theory]
    [InlineData("""string id = "LONGPASSWORD", key = "LONGPASSWORD", token = "LONGPASSWORD", secretary = "LONGPASSWORD";""")]
    [InlineData("""string PasswordHash = "LONGPASSWORD", SecretId = "LONGPASSWORD", ApiKeyHeader = "HEX", accessTokenUrl = "HEX";""")]
    [InlineData("""string publicApiKey = "LONGPASSWORD", searchApiKey = "HEX", instrumentationApiKey = "HEX", siteSecret = "LONGPASSWORD";""")]
    [InlineData("""string mapsApiKey = "LONGPASSWORD", apiKey = "AIzaSyLONGPASSWORD", exampleSecret = "LONGPASSWORD";""")]
    [InlineData("""string password = "HEX"; // a digest, mostly""")]
    [InlineData("""string apiKey = "shop:public:HEX";""")]
    [InlineData("""string password = "AQAAAAIAAYagBASESIXTYFOUR";""")]
    [InlineData("""string s = "sha256 of the secret: secret=HEX";""")]
    [InlineData("""string a = "secret", b = "ClientSecret", c = "LONGPASSWORD";""")]
    [InlineData("""string? M(IConfiguration c) => c["ClientSecret"] + "LONGPASSWORD";""")]
    [InlineData("""bool M(string password) => password != "LONGPASSWORD";""")]
    [InlineData("""string M(string LONGPASSWORDx) { var secret = LONGPASSWORDx; return secret; }""")]
    [InlineData("""string secretKey = "Jwt_Signing_Key_2_For_Shop_3";""")]
    [InlineData("""string accessToken = "oauth2_access_grant_v1_shop";""")]
    [InlineData("""string accessToken = "OAuth2RefreshGrantOfTheShop1";""")]
    [InlineData("""string secret = "projects/shop-2/secrets/billing-01/versions/3";""")]
    [InlineData("""string secret = "12345678901234567890123456789012";""")]
    [InlineData("""string secret = "xB9kQ2mZ7vR4tY1w";""")] // too short
    [InlineData("""string password = "P@ssw0rd1P@ssw0rd1P@ssw0rd1";""")]
    [InlineData("""string apiKey = "kv-shop-billing-01-api-v2-prod";""")]
    [InlineData("""string apiKey = "@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/ApiKey/LONGPASSWORD)";""")]
    // published, encrypted, documented, or no secret at all
    [InlineData("""string apiKey = "0f8fad5bd9cb469fa165708677289501";""")] // a GUID without hyphens
    [InlineData("""string encryptedPassword = "LONGPASSWORD", hashedSecret = "LONGPASSWORD", testApiKey = "HEX";""")]
    [InlineData("""string accessToken = "2YotnFZFEjr1z""" + "CsicMWpAA\";")]
    [InlineData("""/// <example>client_secret=LONGPASSWORD</example>""" + "\n    string? Secret;")]
    [InlineData("""string secretKey = "wJalrXUtnFEMI/K7MDENG/""" + "bPxRfiCYEXAMPLEKEY\";")]
    [InlineData("""string secret = "dGhpcyBpcyBteSBzZWNyZXQga2V5IDEyMzQ1";""")] // words in base64
    [InlineData("""string secret = "c2VjcmV0X2tleV9vZl90aGVfc2hvcF92Mg==";""")]
    [InlineData("""string brandSecret = "iVBORw0KGgoBASESIXTYFOUR", signingKey = "MIIBIjANBgkqBASESIXTYFOUR";""")] // an image, a public key
    [InlineData("""string apiKey = "https://kv/secrets/LONGPASSWORD";""")]
    [InlineData("""string secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-a1b2c3";""")]
    [InlineData("""string password = "Das_Passwort_muss_8_Zeichen_haben";""")]
    [InlineData("""string secret = "Billing_2_Secret_Missing_In_Vault_3";""")]
    [InlineData("""void M(IHostEnvironment env) { if (env.IsDevelopment()) Seed(secret: "LONGPASSWORD"); void Seed(string secret) { } }""")]
    public Task NameOrValueAlone_IsSilent(string member) => VerifyAsync(member, 1);

    [Theory]
    [InlineData("class SampleData", false)]
    [InlineData("record FakeGateway", false)]
    [InlineData("static class ShopTests", false)]
    [InlineData("class Testimonials", true)]
    [InlineData("class Resampler", true)]
    public Task TypeThatMakesThingsUp_IsSilent(string type, bool isReported) => VerifyAsync(
        $$"""{{type}} { public const string ApiKey = "{{(isReported ? "{|RDY1004:LONGPASSWORD|}" : "LONGPASSWORD")}}"; }""", 1);

    // RDY1001, RDY1002 and RDY1005 speak of these; one mistake, one diagnostic.
    [Theory]
    [InlineData("""void M() => Stripe.StripeConfiguration.ApiKey = "LONGPASSWORD";""")]
    [InlineData("""const string SecretKey = "LONGPASSWORD"; void M() => Stripe.StripeConfiguration.ApiKey = SecretKey;""")]
    [InlineData("""void M(IConfiguration c) => Stripe.StripeConfiguration.ApiKey = c["Stripe:SecretKey"] ?? "LONGPASSWORD";""")]
    [InlineData("""string _webhookSecret = "LONGPASSWORD"; object M(string body, string header) => Stripe.EventUtility.ConstructEvent(body, header, _webhookSecret);""")]
    [InlineData("""const string ApiKey = "LONGPASSWORD"; void M() => Stripe.StripeConfiguration.ApiKey = "SK_LIVE_" + ApiKey;""")]
    [InlineData("""const string ApiKey = "LONGPASSWORD"; string M() => $"SK_LIVE_{ApiKey}";""")]
    [InlineData("""const string ApiKey = "\u0073k_live_BODY";""")]
    [InlineData("""const string ApiKey = "LIVE";""")]
    public Task WhatARuleAboutStripeReports_IsNotReportedTwice(string member) => VerifyAsync(member, 1);

    [Theory]
    [InlineData("Shop.Tests", 0)]
    [InlineData("Shop.IntegrationTests.Common", 0)]
    [InlineData("shop-test", 0)]
    [InlineData("Shop.Contest", 1)]
    [InlineData("Shop.Testimonials", 1)]
    public async Task LibraryOfTests_MakesItsSecretsUp(string assembly, int reports)
    {
        var source = TestCredential.Plant("""class C { const string ClientSecret = "LONGPASSWORD"; object o = new System.Net.NetworkCredential("shop", "corner-Lamp-42"); }""");
        var reported = await SourceCompilation.Of(source).WithAssemblyName(assembly)
            .WithAnalyzers([new ExposedCredentialAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2 * reports, reported.Length);
    }

    // Both would be endless if every word of such a file were searched to the end of its run.
    [Theory]
    [InlineData("pwd")]
    [InlineData("secret=")]
    [InlineData("\"secret\":\"0123456789abcdef0123456789abcdee\",")]
    public void FileOfOneLine_IsSearchedInTimeThatGrowsWithItsLength(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        new CredentialScanner(CredentialPatterns.Parse("")).FindAll(text);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    // Chance alone writes a run of small letters or a count now and then.
    [Theory]
    [InlineData(40, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 2)]
    [InlineData(88, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 0)]
    [InlineData(43, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 1)]
    [InlineData(32, "0123456789abcdef", 16)] // some read like a GUID
    [InlineData(20, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 30)]
    public void FiveHundredRandomValues_AreFoundButForAFew(int length, string alphabet, int mostMissed)
    {
        var scanner = new CredentialScanner(CredentialPatterns.Parse(""));
        var missed = Enumerable.Range(1, 500).Count(seed => scanner.FindAll($"ApiKey = \"{TestSecret.Body(length, seed, alphabet)}\"").Count == 0);
        Assert.InRange(missed, 0, mostMissed);
    }

    private static TheoryData<string, int> InEachSeed((string Id, string Member)[] members, int seeds) =>
        [.. members.SelectMany(member => Enumerable.Range(1, seeds), (member, seed) => (member.Id, seed))];

    private static Task VerifyAsync(string member, int seed)
    {
        var test = new CSharpAnalyzerTest<ExposedCredentialAnalyzer>
        {
            TestCode = TestSecret.Plant(TestCredential.Plant($"using Microsoft.IdentityModel.Tokens;\nclass C\n{{\n    {member}\n}}", seed), seed),
        };
        test.References = [.. test.References, OtherCredentialTests.Libraries];
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
