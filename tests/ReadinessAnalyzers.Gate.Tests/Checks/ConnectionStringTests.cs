namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8015: where a connection string leads, how, and as whom. The passwords are the host's, so none of these strings has one.</summary>
public sealed class ConnectionStringTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("sqlServer", "Server=tcp:shop.database.windows.net,1433;Database=shop;User ID=shop_app;Encrypt=True")]
    [InlineData("sqlServer", "Server=db;Database=shop;Integrated Security=true")] // encrypted unless it says otherwise
    [InlineData("sqlServer", "Data Source=db\\\\SHOP;Initial Catalog=shop;Authentication=Active Directory Managed Identity;Encrypt=Strict;TrustServerCertificate=False")]
    [InlineData("postgres", "Host=db.internal;Username=shop_app;SSL Mode=VerifyFull;Maximum Pool Size=50")]
    [InlineData("postgres", "Host=a.internal:5432,b.internal:5432;User ID=shop;SslMode=Require")]
    [InlineData("postgres", "postgres://shop@db.internal:5432/shop?sslmode=verify-full")]
    [InlineData("mySql", "Server=db.internal;Uid=shop;SslMode=Required")]
    [InlineData("mySql", "server=db.internal;user=shop;ssl-mode=VerifyCA;pooling=true")]
    public void A_connection_string_of_production_is_fine(string kind, string value) => Assert.Empty(Judge($"\"{kind}\"", value));

    [Theory]
    [InlineData("sqlServer", "Server=localhost;Database=shop", "machine itself")]
    [InlineData("sqlServer", "Server=.\\\\SQLEXPRESS;Database=shop", "machine itself")]
    [InlineData("sqlServer", "Server=(localdb)\\\\mssqllocaldb;Database=shop", "machine itself")]
    [InlineData("sqlServer", "Server=tcp:127.0.0.1,1433;Database=shop", "machine itself")]
    [InlineData("sqlServer", "Database=shop", "machine itself")]
    [InlineData("sqlServer", "Server=db;Encrypt=false", "Encrypt switches TLS off")]
    [InlineData("sqlServer", "Server=db;Encrypt=Optional", "Encrypt switches TLS off")]
    [InlineData("sqlServer", "Server=db;Trust Server Certificate=Yes", "takes any certificate")]
    [InlineData("sqlServer", "Server=db;User Id=SA", "may do everything")]
    [InlineData("sqlServer", "Server=db;Pooling=no", "Pooling is off")]
    [InlineData("sqlServer", "not a connection string", "cannot be read")]
    [InlineData("sqlServer", "Server=\\\"db", "cannot be read")]
    [InlineData("postgres", "Host=db;Username=shop", "TLS is not required")]
    [InlineData("postgres", "Host=db;Username=shop;SSL Mode=Prefer", "TLS is not required")]
    [InlineData("postgres", "Host=/var/run/postgresql;Username=shop;SSL Mode=Require", "machine itself")]
    [InlineData("postgres", "Host=db;Username=postgres;SSL Mode=Require", "may do everything")]
    [InlineData("postgres", "Host=db;Username=postgres@shop;SSL Mode=Require", "may do everything")]
    [InlineData("postgres", "postgresql://shop@localhost/shop?sslmode=require", "machine itself")]
    [InlineData("postgres", "postgres://shop@db/shop?sslmode=prefer", "TLS is not required")]
    [InlineData("mySql", "Server=db;Uid=shop", "TLS is not required")]
    [InlineData("mySql", "Server=db;Uid=root;SslMode=VerifyFull", "may do everything")]
    [InlineData("mySql", "Server=db;Uid=shop;SslMode=Preferred", "TLS is not required")]
    [InlineData("redis", "cache.internal:6380,ssl=true", "no password")]
    [InlineData("redis", "localhost:6379,ssl=true", "machine itself")]
    public void Each_fault_is_named(string kind, string value, string fault)
    {
        Assert.Equal(["RDY8015 error appsettings.Production.json(1,8)"], Judge($"\"{kind}\"", value));
        Assert.Contains(fault, _shop.OnlyMessage());
    }

    [Fact]
    public void All_faults_of_one_string_are_one_finding_that_shows_nothing_of_it() =>
        Assert.Equal(
            "The connection string in 'X' is not fit for production: it leads to the machine itself, where production has no server (name the server, or give the reason under 'local' in readiness.json); "
            + "TLS is not required, so others can read the data (set SSL Mode=VerifyFull or Require); its user may do everything, so a fault in one query costs the whole server (make a user with the rights that the app needs).",
            _shop.Publishes("""{ "X": "Host=127.0.0.1;Username=postgres;Database=shopdb" }""").Says("""{ "settings": { "X": "postgres" } }""").OnlyMessage());

    [Theory]
    [InlineData("{ \"kind\": \"postgres\", \"local\": \"Cloud SQL proxy\" }", "Host=127.0.0.1;Username=shop", true)]
    [InlineData("{ \"kind\": \"postgres\", \"local\": \"Cloud SQL proxy\" }", "Host=db;Username=shop", false)] // then by TLS
    [InlineData("{ \"kind\": \"postgres\", \"pooler\": true }", "Host=db;Username=shop;SSL Mode=Require;Pooling=false", true)]
    [InlineData("{ \"kind\": \"postgres\", \"maxPoolSize\": 100 }", "Host=db;Username=shop;SSL Mode=Require;Maximum Pool Size=100", true)]
    [InlineData("{ \"kind\": \"postgres\", \"maxPoolSize\": 100 }", "Host=db;Username=shop;SSL Mode=Require", false)]
    [InlineData("{ \"kind\": \"sqlServer\", \"maxPoolSize\": 100 }", "Server=db;Max Pool Size=500", false)]
    [InlineData("{ \"kind\": \"sqlServer\", \"userDiffersFrom\": \"M\" }", "Server=db;User Id=shop_app", true)]
    [InlineData("{ \"kind\": \"sqlServer\", \"userDiffersFrom\": \"M\" }", "Server=db;User Id=Migrator", false)]
    public void Members_say_what_else_holds(string demand, string value, bool isRight) =>
        Assert.Equal(
            isRight ? [] : ["RDY8015 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "X": "{{value}}", "M": "Server=db;User Id=migrator" }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings());

    [Theory]
    [InlineData("sqlServer", "Server=db;User Id=shop;Password=x")]
    [InlineData("sqlServer", "Server=db;Uid=shop;Pwd='x;y'")]
    [InlineData("postgres", "postgres://shop:x@db/shop?sslmode=require")]
    [InlineData("redis", "cache.internal:6380,password=x,ssl=True")]
    [InlineData("redis", "rediss://:x@cache.internal:6380")]
    public void A_password_in_a_published_file_is_RDY8017(string kind, string value) =>
        Assert.Equal(["RDY8017 error appsettings.Production.json(1,8)"], Judge($"\"{kind}\"", value));

    [Theory]
    [InlineData("postgres", "${CONNECTION}")]
    [InlineData("postgres", "${CONNECTION:-Host=localhost;Username=postgres}")]
    [InlineData("postgres", "${BASE};Password=${PASSWORD}")]
    [InlineData("postgres", "Host=${HOST};Username=shop;Password=${PASSWORD};SSL Mode=${TLS}")]
    [InlineData("postgres", "Host=localhost${SUFFIX};Username=shop;Password=#{Password}#;SSL Mode=Require")]
    [InlineData("postgres", "postgres://shop:${PASSWORD}@db.internal/shop")]
    [InlineData("mySql", "Server=db;Uid=root{{ .Values.suffix }}")]
    [InlineData("sqlServer", "Server=tcp:#{Server}#,1433;User Id=shop;Password=#{Password}#;Encrypt=#{Encrypt}#")]
    [InlineData("redis", "${CACHE}")]
    [InlineData("redis", "cache.internal:6380,${OPTIONS}")]
    [InlineData("{ \"kind\": \"postgres\", \"maxPoolSize\": 9 }", "Host=db;Username=shop;Password=${PASSWORD};SSL Mode=Require")]
    public void What_may_come_with_a_reference_is_not_missed(string demand, string value) =>
        Assert.Empty(Judge(demand[0] == '{' ? demand : $"\"{demand}\"", value));

    [Theory]
    [InlineData("postgres", "Host=localhost;Username=shop;Password=${PASSWORD}", "machine itself")]
    [InlineData("postgres", "Host=db;Username=postgres;Password=${PASSWORD}", "may do everything")]
    [InlineData("postgres", "Host=db;Username=shop;Password=#{Password}#;SSL Mode=Prefer", "TLS is not required")]
    [InlineData("postgres", "postgres://shop:${PASSWORD}@db.internal/shop?sslmode=disable", "TLS is not required")]
    [InlineData("sqlServer", "Server=${HOST};User Id=shop;Password=${PASSWORD};Encrypt=False", "Encrypt switches TLS off")]
    [InlineData("mySql", "Server=db;Uid=shop;Pwd=${PASSWORD};Pooling=false", "Pooling is off")]
    [InlineData("redis", "redis://:${PASSWORD}@cache.internal", "TLS is not required")]
    public void Beside_a_reference_what_is_there_is_judged(string kind, string value, string fault)
    {
        Assert.Equal(["RDY8015 error appsettings.Production.json(1,8)"], Judge($"\"{kind}\"", value));
        Assert.Contains(fault, _shop.OnlyMessage());
    }

    private string[] Judge(string demand, string value) => _shop.Publishes($$"""{ "X": "{{value}}" }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings();
}
