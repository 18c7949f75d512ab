using System.Collections.Frozen;
using Microsoft.Azure.Functions.Worker.Context.Features;

namespace Local.Host.Invocation;

/// <summary>What a trigger supplies to one invocation, and what the function gives back.</summary>
internal sealed class InvocationBindings : IFunctionBindingsFeature
{
    public IReadOnlyDictionary<string, object?> TriggerMetadata { get; init; } = FrozenDictionary<string, object?>.Empty;

    public IReadOnlyDictionary<string, object?> InputData { get; init; } = FrozenDictionary<string, object?>.Empty;

    public IDictionary<string, object?> OutputBindingData { get; } = new Dictionary<string, object?>();

    public object? InvocationResult { get; set; }
}
