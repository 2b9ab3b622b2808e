namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>By which part of the platform requests reach a function; each guards its endpoints in a way of its own.</summary>
internal enum EndpointKind
{
    /// <summary>An action of an MVC or API controller, of ASP.NET Core or the ASP.NET before it.</summary>
    Action,

    /// <summary>A handler of a Razor page: <c>OnPostAsync</c>.</summary>
    PageHandler,

    /// <summary>Mapped to a route: <c>app.MapPost("/webhook", …)</c>.</summary>
    Route,

    /// <summary>Run by the host of Azure Functions.</summary>
    AzureFunction,

    /// <summary>An <c>IHttpHandler</c> of .NET Framework.</summary>
    HttpHandler,

    /// <summary>A piece of the request pipeline, which may hand the request on.</summary>
    Middleware,

    /// <summary>An endpoint class of the FastEndpoints library.</summary>
    FastEndpoint,
}
