using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Collaborations.Http;

public sealed record CrossSite() : Forbidden("cross-site");

/// <summary>The place in a list, of the page before: this one is of none.</summary>
public sealed record CursorUnknown() : InvalidInput("cursor-unknown", "cursor");

/// <summary>Around every HTTP function: headers on every answer, no writes from other sites, and a word instead of an exception.</summary>
public sealed partial class ApiMiddleware(ILogger<ApiMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        ResponseHeaders.Add(http.Response.Headers);
        if (!SameOrigin.Allows(http.Request))
        {
            context.GetInvocationResult().Value = Problems.From(new CrossSite());
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Log.ClientLeft(logger, context.FunctionDefinition.Name);
            context.GetInvocationResult().Value = Problems.From(new Unavailable());
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            context.GetInvocationResult().Value = Answer(http.Request, context.FunctionDefinition.Name, failure);
        }
    }

    private IResult Answer(HttpRequest request, string function, Exception failure)
    {
        // The store knows its own cursors, and nobody else can tell one that was made up.
        if (failure is RequestFailedException { Status: StatusCodes.Status400BadRequest } && request.Query.ContainsKey("cursor"))
        {
            return Problems.From(new CursorUnknown());
        }

        if (IsOutage(failure))
        {
            Log.StoreDoesNotAnswer(logger, function, failure);
            return Problems.From(new Unavailable());
        }

        Log.Unexpected(logger, function, failure);
        return Problems.Unexpected();
    }

    // Status 0: no answer came at all. The client library wraps the tries it made into an AggregateException.
    private static bool IsOutage(Exception failure) => failure switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        AggregateException several => several.InnerExceptions.All(IsOutage),
        _ => false,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 110, Level = LogLevel.Error, Message = "{Function} failed")]
        public static partial void Unexpected(ILogger logger, string function, Exception failure);

        [LoggerMessage(EventId = 111, Level = LogLevel.Warning, Message = "{Function}: a service it needs does not answer")]
        public static partial void StoreDoesNotAnswer(ILogger logger, string function, Exception failure);

        [LoggerMessage(EventId = 112, Level = LogLevel.Information, Message = "{Function}: the client left")]
        public static partial void ClientLeft(ILogger logger, string function);
    }
}
