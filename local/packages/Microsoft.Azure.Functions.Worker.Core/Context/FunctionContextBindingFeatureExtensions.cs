using Microsoft.Azure.Functions.Worker.Context.Features;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What middleware may see of the function's result.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <exception cref="InvalidOperationException">The result is not a <typeparamref name="T"/>.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context)
    {
        var bindings = Bindings(context);
        return bindings.InvocationResult is T value
            ? new BoundResult<T>(bindings, value)
            : throw new InvalidOperationException(
                $"The function's result is {bindings.InvocationResult?.GetType().ToString() ?? "null"}, not {typeof(T)}.");
    }

    public static InvocationResult GetInvocationResult(this FunctionContext context) => new BoundResult(Bindings(context));

    private static IFunctionBindingsFeature Bindings(FunctionContext context) =>
        context.Features.Get<IFunctionBindingsFeature>() ?? throw new InvalidOperationException("The invocation carries no bindings.");

    private sealed class BoundResult(IFunctionBindingsFeature bindings) : InvocationResult
    {
        public override object? Value
        {
            get => bindings.InvocationResult;
            set => bindings.InvocationResult = value;
        }
    }

    private sealed class BoundResult<T>(IFunctionBindingsFeature bindings, T? value) : InvocationResult<T>
    {
        private T? _value = value;

        public override T? Value
        {
            get => _value;
            set
            {
                _value = value;
                bindings.InvocationResult = value;
            }
        }
    }
}
