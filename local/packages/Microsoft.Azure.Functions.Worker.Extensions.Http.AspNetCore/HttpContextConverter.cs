using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>Fills a parameter of type <see cref="HttpRequest"/>.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "The worker makes it, by its registration among the input converters.")]
internal sealed class HttpContextConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
        context.TargetType == typeof(HttpRequest) && context.FunctionContext.GetHttpContext() is { } http
            ? ConversionResult.Success(http.Request)
            : ConversionResult.Unhandled());
}
