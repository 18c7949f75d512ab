namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>One value to convert: where it comes from, what it is to become.</summary>
public abstract class ConverterContext
{
    public abstract Type TargetType { get; }

    /// <summary>What the trigger supplies under the parameter's name; null where it supplies nothing.</summary>
    public abstract object? Source { get; }

    public abstract FunctionContext FunctionContext { get; }

    public abstract IReadOnlyDictionary<string, object> Properties { get; }
}
