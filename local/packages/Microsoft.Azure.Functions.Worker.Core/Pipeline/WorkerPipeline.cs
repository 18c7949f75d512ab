using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Pipeline;

/// <summary>Collects the middleware of a worker and joins it, the first added outermost, around whatever runs the function.</summary>
internal sealed class WorkerPipeline(IServiceCollection services) : IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    public IServiceCollection Services { get; } = services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    public FunctionExecutionDelegate Build(FunctionExecutionDelegate execute)
    {
        for (var index = _middleware.Count - 1; index >= 0; index--)
        {
            execute = _middleware[index](execute);
        }

        return execute;
    }
}
