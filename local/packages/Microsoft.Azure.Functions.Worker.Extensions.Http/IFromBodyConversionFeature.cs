namespace Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;

/// <summary>Reads the body of the request into the type of a parameter.</summary>
public interface IFromBodyConversionFeature
{
    ValueTask<object?> ConvertAsync(FunctionContext context, Type targetType);
}
