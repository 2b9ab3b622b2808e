using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>Which functions requests reach: <c>/*here*/</c> stands in an endpoint, or in what only looks like one.</summary>
public sealed class HttpEndpointTests
{
    [Theory]
    [InlineData("public class HookController : ControllerBase { public void Receive() { /*here*/ } }")]
    [InlineData("public class HookController : Controller { [HttpPost] public async Task<IActionResult> Receive() { /*here*/ return Ok(); } }")]
    [InlineData("internal sealed class HookController : ControllerBase { [HttpPost] public void Receive() { /*here*/ } }")]
    [InlineData("public abstract class HookBase : ControllerBase { [HttpPost] public virtual void Receive() { /*here*/ } } public class HookController : HookBase;")]
    [InlineData("[ApiController, Controller] public class Hook { [HttpPost] public void Receive() { /*here*/ } }")]
    [InlineData("public class HookController { [HttpPost(\"hook\")] public void Receive(HttpRequest request) { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { public void Receive() { void Inner() { /*here*/ } Inner(); } }")]
    public void ActionOfAController(string code) => AssertKind("Action", "using Microsoft.AspNetCore.Mvc;" + code);

    [Theory]
    [InlineData("public class HookController : ControllerBase { [NonAction] public void Receive() { /*here*/ } }")]
    [InlineData("public class HookBase : ControllerBase { [NonAction] public virtual void Receive() { } } public class HookController : HookBase { public override void Receive() { /*here*/ } }")]
    [InlineData("public class HookController : Controller { public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) { /*here*/ } }")]
    [InlineData("[NonController] public class HookController : ControllerBase { [HttpPost] public void Receive() { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { public static void Receive() { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { private void Receive() { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { protected void Receive() { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { public void Receive<T>() { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { public HookController() { /*here*/ } }")]
    [InlineData("public class HookController : ControllerBase { public int Count { get { /*here*/ return 1; } } }")]
    [InlineData("public class HookController { public void Receive() { /*here*/ } }")]
    [InlineData("public class HookHandler { [HttpPost] public void Receive() { /*here*/ } }")]
    [InlineData("public class ControllerBase { } public class HookController : ControllerBase { public void Receive() { /*here*/ } }")]
    public void NoActionOfAController(string code) => AssertKind(null, "using Microsoft.AspNetCore.Mvc;" + code);

    [Theory]
    [InlineData("OnPost", "PageHandler")]
    [InlineData("OnPostAsync", "PageHandler")]
    [InlineData("OnPostStripeAsync", "PageHandler")]
    [InlineData("OnGet", "PageHandler")]
    [InlineData("OnPosted", null)]
    [InlineData("OnPaid", null)]
    [InlineData("Post", null)]
    [InlineData("OnPost<T>", null)]
    public void HandlerOfAPage(string name, string? kind) =>
        AssertKind(kind, $"public class HookModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel {{ public void {name}() {{ /*here*/ }} }}");

    [Fact]
    public void MethodThatSaysItIsNoHandler() => AssertKind(null, """
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class HookModel : PageModel { [NonHandler] public void OnPost() { /*here*/ } }
        """);

