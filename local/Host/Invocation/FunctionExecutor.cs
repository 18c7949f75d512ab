using System.Collections.Concurrent;
using System.Reflection;
using Local.Host.Conversion;
using Local.Host.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Host.Invocation;

/// <summary>The innermost part of the pipeline: binds the parameters, makes the instance, runs the method, keeps its result.</summary>
internal sealed class FunctionExecutor(InputBinder binder)
{
    private readonly ConcurrentDictionary<LocalFunction, Target> _targets = new();

    public async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (LocalFunctionContext)context;
        var function = invocation.Function;
        var target = _targets.GetOrAdd(function, static function => new Target(function.Method));

        // Bound before the instance is made, as the worker does: a request that does not fit costs no services.
        var arguments = await binder.BindAsync(invocation);
        var instance = target.Create?.Invoke(context.InstanceServices, []);
        var result = await target.Read(target.Invoke(instance, arguments));
        if (function.OutputProperties.Count == 0)
        {
            invocation.Bindings.InvocationResult = result;
            return;
        }

        foreach (var property in function.OutputProperties)
        {
            invocation.Bindings.OutputBindingData[property.Name] = result is null ? null : property.GetValue(result);
        }
    }

    private sealed class Target(MethodInfo method)
    {
        private readonly MethodInvoker _invoker = MethodInvoker.Create(method);

        /// <summary>Null for a static method.</summary>
        public ObjectFactory? Create { get; } = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);

        public Func<object?, Task<object?>> Read { get; } = FunctionResult.ReaderFor(method);

        // What a function throws before its first await comes out as itself: MethodInvoker does not wrap it.
        public object? Invoke(object? instance, object?[] arguments) => _invoker.Invoke(instance, arguments.AsSpan());
    }
}
