using System.Collections.Frozen;
using System.Reflection;
using Local.Durable;
using Local.Host.Functions;
using Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Local.Host.Orchestration;

/// <summary>
/// Runs orchestrators and activities for the engine, through the application's middleware, and hands the engine's client to functions.
/// </summary>
internal sealed partial class DurableFunctions(
    FunctionCatalog catalog,
    FunctionPipeline pipeline,
    IServiceProvider services,
    IServiceScopeFactory scopes,
    ILogger<DurableFunctions> logger)
{
    /// <summary>The name under which an activity may ask for the id of the orchestration that called it.</summary>
    private const string InstanceIdName = "instanceId";

    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext)
        .GetMethod(nameof(TaskOrchestrationContext.GetInput), BindingFlags.Public | BindingFlags.Instance, [])!;

    private DurableTaskClient? _client;

    /// <summary>Whether any function is an orchestrator or an activity, or takes a client: without one no engine is needed.</summary>
    public bool Any => catalog.Functions.Any(function =>
        function.Trigger is OrchestrationFunctionTrigger or ActivityFunctionTrigger || ClientParameters(function).Any());

    /// <summary>The functions as the engine knows them.</summary>
    public DurableRegistry Register()
    {
        var registry = new DurableRegistry();
        foreach (var function in catalog.Of<OrchestrationFunctionTrigger>())
        {
            var input = InputOf(function);
            var name = ((OrchestrationFunctionTrigger)function.Trigger).Orchestration;
            registry.AddOrchestration(name, context => RunAsync(function, input, context));
        }

        foreach (var function in catalog.Of<ActivityFunctionTrigger>())
        {
            registry.AddActivity(((ActivityFunctionTrigger)function.Trigger).Activity, call => RunAsync(function, call));
        }

        return registry;
    }

    /// <summary>From here on <see cref="ClientsFor"/> has a client to hand out.</summary>
    public void Use(DurableTaskClient client) => _client = client;

    /// <summary>The clients that a function's parameters ask for, by name.</summary>
    public IReadOnlyDictionary<string, object?> ClientsFor(LocalFunction function)
    {
        Dictionary<string, object?>? clients = null;
        foreach (var parameter in ClientParameters(function))
        {
            (clients ??= new(StringComparer.OrdinalIgnoreCase))[parameter.Name!] =
                _client ?? throw new InvalidOperationException("The orchestration engine has not started, so there is no client yet.");
        }

        return clients ?? (IReadOnlyDictionary<string, object?>)FrozenDictionary<string, object?>.Empty;
    }

    private static IEnumerable<ParameterInfo> ClientParameters(LocalFunction function) =>
        function.Parameters.Where(parameter => parameter.IsDefined(typeof(DurableClientAttribute)));

    private static ParameterInfo? InputOf(LocalFunction function) => (
        from parameter in function.Parameters
        where parameter != function.TriggerParameter
        where parameter.ParameterType != typeof(FunctionContext) && parameter.ParameterType != typeof(CancellationToken)
        select parameter).FirstOrDefault();

    // An orchestrator's task is dropped, not ended, when its step is over and it waits: a scope made for it would never be
    // disposed. So it gets the application's own services, and none that are made per invocation.
    private async Task<object?> RunAsync(LocalFunction function, ParameterInfo? input, TaskOrchestrationContext context)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { [function.TriggerParameter.Name!] = context };
        if (input is not null)
        {
            var read = GetInput.MakeGenericMethod(input.ParameterType);
            values[input.Name!] = read.Invoke(context, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        var bindings = new InvocationBindings { InputData = values };
        await pipeline.RunAsync(new LocalFunctionContext(function, bindings, services, CancellationToken.None));
        return bindings.InvocationResult;
    }

    private async Task<object?> RunAsync(LocalFunction function, ActivityCall call)
    {
        var values = new Dictionary<string, object?>(ClientsFor(function), StringComparer.OrdinalIgnoreCase);
        if (function.TriggerParameter.ParameterType != typeof(FunctionContext))
        {
            values[function.TriggerParameter.Name!] = call.GetInput(function.TriggerParameter.ParameterType);
        }

        var bindings = new InvocationBindings
        {
            InputData = values,
            TriggerMetadata = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { [InstanceIdName] = call.InstanceId },
        };
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(function, bindings, scope.ServiceProvider, call.CancellationToken);
        try
        {
            await pipeline.RunAsync(context);
        }
        catch (Exception failure) when (!call.CancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, failure, function.Name, context.InvocationId, call.InstanceId);
            throw;
        }

        return bindings.InvocationResult;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Activity {Function} ({InvocationId}) of orchestration {InstanceId} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string function, string invocationId, string instanceId);
    }
}