    [Theory]
    [InlineData("app.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("app.MapPost(\"/hook\", async (HttpContext context) => { /*here*/ await Task.Yield(); });")]
    [InlineData("app.MapPost(\"/hook\", delegate (HttpContext context) { /*here*/ return Task.CompletedTask; });")]
    [InlineData("app.MapPost(\"/hook\", Receive); void Receive() { /*here*/ }")]
    [InlineData("app.MapPost(\"/hook\", Hook.Receive); static class Hook { public static void Receive(HttpRequest request) { /*here*/ } }")]
    [InlineData("app.MapPost(\"/hook\", new Hook().Receive); class Hook { public void Receive(HttpRequest request) { /*here*/ } }")]
    [InlineData("app.MapPost(\"/hook\", (Delegate)Receive); void Receive() { /*here*/ }")]
    [InlineData("app.MapPost(\"/hook\", new RequestDelegate(Receive)); Task Receive(HttpContext context) { /*here*/ return Task.CompletedTask; }")]
    [InlineData("RequestDelegate hook = async context => { /*here*/ await Task.Yield(); }; app.MapPost(\"/hook\", hook);")]
    [InlineData("app.MapPost(\"/hook\", Hooks.Stripe); static class Hooks { public static RequestDelegate Stripe => async context => { /*here*/ await Task.Yield(); }; }")]
    [InlineData("app.MapPost(\"/hook\", Hooks.Stripe); static class Hooks { public static RequestDelegate Stripe { get; } = async context => { /*here*/ await Task.Yield(); }; }")]
    [InlineData("app.MapPost(\"/hook\", Hooks.Stripe); static class Hooks { public static readonly RequestDelegate Stripe = async context => { /*here*/ await Task.Yield(); }; }")]
    [InlineData("app.MapMethods(\"/hook\", [\"POST\"], () => { /*here*/ });")]
    [InlineData("app.Map(\"/hook\", (HttpRequest request) => { /*here*/ });")]
    [InlineData("app.MapFallback(() => { /*here*/ });")]
    [InlineData("app.MapGroup(\"/stripe\").MapGroup(\"/v1\").MapPost(\"/hook\", () => { /*here*/ }).WithName(\"hook\");")]
    [InlineData("var group = app.MapGroup(\"/stripe\"); group.MapPost(\"/hook\", () => { /*here*/ });")]
    [InlineData("app.UseRouting(); app.UseEndpoints(endpoints => endpoints.MapPost(\"/hook\", () => { /*here*/ }));")]
    [InlineData("app.MapStripe(); static class Routes { public static void MapStripe(this IEndpointRouteBuilder routes) => routes.MapPost(\"/hook\", () => { /*here*/ }); }")]
    [InlineData("app.MapHook((HttpContext context) => { /*here*/ }); static class Routes { public static void MapHook(this WebApplication app, Action<HttpContext> hook) { } }")]
    [InlineData("app.Hook(() => { /*here*/ }); static class Routes { public static void Hook<T>(this T app, Delegate hook) where T : IEndpointRouteBuilder { } }")]
    [InlineData("app.MapAdmin(group => group.MapPost(\"/hook\", () => { /*here*/ })); static class Routes { public static void MapAdmin(this WebApplication app, Action<IEndpointRouteBuilder> map) { } }")]
    public void HandlerOfARoute(string code) => AssertKind("Route", $"var app = WebApplication.Create(args); {code}");

    [Theory]
    [InlineData("app.MapPost(\"/hook\", () => 1); void Receive() { /*here*/ }")]
    [InlineData("app.Lifetime.ApplicationStarted.Register(() => { /*here*/ });")]
    [InlineData("app.MapGroup(((Func<string>)(() => { /*here*/ return \"/hook\"; }))());")]
    [InlineData("Task.Run(() => { /*here*/ });")]
    [InlineData("app.MapAdmin(group => { /*here*/ }); static class Routes { public static void MapAdmin(this WebApplication app, Action<IEndpointRouteBuilder> map) { } }")]
    [InlineData("app.Map(\"/admin\", branch => { /*here*/ });")]
    [InlineData("app.MapWhen(context => context.Request.Path == \"/hook\", branch => { /*here*/ });")]
    [InlineData("app.UseWhen(context => { /*here*/ return true; }, branch => { });")]
    [InlineData("MapPost(\"/hook\", () => { /*here*/ }); void MapPost(string route, Delegate handler) { }")]
    [InlineData("new Mapper().MapPost(\"/hook\", () => { /*here*/ }); class Mapper { public void MapPost(string route, Action handler) { } }")]
    [InlineData("app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => { /*here*/ return Task.CompletedTask; } });")]
    [InlineData("app.UseExceptionHandler(errors => { /*here*/ });")]
    public void NoHandlerOfARoute(string code) => AssertKind(null, $"var app = WebApplication.Create(args); {code}");

    [Theory]
    [InlineData("app.Run(async context => { /*here*/ await Task.Yield(); });")]
    [InlineData("app.Run(Receive); Task Receive(HttpContext context) { /*here*/ return Task.CompletedTask; }")]
    [InlineData("app.Use(async (context, next) => { /*here*/ await next(context); });")]
    [InlineData("app.Use(async (HttpContext context, Func<Task> next) => { /*here*/ await next(); });")]
    [InlineData("app.Map(\"/hook\", branch => branch.Run(async context => { /*here*/ await Task.Yield(); }));")]
    [InlineData("app.Map(\"/hook\", Branch); static void Branch(IApplicationBuilder branch) => branch.Run(context => { /*here*/ return Task.CompletedTask; });")]
    [InlineData("class Hook(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { /*here*/ return next(context); } }")]
    [InlineData("class Hook { public Hook(RequestDelegate next) { } public Task Invoke(HttpContext context, ILogger<Hook> logger) { /*here*/ return Task.CompletedTask; } }")]
    [InlineData("class Hook : IMiddleware { public Task InvokeAsync(HttpContext context, RequestDelegate next) { /*here*/ return next(context); } }")]
    public void Middleware(string code) => AssertKind("Middleware", $"var app = WebApplication.Create(args); {code}");

    [Theory]
    [InlineData("app.Run(); void Run(Action<HttpContext> handler) => handler(null!); Run(context => { /*here*/ });")]
    [InlineData("app.Run(\"http://localhost\" + Port()); static string Port() { /*here*/ return \":80\"; }")]
    [InlineData("class Hook { public Task InvokeAsync(HttpContext context) { /*here*/ return Task.CompletedTask; } }")]
    [InlineData("class Hook(RequestDelegate next) { public Task HandleAsync(HttpContext context) { /*here*/ return next(context); } }")]
    [InlineData("class Hook(RequestDelegate next) { private Task InvokeAsync(HttpContext context) { /*here*/ return next(context); } }")]
    [InlineData("class Hook(Func<string, Task> next) { public Task InvokeAsync(string text) { /*here*/ return next(text); } }")]
    [InlineData("class Hook : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { /*here*/ return next(context); } }")]
    [InlineData("class Cart : Microsoft.AspNetCore.Mvc.ViewComponent { public Task InvokeAsync(int id) { /*here*/ return Task.CompletedTask; } }")]
    public void NoMiddleware(string code) => AssertKind(null, $"var app = WebApplication.Create(args); {code}");

    [Theory]
    [InlineData("[FunctionName(\"Hook\")] public static void Run([HttpTrigger(AuthorizationLevel.Anonymous, \"post\")] HttpRequest request) { /*here*/ }")]
    [InlineData("[FunctionName(\"Hook\")] public Task Run([HttpTrigger(\"post\", Route = \"stripe\")] HttpRequest request, ILogger log) { /*here*/ return Task.CompletedTask; }")]
    public void AzureFunctionInProcess(string code) => AssertKind("AzureFunction", InProcess(code), LibraryStandIns.AzureFunctionsInProcess);

    [Theory]
    [InlineData("[FunctionName(\"Hook\")] public static void Run([QueueTrigger(\"events\")] string message) { /*here*/ }")]
    [InlineData("public static void Run([HttpTrigger(AuthorizationLevel.Anonymous, \"post\")] HttpRequest request) { /*here*/ }")]
    [InlineData("[FunctionName(\"Hook\")] public static void Run(HttpRequest request) { /*here*/ }")]
    public void NoAzureFunctionInProcess(string code) => AssertKind(null, InProcess(code), LibraryStandIns.AzureFunctionsInProcess);

    [Theory]
    [InlineData("[Function(\"Hook\")] public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, \"post\")] HttpRequestData request) { /*here*/ return Task.CompletedTask; }", "AzureFunction")]
    [InlineData("[Function(nameof(Run))] public Task Run([HttpTrigger(AuthorizationLevel.Function, \"post\")] HttpRequest request) { /*here*/ return Task.CompletedTask; }", "AzureFunction")]
    [InlineData("[Function(\"Hook\")] public Task Run(string message) { /*here*/ return Task.CompletedTask; }", null)]
    [InlineData("public Task Run(HttpRequestData request) { /*here*/ return Task.CompletedTask; }", null)]
    public void AzureFunctionIsolated(string code, string? kind) => AssertKind(
        kind,
        $"using Microsoft.Azure.Functions.Worker; using Microsoft.Azure.Functions.Worker.Http; public class Hooks {{ {code} }}",
        LibraryStandIns.AzureFunctionsIsolated);

    [Theory]
    [InlineData("public class Hook : IHttpHandler { public bool IsReusable => true; public void ProcessRequest(HttpContext context) { /*here*/ } }", "HttpHandler")]
    [InlineData("public class Hook : IHttpHandler { bool IHttpHandler.IsReusable => true; void IHttpHandler.ProcessRequest(HttpContext context) { /*here*/ } }", "HttpHandler")]
    [InlineData("public class Hook : HttpTaskAsyncHandler { public override Task ProcessRequestAsync(HttpContext context) { /*here*/ return Task.CompletedTask; } }", "HttpHandler")]
    [InlineData("public class Hook { public void ProcessRequest(HttpContext context) { /*here*/ } }", null)]
    [InlineData("public class Hook : IHttpHandler { public bool IsReusable { get { /*here*/ return true; } } public void ProcessRequest(HttpContext context) { } }", null)]
    [InlineData("public class Hook : IHttpHandler { public bool IsReusable => true; public void ProcessRequest(HttpContext context) { } public void ProcessRequest(string json) { /*here*/ } }", null)]
    [InlineData("public class HookController : System.Web.Mvc.Controller { public System.Web.Mvc.ActionResult Receive() { /*here*/ return null!; } }", "Action")]
    [InlineData("public class HookController : System.Web.Mvc.Controller { [System.Web.Mvc.NonAction] public void Receive() { /*here*/ } }", null)]
    [InlineData("public class HookController : System.Web.Http.ApiController { public void Post() { /*here*/ } }", "Action")]
    [InlineData("public class HookController : System.Web.Http.ApiController { [System.Web.Http.NonAction] public void Post() { /*here*/ } }", null)]
    public void AspNetBeforeCore(string code, string? kind) => AssertKind(kind, "using HttpContext = System.Web.HttpContext; using System.Web;" + code, LibraryStandIns.SystemWeb);

    [Theory]
    [InlineData("public class Hook : EndpointWithoutRequest { public override Task HandleAsync(CancellationToken cancellation) { /*here*/ return Task.CompletedTask; } }", "FastEndpoint")]
    [InlineData("public class Hook : EndpointWithoutRequest { public override void Configure() { /*here*/ } }", null)]
    [InlineData("public class Hook : EndpointWithoutRequest { public Task HandleAsync(string json) { /*here*/ return Task.CompletedTask; } }", null)]
    [InlineData("public class Hook { public virtual Task HandleAsync(CancellationToken cancellation) { /*here*/ return Task.CompletedTask; } }", null)]
    public void EndpointOfFastEndpoints(string code, string? kind) => AssertKind(kind, "using FastEndpoints;" + code, LibraryStandIns.FastEndpoints);

    private static string InProcess(string code) => $$"""
        using Microsoft.Azure.WebJobs;
        using Microsoft.Azure.WebJobs.Extensions.Http;
        public class Hooks { {{code}} }
        """;

    private static void AssertKind(string? kind, string source, params MetadataReference[] references)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = SourceCompilation.Of([.. TestReferences.All, .. references], source);
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var reading = CompilationReading.Of(compilation);
        var tree = compilation.SyntaxTrees.First();
        var here = tree.GetRoot(cancellation).FindToken(source.IndexOf("/*here*/", StringComparison.Ordinal), findInsideTrivia: true);
        Assert.Equal(kind, HttpEndpoint.Around(here.Parent!, reading, reading.Models[tree], cancellation)?.Kind.ToString());
    }
}
