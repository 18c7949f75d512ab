namespace Microsoft.Azure.Functions.Worker;

/// <summary>Typed properties of one invocation, kept by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    void Set<T>(T instance);

    /// <returns>The feature, or the type's default where none is set.</returns>
    T? Get<T>();
}
