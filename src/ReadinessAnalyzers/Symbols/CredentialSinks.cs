using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>What the value of a sink is judged by.</summary>
internal enum CredentialSinkKind
{
    /// <summary>A key: whoever knows it holds it, whatever it looks like.</summary>
    Key,

    /// <summary>A password, for which people also write words that stand for none.</summary>
    Password,

    /// <summary>A connection string, which may hold a password and may not.</summary>
    ConnectionString,
}

/// <summary>A parameter or property of a library that takes a credential.</summary>
/// <param name="Type">Metadata name of the type that declares it.</param>
/// <param name="Member">The method or property; null for a constructor.</param>
/// <param name="Parameter">Null for a property.</param>
/// <param name="Kind">How its value is judged.</param>
internal sealed record CredentialSink(string Type, string? Member, string? Parameter, CredentialSinkKind Kind = CredentialSinkKind.Key)
{
    /// <summary>The word that a file cannot do without to use it.</summary>
    public string Name => Member is null or "Init" or "Connect" or "ConnectAsync" or "Password" ? Type.Substring(Type.LastIndexOf('.') + 1) : Member;
}

/// <summary>The places other than Stripe.net's where libraries take a credential, told by symbol and parameter.</summary>
internal sealed class CredentialSinks(Compilation compilation)
{
    private const CredentialSinkKind Password = CredentialSinkKind.Password;
    private const CredentialSinkKind ConnectionString = CredentialSinkKind.ConnectionString;

    private static readonly CredentialSink[] All =
    [
        new("Microsoft.IdentityModel.Tokens.SymmetricSecurityKey", null, "key"),
        new("Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions", "ClientSecret", null),
        new("Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions", "ClientSecret", null),
        new("Microsoft.AspNetCore.Authentication.Facebook.FacebookOptions", "AppSecret", null),
        new("Microsoft.AspNetCore.Authentication.Twitter.TwitterOptions", "ConsumerSecret", null),
        new("Azure.AzureKeyCredential", null, "key"),
        new("Azure.Storage.StorageSharedKeyCredential", null, "accountKey"),
        new("Azure.Identity.ClientSecretCredential", null, "clientSecret"),
        new("Amazon.Runtime.BasicAWSCredentials", null, "secretKey"),
        new("Twilio.TwilioClient", "Init", "password"),
        new("System.Net.NetworkCredential", null, "password", Password),
        new("System.Net.NetworkCredential", "Password", null, Password),
        new("MailKit.MailService", "Authenticate", "password", Password),
        new("MailKit.MailService", "AuthenticateAsync", "password", Password),
        new("MailKit.IMailService", "Authenticate", "password", Password),
        new("MailKit.IMailService", "AuthenticateAsync", "password", Password),
        new("Microsoft.Data.SqlClient.SqlConnection", null, "connectionString", ConnectionString),
        new("System.Data.SqlClient.SqlConnection", null, "connectionString", ConnectionString),
        new("Npgsql.NpgsqlConnection", null, "connectionString", ConnectionString),
        new("MySqlConnector.MySqlConnection", null, "connectionString", ConnectionString),
        new("MySql.Data.MySqlClient.MySqlConnection", null, "connectionString", ConnectionString),
        new("Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions", "UseSqlServer", "connectionString", ConnectionString),
        new("Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions", "UseNpgsql", "connectionString", ConnectionString),
        new("Microsoft.EntityFrameworkCore.MySqlDbContextOptionsBuilderExtensions", "UseMySql", "connectionString", ConnectionString),
        new("Microsoft.EntityFrameworkCore.MySQLDbContextOptionsExtensions", "UseMySQL", "connectionString", ConnectionString),
        new("StackExchange.Redis.ConnectionMultiplexer", "Connect", "configuration", ConnectionString),
        new("StackExchange.Redis.ConnectionMultiplexer", "ConnectAsync", "configuration", ConnectionString),
    ];

    private readonly Lazy<ILookup<INamedTypeSymbol, CredentialSink>> _sinks = new(() => Referenced(compilation));

    /// <summary>One of these words stands in every file that uses a sink.</summary>
    public static IEnumerable<string> Names => All.Select(sink => sink.Name).Distinct();

    /// <summary>What is known of the value assigned to <paramref name="property"/>; null if it is no credential.</summary>
    public CredentialSink? Of(IPropertySymbol property) =>
        Of(property.ContainingType).FirstOrDefault(sink => sink.Parameter is null && sink.Member == property.Name);

    /// <summary>What is known of the argument for <paramref name="parameter"/>; null if it is no credential.</summary>
    public CredentialSink? Of(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { ContainingType: { } type } method
            ? Of(type).FirstOrDefault(sink => sink.Parameter == parameter.Name
                && sink.Member == (method.MethodKind == MethodKind.Constructor ? null : method.Name))
            : null;

    private IEnumerable<CredentialSink> Of(INamedTypeSymbol type) => _sinks.Value[type.OriginalDefinition];

    private static ILookup<INamedTypeSymbol, CredentialSink> Referenced(Compilation compilation) => (
            from sink in All
            let type = compilation.FindLibraryType(sink.Type)
            where type is not null
            select (Type: type, Sink: sink))
        .ToLookup(pair => pair.Type, pair => pair.Sink, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
}
