using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Pipeline;
using Microsoft.Extensions.Logging;

namespace Local.Host.Invocation;

/// <summary>Runs invocations through the application's middleware, whatever triggered them.</summary>
internal sealed class FunctionPipeline(WorkerPipeline middleware, FunctionExecutor executor, ILogger<FunctionPipeline> logger)
{
    private readonly FunctionExecutionDelegate _run = middleware.Build(executor.ExecuteAsync);

    /// <summary>What the function or its middleware throws comes out as it is; logging it is the caller's part.</summary>
    public async Task RunAsync(FunctionContext context)
    {
        using var scope = logger.BeginScope(new KeyValuePair<string, object>[]
        {
            new("FunctionName", context.FunctionDefinition.Name),
            new("InvocationId", context.InvocationId),
        });
        await _run(context);
    }
}
