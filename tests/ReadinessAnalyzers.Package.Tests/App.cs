namespace ReadinessAnalyzers.Package.Tests;

/// <summary>A small web app outside the repository, with the package and Stripe.net.</summary>
internal sealed class App
{
    public static readonly string Secret = StripeKeys.Make("sk_live_");

    /// <summary>A hard-coded live key.</summary>
    public static readonly string WithSecretInSource =
        $"""
        const string key = "{Secret}";
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => key.Length);
        app.Run();
        """;

    /// <summary>What is found in <see cref="WithSecretInSource"/>.</summary>
    public const string SecretInSource = "Program.cs(1,21): error RDY1001";

    public const string WithoutStripe =
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => "Hello");
        app.Run();
        """;

    /// <summary>Two credentials that only the running app knows, and a webhook that checks signatures and logs what comes.</summary>
    public const string WellBuilt =
        """
        using Stripe;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IStripeClient>(new StripeClient(builder.Configuration["Stripe:SecretKey"]));
        var app = builder.Build();
        app.MapPost("/stripe/webhook", async (HttpRequest request, IConfiguration configuration) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            try
            {
                var received = EventUtility.ConstructEvent(body, request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"]);
                app.Logger.LogInformation("Received {Event} of type {Type}", received.Id, received.Type);
                return Results.Ok(received.Id);
            }
            catch (StripeException error)
            {
                app.Logger.LogWarning(error, "Refused a webhook");
                return Results.BadRequest();
            }
        });
        app.Run();
        """;

    public const string LibrarySdk = "Microsoft.NET.Sdk";

    public App(string folder) => Folder = Directory.CreateDirectory(folder).FullName;

    public string Folder { get; }

    public bool WasPublished => Directory.Exists(PathOf("bin/Release/net10.0/publish"));

    /// <summary>The project file; <paramref name="version"/> null leaves the package out.</summary>
    public static string Project(string? version, string sdk = "Microsoft.NET.Sdk.Web", string more = "") =>
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            {(version is null ? "" : $"""<PackageReference Include="ReadinessAnalyzers" Version="{version}" PrivateAssets="all" />""")}
            <Reference Include="Stripe.net" HintPath="{typeof(Stripe.StripeClient).Assembly.Location}" />
            {more}
          </ItemGroup>
        </Project>
        """;

    public static string Properties(string properties) => $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>";

    public string PathOf(string file) => Path.Combine(Folder, file);

    public App Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public App CopyFrom(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(folder, file), File.ReadAllText(file));
        return this;
    }

    public Task<DotNetRun> RunAsync(params string[] arguments) => DotNet.RunAsync(Folder, arguments);

    /// <summary><c>dotnet publish -c Release</c>, without restoring again.</summary>
    public Task<DotNetRun> PublishAsync(params string[] more) => RunAsync(["publish", "-c", "Release", "--no-restore", .. more]);
}
