using Local.Host.Functions;
using Local.Host.Invocation;
using Local.Host.Orchestration;
using Local.Host.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace Local.Host.Http;

/// <summary>Maps every function with an HTTP trigger to its address, and runs it for a request.</summary>
internal sealed partial class HttpFunctions(
    FunctionCatalog catalog,
    FunctionPipeline pipeline,
    DurableFunctions durable,
    HostJson hostJson,
    Drain drain,
    ILogger<HttpFunctions> logger)
{
    /// <summary>The parameter of the query string that carries a key of the Functions host, and is never bound.</summary>
    private const string KeyParameter = "code";

    /// <summary>Nginx's number for a client that left before its answer; it is only ever seen in a log.</summary>
    private const int ClientClosedRequest = 499;

    private readonly IReadOnlyDictionary<string, string> _headers = hostJson.CustomHeaders;

    /// <exception cref="StartupException">A route does not fit behind the prefix.</exception>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var function in catalog.Of<HttpFunctionTrigger>())
        {
            var trigger = (HttpFunctionTrigger)function.Trigger;
            var mapped = endpoints.Map(Pattern(function, trigger), http => InvokeAsync(function, http)).WithDisplayName(function.Name);
            if (trigger.Methods.Count > 0)
            {
                mapped.WithMetadata(new HttpMethodMetadata(trigger.Methods));
            }
        }

        // To the Functions host a method that no function takes (HEAD too, where only GET is named) is an address that is not
        // there: 404, never 405 (Azure/azure-functions-host, issue 10098). An endpoint for everything below the prefix takes such
        // requests before routing answers them by itself. Without a prefix it would take the front end's as well.
        if (hostJson.RoutePrefix.Length > 0)
        {
            endpoints.Map(Prefixed("{**path}"), NotFound).WithDisplayName("No such function").WithOrder(int.MaxValue);
        }
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private RoutePattern Pattern(LocalFunction function, HttpFunctionTrigger trigger)
    {
        try
        {
            return RoutePatternFactory.Parse(Prefixed(trigger.Route));
        }
        catch (RoutePatternException wrong)
        {
            throw new StartupException(
                $"The route '{Prefixed(trigger.Route)}' of {function.Definition.EntryPoint} is malformed: {wrong.Message}", wrong);
        }
    }

    private string Prefixed(string route) => hostJson.RoutePrefix.Length == 0 ? route : $"{hostJson.RoutePrefix}/{route}";

    private async Task InvokeAsync(LocalFunction function, HttpContext http)
    {
        var span = RequestSpan.Begin(function.Name, Prefixed(((HttpFunctionTrigger)function.Trigger).Route), http);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, drain.Deadline);
        var bindings = new InvocationBindings { TriggerMetadata = TriggerData(http), InputData = durable.ClientsFor(function) };
        var trace = new LocalFunctionContext.CurrentTrace(http.Request.Headers.TraceParent, http.Request.Headers.TraceState);
        var context = new LocalFunctionContext(function, bindings, http.RequestServices, stop.Token, trace);
        context.Features.Set(http);
        foreach (var (name, value) in _headers)
        {
            http.Response.Headers[name] = value;
        }

        try
        {
            await pipeline.RunAsync(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Log.ClientLeft(logger, function.Name, context.InvocationId);
            Fail(http, ClientClosedRequest);
        }
        catch (BadHttpRequestException wrong)
        {
            Log.BadRequest(logger, function.Name, context.InvocationId, wrong.StatusCode, wrong.Message);
            Fail(http, wrong.StatusCode);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, function.Name, context.InvocationId);
            Fail(http, StatusCodes.Status500InternalServerError);
        }
        finally
        {
            RequestSpan.End(span, http);
        }
    }

    /// <summary>An answer without a word of what went wrong; a connection cut short where the answer is on its way already.</summary>
    private static void Fail(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    private static Dictionary<string, object?> TriggerData(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in http.Request.Query)
        {
            if (!string.Equals(name, KeyParameter, StringComparison.OrdinalIgnoreCase))
            {
                data[name] = values.ToString();
            }
        }

        // A route value stands above one of its name in the query string. An optional segment that is not there supplies nothing.
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (value is not null)
            {
                data[name] = value.ToString();
            }
        }

        return data;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Function {Function} ({InvocationId}) failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string function, string invocationId);

        [LoggerMessage(2, LogLevel.Information, "Function {Function} ({InvocationId}) got a request that cannot be read: {Status}, {Reason}")]
        public static partial void BadRequest(ILogger logger, string function, string invocationId, int status, string reason);

        [LoggerMessage(3, LogLevel.Debug, "Function {Function} ({InvocationId}) ended because its client left.")]
        public static partial void ClientLeft(ILogger logger, string function, string invocationId);
    }
}
