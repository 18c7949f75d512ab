namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>What a converter answers.</summary>
public readonly struct ConversionResult
{
    private ConversionResult(ConversionStatus status, object? value, Exception? error)
    {
        Status = status;
        Value = value;
        Error = error;
    }

    public ConversionStatus Status { get; }

    public object? Value { get; }

    public Exception? Error { get; }

    public static ConversionResult Unhandled() => new(ConversionStatus.Unhandled, null, null);

    public static ConversionResult Success(object? value) => new(ConversionStatus.Succeeded, value, null);

    /// <exception cref="ArgumentNullException">The exception is null.</exception>
    public static ConversionResult Failed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(ConversionStatus.Failed, null, exception);
    }
}
