using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Host.Tests.Samples;

/// <summary>Puts a stamp on every invocation, whatever triggered it.</summary>
public sealed class StampMiddleware(Notebook notebook) : IFunctionsWorkerMiddleware
{
    public const string Item = "stamp";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        context.Items[Item] = $"stamped {context.FunctionDefinition.Name}";
        notebook.Note($"before {context.FunctionDefinition.Name}");
        await next(context);
        notebook.Note($"after {context.FunctionDefinition.Name}");
    }
}

/// <summary>Answers 403 itself where the request carries no pass; the function is not run.</summary>
public sealed class PassMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && !http.Request.Headers.ContainsKey("x-pass"))
        {
            context.GetInvocationResult().Value = Microsoft.AspNetCore.Http.TypedResults.StatusCode(403);
            return;
        }

        await next(context);
    }
}
