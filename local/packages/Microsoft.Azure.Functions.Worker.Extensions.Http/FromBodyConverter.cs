using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;

/// <summary>Hands the reading of the body to whichever HTTP integration the invocation came through.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "The worker makes it, by the type that FromBodyAttribute names.")]
internal sealed class FromBodyConverter : IInputConverter
{
    public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        var body = context.FunctionContext.Features.Get<IFromBodyConversionFeature>()
            ?? throw new InvalidOperationException("A request body can only be bound in a function with an HTTP trigger.");
        return ConversionResult.Success(await body.ConvertAsync(context.FunctionContext, context.TargetType));
    }
}
