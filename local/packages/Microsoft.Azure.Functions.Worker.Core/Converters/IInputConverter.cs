namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Turns what a trigger supplies into the type of a parameter. One instance serves all invocations.</summary>
public interface IInputConverter
{
    ValueTask<ConversionResult> ConvertAsync(ConverterContext context);
}
