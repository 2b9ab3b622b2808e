using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReadinessAnalyzers.Tests;

/// <summary>The few public types of libraries that rules know by name and tests do not reference, as assemblies of the same names.</summary>
internal static class LibraryStandIns
{
    public static MetadataReference AzureFunctionsInProcess { get; } = Library("Microsoft.Azure.WebJobs", """
        namespace Microsoft.Azure.WebJobs
        {
            public sealed class FunctionNameAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class QueueTriggerAttribute(string queue) : System.Attribute { public string Queue => queue; }
            public sealed class HttpTriggerAttribute : System.Attribute
            {
                public HttpTriggerAttribute(params string[] methods) { }
                public HttpTriggerAttribute(Extensions.Http.AuthorizationLevel level, params string[] methods) { }
                public string? Route { get; set; }
            }
        }
        namespace Microsoft.Azure.WebJobs.Extensions.Http
        {
            public enum AuthorizationLevel { Anonymous, User, Function, System, Admin }
        }
        """);

    public static MetadataReference AzureFunctionsIsolated { get; } = Library("Microsoft.Azure.Functions.Worker", """
        namespace Microsoft.Azure.Functions.Worker
        {
            public enum AuthorizationLevel { Anonymous, User, Function, System, Admin }
            public sealed class FunctionAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class HttpTriggerAttribute : System.Attribute
            {
                public HttpTriggerAttribute(AuthorizationLevel level, params string[] methods) { }
            }
        }
        namespace Microsoft.Azure.Functions.Worker.Http
        {
            public abstract class HttpRequestData
            {
                public abstract System.IO.Stream Body { get; }
                public abstract System.Net.Http.Headers.HttpHeaders Headers { get; }
            }
        }
        """);

    public static MetadataReference SystemWeb { get; } = Library("System.Web", """
        namespace System.Web
        {
            public class HttpRequest { public System.IO.Stream InputStream => null!; public System.Collections.Specialized.NameValueCollection Headers => null!; }
            public class HttpResponse { public int StatusCode { get; set; } public void Write(string text) { } }
            public class HttpContext { public HttpRequest Request => null!; public HttpResponse Response => null!; }
            public interface IHttpHandler { bool IsReusable { get; } void ProcessRequest(HttpContext context); }
            public abstract class HttpTaskAsyncHandler : IHttpHandler
            {
                public virtual bool IsReusable => false;
                public virtual void ProcessRequest(HttpContext context) { }
                public abstract System.Threading.Tasks.Task ProcessRequestAsync(HttpContext context);
            }
        }
        namespace System.Web.Mvc
        {
            public class ActionResult { }
            public class NonActionAttribute : System.Attribute { }
            public class AuthorizeAttribute : System.Attribute { }
            public class AllowAnonymousAttribute : System.Attribute { }
            public class HttpPostAttribute : System.Attribute { }
            public class ValidateAntiForgeryTokenAttribute : System.Attribute { }
            public abstract class ControllerBase { }
            public abstract class Controller : ControllerBase { public System.Web.HttpRequest Request => null!; }
        }
        namespace System.Web.Http
        {
            public class NonActionAttribute : System.Attribute { }
            public class AuthorizeAttribute : System.Attribute { }
            public class AllowAnonymousAttribute : System.Attribute { }
            public abstract class ApiController { public System.Net.Http.HttpRequestMessage Request => null!; }
        }
        """);

    public static MetadataReference FastEndpoints { get; } = Library("FastEndpoints", """
        namespace FastEndpoints
        {
            public abstract class BaseEndpoint
            {
                public Microsoft.AspNetCore.Http.HttpContext HttpContext => null!;
                public virtual void Configure() { }
                protected void Post(string route) { }
                protected void AllowAnonymous() { }
                protected void ThrowError(string message) { }
                protected T Resolve<T>() => default!;
                protected Sender Send => default;
                protected System.Threading.Tasks.Task SendAsync(object response, int statusCode = 200, System.Threading.CancellationToken cancellation = default) => null!;
                protected System.Threading.Tasks.Task SendOkAsync(System.Threading.CancellationToken cancellation = default) => null!;
                protected System.Threading.Tasks.Task SendErrorsAsync(int statusCode = 400, System.Threading.CancellationToken cancellation = default) => null!;
                protected System.Threading.Tasks.Task SendUnauthorizedAsync(System.Threading.CancellationToken cancellation = default) => null!;
                public readonly struct Sender
                {
                    public System.Threading.Tasks.Task OkAsync(System.Threading.CancellationToken cancellation = default) => null!;
                    public System.Threading.Tasks.Task ErrorsAsync(int statusCode = 400, System.Threading.CancellationToken cancellation = default) => null!;
                }
            }
            public static class SenderExtensions
            {
                public static System.Threading.Tasks.Task TeapotAsync(this BaseEndpoint.Sender sender) => null!;
            }
            public abstract class EndpointWithoutRequest : BaseEndpoint
            {
                public virtual System.Threading.Tasks.Task HandleAsync(System.Threading.CancellationToken cancellation) => System.Threading.Tasks.Task.CompletedTask;
            }
        }
        """);

