using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker;

namespace Local.Host.Invocation;

/// <summary>The features of one invocation. Not for use by several threads at once, like the invocation itself.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named after the interface it is.")]
internal sealed class InvocationFeatures : IInvocationFeatures
{
    private readonly Dictionary<Type, object> _features = [];

    public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    public void Set<T>(T instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        _features[typeof(T)] = instance;
    }

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
