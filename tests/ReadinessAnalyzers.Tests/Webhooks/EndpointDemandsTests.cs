using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>
/// What stands before the endpoint that holds <c>/*here*/</c>: nothing, <c>SignIn</c>, <c>AntiforgeryToken</c>; with a question mark where
/// Stripe may meet the demand all the same.
/// </summary>
public sealed class EndpointDemandsTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        """;

    [Theory]
    [InlineData("[Authorize] ", "")]
    [InlineData("", "[Authorize]")]
    [InlineData("[Authorize] ", "[Authorize(Roles = \"Admin\")]")]
    [InlineData("", "[Authorize(Roles = \"Admin,Owner\")]")]
    [InlineData("", "[Authorize(AuthenticationSchemes = \"Bearer\")]")]
    [InlineData("", "[Authorize(AuthenticationSchemes = \"Bearer, Cookies\")]")]
    [InlineData("[Authorize(Policy = \"StripeIp\")] ", "[Authorize]")]
    public void Authorize_DemandsASignIn(string onType, string onAction) => AssertDemands("SignIn", Action(onType, onAction));

    [Theory]
    [InlineData("[Authorize(\"StripeIp\")]")]
    [InlineData("[Authorize(Policy = \"StripeIp\")]")]
    [InlineData("[Authorize(AuthenticationSchemes = \"Stripe\")]")]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer,Stripe\")]")]
    public void PolicyOrSchemeByName_MayBeACheckOfStripe(string attribute) => AssertDemands("SignIn?", Action("", attribute));

    [Theory]
    [InlineData("", "")]
    [InlineData("[AllowAnonymous] ", "")]
    [InlineData("[AllowAnonymous] ", "[Authorize]")]
    [InlineData("[Authorize] ", "[AllowAnonymous]")]
    [InlineData("[Authorize, AllowAnonymous] ", "")]
    [InlineData("", "[Authorize, AllowAnonymous]")]
    [InlineData("", "[Authorize] [AllowAnonymous]")]
    public void AllowAnonymousOnAnyLevel_UndoesIt(string onType, string onAction) => AssertDemands("", Action(onType, onAction));

    [Theory]
    [InlineData("[Authorize] public abstract class ApiBase : ControllerBase { } public class HookController : ApiBase { public void Receive() { /*here*/ } }", "SignIn")]
    [InlineData("[Authorize] public abstract class ApiBase : ControllerBase { } [AllowAnonymous] public class HookController : ApiBase { public void Receive() { /*here*/ } }", "")]
    [InlineData("public abstract class ApiBase : ControllerBase { [Authorize] public abstract void Receive(); } public class HookController : ApiBase { public override void Receive() { /*here*/ } }", "SignIn")]
    [InlineData("public class StaffAttribute : AuthorizeAttribute { public StaffAttribute() => Roles = \"Staff\"; } [Staff] public class HookController : ControllerBase { public void Receive() { /*here*/ } }", "SignIn")]
    [InlineData("public class StripeAttribute : AuthorizeAttribute { public StripeAttribute() => Policy = \"Stripe\"; } [Stripe] public class HookController : ControllerBase { public void Receive() { /*here*/ } }", "SignIn?")]
    [InlineData("public class StripeAttribute() : AuthorizeAttribute(\"Stripe\"); [Stripe] public class HookController : ControllerBase { public void Receive() { /*here*/ } }", "SignIn?")]
    [InlineData("public class StripeAttribute : AuthorizeAttribute, Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter { public void OnAuthorization(Microsoft.AspNetCore.Mvc.Filters.AuthorizationFilterContext context) { } } [Stripe] public class HookController : ControllerBase { public void Receive() { /*here*/ } }", "SignIn?")]
    [InlineData("public class OpenAttribute : Attribute, IAllowAnonymous { } [Authorize] public class HookController : ControllerBase { [Open] public void Receive() { /*here*/ } }", "")]
    [InlineData("public class AuthorizeAttribute : Attribute { } [global::AuthorizeAttribute] public class HookController : ControllerBase { public void Receive() { /*here*/ } }", "")]
    public void AttributesAreInherited(string code, string demands) => AssertDemands(demands, code);

    [Theory]
    [InlineData("public class Keys : Microsoft.AspNetCore.Authentication.IAuthenticationHandler { public Task<Microsoft.AspNetCore.Authentication.AuthenticateResult> AuthenticateAsync() => null!; public Task ChallengeAsync(Microsoft.AspNetCore.Authentication.AuthenticationProperties? p) => null!; public Task ForbidAsync(Microsoft.AspNetCore.Authentication.AuthenticationProperties? p) => null!; public Task InitializeAsync(Microsoft.AspNetCore.Authentication.AuthenticationScheme s, HttpContext c) => null!; }")]
    [InlineData("public class Everybody : IAuthorizationHandler { public Task HandleAsync(AuthorizationHandlerContext context) { foreach (var open in context.PendingRequirements) context.Succeed(open); return Task.CompletedTask; } }")]
    [InlineData("public class KeyMiddleware(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { context.User = new(new System.Security.Claims.ClaimsIdentity(\"key\")); return next(context); } }")]
    [InlineData("public class Opening : Microsoft.AspNetCore.Mvc.ApplicationModels.IActionModelConvention { public void Apply(Microsoft.AspNetCore.Mvc.ApplicationModels.ActionModel action) => action.Filters.Add(new AllowAnonymousFilter()); }")]
    [InlineData("public static class Setup { public static void Use(AuthorizationOptions options) => options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(context => true).Build(); }")]
    public void AppThatDecidesByItselfWhoIsSignedIn_MayLetStripePass(string code) => AssertDemands("SignIn?", Action("[Authorize] ", "") + code);

    [Theory]
    [InlineData("options.FallbackPolicy = options.DefaultPolicy;", "SignIn")]
    [InlineData("options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();", "SignIn")]
    [InlineData("options.FallbackPolicy = new AuthorizationPolicyBuilder(JwtBearer.AuthenticationScheme).RequireAuthenticatedUser().Build();", "SignIn?")]
    [InlineData("var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); options.FallbackPolicy = policy;", "SignIn")]
    [InlineData("options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new Own()).Build();", "SignIn?")]
    [InlineData("options.FallbackPolicy = options.GetPolicy(\"Stripe\");", "SignIn?")]
    [InlineData("options.FallbackPolicy = null;", "")]
    [InlineData("options.AddPolicy(\"Staff\", policy => policy.RequireAuthenticatedUser());", "")]
    [InlineData("var policy = new Own { FallbackPolicy = options.DefaultPolicy };", "")]
    public void FallbackPolicy_StandsBeforeEndpointsThatNameNone(string setup, string demands)
    {
        var app = $$"""
            public static class Setup { public static void Use(AuthorizationOptions options) { {{setup}} } }
            public static class JwtBearer { public const string AuthenticationScheme = "Bearer"; }
            public class Own : IAuthorizationRequirement { public object? FallbackPolicy; }
            """;
        AssertDemands(demands, Action("", "") + app);
        AssertDemands("", Action("[AllowAnonymous] ", "") + app);
        AssertDemands(demands, Route("app.MapPost(\"/hook\", () => { /*here*/ });") + app);
        AssertDemands("", Route("app.MapPost(\"/hook\", () => { /*here*/ }).AllowAnonymous();") + app);
        AssertDemands("", "public class Hook(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { /*here*/ return next(context); } }" + app);
    }

    [Theory]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());", "SignIn")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddFallbackPolicy(\"all\", policy => policy.RequireAuthenticatedUser());", "SignIn")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddPolicy(\"staff\", policy => policy.RequireAuthenticatedUser());", "")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));", "SignIn")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add<AuthorizeFilter>());", "SignIn")]
    [InlineData("builder.Services.AddControllers(options => { var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); options.Filters.Add(new AuthorizeFilter(policy)); });", "SignIn")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter(\"Stripe\")));", "SignIn?")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));", "")]
    [InlineData("var filters = new List<object> { new AuthorizeFilter() };", "")]
    [InlineData("builder.Services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));", "AntiforgeryToken")]
    [InlineData("builder.Services.AddControllersWithViews(options => options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>());", "AntiforgeryToken")]
    [InlineData("builder.Services.AddControllersWithViews(options => options.Filters.Add(typeof(AutoValidateAntiforgeryTokenAttribute)));", "AntiforgeryToken")]
    [InlineData("builder.Services.AddControllersWithViews(options => { options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()); options.Filters.Add(new IgnoreAntiforgeryTokenAttribute()); });", "AntiforgeryToken?")]
    [InlineData("var name = nameof(AutoValidateAntiforgeryTokenAttribute);", "")]
    public void GlobalSetup_StandsBeforeControllers(string setup, string demands)
    {
        var program = $"var builder = WebApplication.CreateBuilder(args); {setup} ";
        AssertDemands(demands, program + Action("", ""));
        AssertDemands("", program + Action("[AllowAnonymous, IgnoreAntiforgeryToken] ", ""));
        AssertDemands("", program + Action("", "[IgnoreAntiforgeryToken, AllowAnonymous]"));
    }

    [Theory]
    [InlineData("app.MapControllers().RequireAuthorization();", "SignIn")]
    [InlineData("app.MapControllers().RequireAuthorization(\"Stripe\");", "SignIn?")]
    [InlineData("app.MapControllerRoute(\"default\", \"{controller}/{action}\").RequireAuthorization();", "SignIn")]
    [InlineData("app.MapControllers();", "")]
    [InlineData("app.MapControllers().RequireAuthorization().AllowAnonymous();", "")]
    [InlineData("app.MapRazorPages().RequireAuthorization();", "")]
    public void ConventionsOfAllControllers(string map, string demands) =>
        AssertDemands(demands, $"var app = WebApplication.Create(args); {map} " + Action("", ""));

    [Theory]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization();")]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ }).WithName(\"hook\").RequireAuthorization(policy => policy.RequireAuthenticatedUser());")]
    [InlineData("app.MapPost(\"/hook\", [Authorize] () => { /*here*/ });")]
    [InlineData("app.MapPost(\"/hook\", Receive); [Authorize] void Receive() { /*here*/ }")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("var group = app.MapGroup(\"/api\").RequireAuthorization(); group.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("var group = app.MapGroup(\"/api\"); group.MapPost(\"/hook\", () => { /*here*/ }); group.RequireAuthorization();")]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); var stripe = api.MapGroup(\"/stripe\"); stripe.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("var route = app.MapPost(\"/hook\", () => { /*here*/ }); route.RequireAuthorization();")]
    [InlineData("app.UseEndpoints(endpoints => { endpoints.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization(); });")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapStripe(); static class Routes { public static void MapStripe(this IEndpointRouteBuilder routes) => routes.MapPost(\"/hook\", () => { /*here*/ }); }")]
    [InlineData("app.MapStripe().RequireAuthorization(); static class Routes { public static RouteHandlerBuilder MapStripe(this WebApplication app) { return app.MapPost(\"/hook\", () => { /*here*/ }); } }")]
    public void RequireAuthorizationOnRouteOrGroup_DemandsASignIn(string code) => AssertDemands("SignIn", Route(code));

    [Theory]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization().AllowAnonymous();")]
    [InlineData("app.MapPost(\"/hook\", [AllowAnonymous] () => { /*here*/ }).RequireAuthorization();")]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization().WithMetadata(new AllowAnonymousAttribute());")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapPost(\"/hook\", () => { /*here*/ }).AllowAnonymous();")]
    [InlineData("var group = app.MapGroup(\"/api\").RequireAuthorization(); group.MapGet(\"/me\", () => 1); var hook = group.MapPost(\"/hook\", () => { /*here*/ }); hook.AllowAnonymous();")]
    [InlineData("var group = app.MapGroup(\"/api\"); group.MapGet(\"/me\", () => 1).RequireAuthorization(); group.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("var api = app.MapGroup(\"/api\"); var admin = api.MapGroup(\"/admin\").RequireAuthorization(); api.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization(); app.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); api.MapStripe().AllowAnonymous(); static class Routes { public static IEndpointConventionBuilder MapStripe(this IEndpointRouteBuilder routes) => routes.MapPost(\"/hook\", () => { /*here*/ }); }")]
    [InlineData("app.MapControllers().RequireAuthorization(); app.MapPost(\"/hook\", () => { /*here*/ });")]
    public void RouteThatIsOpen_DemandsNothing(string code) => AssertDemands("", Route(code));

    [Theory]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization(\"StripeIp\");")]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization().Open(); static class Routes { public static RouteHandlerBuilder Open(this RouteHandlerBuilder route) => route.AllowAnonymous(); }")]
    [InlineData("class Module { public void Map(RouteGroupBuilder group) => group.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization(); }")]
    [InlineData("var group = app.MapGroup(\"/api\").RequireAuthorization(); group.MapPost(\"/hook\", () => { /*here*/ }); Open(group); static void Open(IEndpointConventionBuilder group) => group.AllowAnonymous();")]
    [InlineData("app.MapGroup(\"/a\").RequireAuthorization().MapStripe(); app.MapGroup(\"/b\").MapStripe(); static class Routes { public static void MapStripe(this IEndpointRouteBuilder routes) => routes.MapPost(\"/hook\", () => { /*here*/ }).RequireAuthorization(); }")]
    public void ConventionsOutOfSight_MayOpenTheRoute(string code) => AssertDemands("SignIn?", Route(code));

    [Theory]
    [InlineData("", "[ValidateAntiForgeryToken]", "AntiforgeryToken")]
    [InlineData("[AutoValidateAntiforgeryToken] ", "", "AntiforgeryToken")]
    [InlineData("[IgnoreAntiforgeryToken] ", "[ValidateAntiForgeryToken]", "AntiforgeryToken")]
    [InlineData("[ValidateAntiForgeryToken(Order = 5)] ", "", "AntiforgeryToken?")]
    [InlineData("[AutoValidateAntiforgeryToken] ", "[IgnoreAntiforgeryToken]", "")]
    [InlineData("[AutoValidateAntiforgeryToken, IgnoreAntiforgeryToken] ", "", "")]
    [InlineData("[IgnoreAntiforgeryToken] ", "", "")]
    [InlineData("", "[ValidateAntiForgeryToken, AllowAnonymous]", "AntiforgeryToken")]
    [InlineData("[Authorize] ", "[ValidateAntiForgeryToken]", "SignIn, AntiforgeryToken")]
    public void AntiforgeryOfAnAction(string onType, string onAction, string demands) => AssertDemands(demands, Action(onType, onAction));

    [Theory]
    [InlineData("public class HookModel : PageModel { public void OnPost() { /*here*/ } }", "AntiforgeryToken")]
    [InlineData("[IgnoreAntiforgeryToken] public class HookModel : PageModel { public void OnPost() { /*here*/ } }", "")]
    [InlineData("public class HookModel : PageModel { [IgnoreAntiforgeryToken] public void OnPost() { /*here*/ } }", "AntiforgeryToken")] // a page does not look there
    [InlineData("public class HookModel : PageModel { public void OnGet() { /*here*/ } }", "")]
    [InlineData("[Authorize, IgnoreAntiforgeryToken] public class HookModel : PageModel { public void OnPost() { /*here*/ } }", "SignIn")]
    [InlineData("[Authorize, IgnoreAntiforgeryToken, AllowAnonymous] public class HookModel : PageModel { public void OnPost() { /*here*/ } }", "")]
    [InlineData("public class HookModel : PageModel { public void OnPost() { /*here*/ } } static class Setup { static void Use(RazorPagesOptions options) => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()); }", "AntiforgeryToken?")]
    [InlineData("public class HookModel : PageModel { public void OnPost() { /*here*/ } } [IgnoreAntiforgeryToken] abstract class Pages_Hook : Page { }", "AntiforgeryToken?")]
    public void RazorPages_DemandATokenByThemselves(string code, string demands) => AssertDemands(demands, code);

    [Theory]
    [InlineData("[HttpTrigger(AuthorizationLevel.Anonymous, \"post\")]", "")]
    [InlineData("[HttpTrigger(AuthorizationLevel.Function, \"post\")]", "SignIn?")]
    [InlineData("[HttpTrigger(\"post\")]", "SignIn?")]
    public void AzureFunctionWithAKey_MayBeMetByTheUrl(string trigger, string demands) => AssertDemands(
        demands,
        $$"""
        using Microsoft.Azure.WebJobs;
        using Microsoft.Azure.WebJobs.Extensions.Http;
        public class Hooks { [FunctionName("Hook")] public void Run({{trigger}} HttpRequest request) { /*here*/ } }
        """,
        LibraryStandIns.AzureFunctionsInProcess);

    [Theory]
    [InlineData("[System.Web.Mvc.Authorize] public class HookController : System.Web.Mvc.Controller { public void Receive() { /*here*/ } }", "SignIn")]
    [InlineData("[System.Web.Mvc.Authorize] public class HookController : System.Web.Mvc.Controller { [System.Web.Mvc.AllowAnonymous] public void Receive() { /*here*/ } }", "")]
    [InlineData("[System.Web.Http.Authorize] public class HookController : System.Web.Http.ApiController { public void Post() { /*here*/ } }", "SignIn")]
    [InlineData("public class HookController : System.Web.Mvc.Controller { [System.Web.Mvc.ValidateAntiForgeryToken] public void Receive() { /*here*/ } }", "AntiforgeryToken")]
    public void AspNetBeforeCore(string code, string demands) => AssertDemands(demands, code, LibraryStandIns.SystemWeb);

    [Theory]
    [InlineData("public override void Configure() { Post(\"/hook\"); }", "SignIn?")]
    [InlineData("public override void Configure() { Post(\"/hook\"); AllowAnonymous(); }", "")]
    public void FastEndpoints_AreClosedUnlessTheySayOtherwise(string configure, string demands) => AssertDemands(
        demands,
        $"public class Hook : FastEndpoints.EndpointWithoutRequest {{ {configure} public override Task HandleAsync(CancellationToken cancellation) {{ /*here*/ return Task.CompletedTask; }} }}",
        LibraryStandIns.FastEndpoints);

    private static string Action(string onType, string onAction) =>
        $"{onType}public class HookController : ControllerBase {{ {onAction} public void Receive() {{ /*here*/ }} }} ";

    private static string Route(string code) => $"var app = WebApplication.Create(args); {code} ";

    private static void AssertDemands(string demands, string code, params MetadataReference[] references)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var source = code.StartsWith("using", StringComparison.Ordinal) ? code : Usings + code;
        var compilation = SourceCompilation.Of([.. TestReferences.All, .. references], source);
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var reading = CompilationReading.Of(compilation);
        var tree = compilation.SyntaxTrees.First();
        var here = tree.GetRoot(cancellation).FindToken(source.IndexOf("/*here*/", StringComparison.Ordinal), findInsideTrivia: true);
        var endpoint = HttpEndpoint.Around(here.Parent!, reading, reading.Models[tree], cancellation);
        Assert.NotNull(endpoint);
        var found = reading.Demands.Of(endpoint, cancellation).Select(demand => $"{demand.Kind}{(demand.IsCertain ? "" : "?")}");
        Assert.Equal(demands, string.Join(", ", found));
    }
}