    public static MetadataReference EntityFramework { get; } = Library("Microsoft.EntityFrameworkCore", """
        namespace Microsoft.EntityFrameworkCore
        {
            using System.Collections.Generic; using System.Linq; using System.Linq.Expressions; using System.Threading; using System.Threading.Tasks;
            public class DbUpdateException : System.Exception { }
            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public virtual void Add(T entity) { }
                public virtual Task AddAsync(T entity, CancellationToken cancellation = default) => Task.CompletedTask;
                public virtual void AddRange(params T[] entities) { }
                public virtual void Update(T entity) { }
                public virtual T? Find(params object[] keys) => null;
                public virtual ValueTask<T?> FindAsync(params object[] keys) => default;
                public abstract System.Type ElementType { get; }
                public abstract Expression Expression { get; }
                public abstract IQueryProvider Provider { get; }
                public abstract IEnumerator<T> GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            public class DbContext
            {
                public virtual void Add(object entity) { }
                public virtual int SaveChanges() => 0;
                public virtual Task<int> SaveChangesAsync(CancellationToken cancellation = default) => Task.FromResult(0);
            }
            public static class EntityFrameworkQueryableExtensions
            {
                public static Task<bool> AnyAsync<T>(this IQueryable<T> source, Expression<System.Func<T, bool>> predicate, CancellationToken cancellation = default) => null!;
                public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, Expression<System.Func<T, bool>> predicate, CancellationToken cancellation = default) => null!;
                public static Task<T> SingleAsync<T>(this IQueryable<T> source, Expression<System.Func<T, bool>> predicate, CancellationToken cancellation = default) => null!;
            }
        }
        """);

    public static MetadataReference OpenTelemetry { get; } = Library("OpenTelemetry", """
        namespace OpenTelemetry
        {
            using System; using OpenTelemetry.Metrics; using OpenTelemetry.Trace;
            public interface IOpenTelemetryBuilder { }
            public static class OpenTelemetryBuilderSdkExtensions
            {
                public static IOpenTelemetryBuilder WithMetrics(this IOpenTelemetryBuilder builder, Action<MeterProviderBuilder> configure) => builder;
                public static IOpenTelemetryBuilder WithTracing(this IOpenTelemetryBuilder builder, Action<TracerProviderBuilder> configure) => builder;
                public static IOpenTelemetryBuilder UseOtlpExporter(this IOpenTelemetryBuilder builder) => builder;
            }
        }
        namespace OpenTelemetry.Logs
        {
            public class OpenTelemetryLoggerOptions { }
            public static class OtlpLogExporterExtensions
            {
                public static OpenTelemetryLoggerOptions AddOtlpExporter(this OpenTelemetryLoggerOptions options) => options;
            }
        }
        namespace OpenTelemetry.Metrics
        {
            public abstract class MetricReader { }
            public abstract class MeterProviderBuilder { public abstract MeterProviderBuilder AddMeter(params string[] names); }
            public static class MeterProviderBuilderExtensions
            {
                public static MeterProviderBuilder AddReader(this MeterProviderBuilder builder, MetricReader reader) => builder;
                public static MeterProviderBuilder AddOtlpExporter(this MeterProviderBuilder builder) => builder;
                public static MeterProviderBuilder AddConsoleExporter(this MeterProviderBuilder builder) => builder;
            }
        }
        namespace OpenTelemetry.Trace
        {
            public abstract class TracerProviderBuilder { public abstract TracerProviderBuilder AddSource(params string[] names); }
            public static class TracerProviderBuilderExtensions
            {
                public static TracerProviderBuilder AddOtlpExporter(this TracerProviderBuilder builder) => builder;
                public static TracerProviderBuilder SetErrorStatusOnException(this TracerProviderBuilder builder) => builder;
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class OpenTelemetryServicesExtensions
            {
                public static OpenTelemetry.IOpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => null!;
            }
        }
        """);

    private static MetadataReference Library(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            TestReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(ImmutableArray.Create(assembly.ToArray()));
    }
}
