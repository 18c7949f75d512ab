using System.Collections;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The types of the input converters, in the order in which they are asked.</summary>
public sealed class InputConverterCollection : IEnumerable<Type>
{
    private readonly List<Type> _types = [];

    public void Register<T>()
        where T : IInputConverter => _types.Add(typeof(T));

    public void RegisterAt<T>(int index)
        where T : IInputConverter => _types.Insert(index, typeof(T));

    public void Clear() => _types.Clear();

    public IEnumerator<Type> GetEnumerator() => _types.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
