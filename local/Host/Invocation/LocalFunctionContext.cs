using System.Diagnostics;
using Local.Host.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;

namespace Local.Host.Invocation;

/// <summary>One invocation on this host.</summary>
internal sealed class LocalFunctionContext : FunctionContext
{
    private readonly InvocationBindings _bindings;

    public LocalFunctionContext(
        LocalFunction function,
        InvocationBindings bindings,
        IServiceProvider services,
        CancellationToken cancellationToken,
        TraceContext? trace = null)
    {
        Function = function;
        _bindings = bindings;
        InstanceServices = services;
        CancellationToken = cancellationToken;
        TraceContext = trace ?? new CurrentTrace(null, null);
        BindingContext = new TriggerData(bindings);
        Features.Set<IFunctionBindingsFeature>(bindings);
    }

    public LocalFunction Function { get; }

    public IFunctionBindingsFeature Bindings => _bindings;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Definition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; } = new FirstTry();

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class TriggerData(InvocationBindings bindings) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => bindings.TriggerMetadata;
    }

    /// <summary>The trace of the running activity; where nobody listens and so none runs, the one that the caller named.</summary>
    internal sealed class CurrentTrace(string? traceParent, string? traceState) : TraceContext
    {
        private readonly Activity? _activity = Activity.Current;

        public override string TraceParent => _activity?.Id ?? traceParent ?? string.Empty;

        public override string TraceState => _activity?.TraceStateString ?? traceState ?? string.Empty;

        public override IReadOnlyDictionary<string, string> Baggage => _activity is null
            ? base.Baggage
            : _activity.Baggage.DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Value ?? string.Empty);
    }

    // None of the triggers here retries by itself: retries of activities are the orchestrator's, each a new invocation.
    private sealed class FirstTry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
