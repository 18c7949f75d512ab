namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Names the converter of a parameter, or of every parameter of a type; it is asked before all others.</summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct,
    AllowMultiple = true)]
public class InputConverterAttribute : Attribute
{
    /// <exception cref="ArgumentNullException">The type is null.</exception>
    /// <exception cref="InvalidOperationException">The type is no <see cref="IInputConverter"/>.</exception>
    public InputConverterAttribute(Type converterType)
    {
        ArgumentNullException.ThrowIfNull(converterType);
        if (!typeof(IInputConverter).IsAssignableFrom(converterType))
        {
            throw new InvalidOperationException($"{converterType.Name} is no {nameof(IInputConverter)}, so it cannot convert an input.");
        }

        ConverterType = converterType;
    }

    public Type ConverterType { get; }
}
