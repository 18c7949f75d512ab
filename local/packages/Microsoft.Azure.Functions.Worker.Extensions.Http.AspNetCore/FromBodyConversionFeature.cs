using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>Reads the body by the model binding of MVC, and so by its input formatters and JSON options.</summary>
internal sealed class FromBodyConversionFeature : IFromBodyConversionFeature
{
    public static FromBodyConversionFeature Instance { get; } = new();

    /// <exception cref="InvalidOperationException">The body is empty or does not fit the type; the message holds the errors.</exception>
    public async ValueTask<object?> ConvertAsync(FunctionContext context, Type targetType)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("The invocation carries no request.");
        var metadata = http.RequestServices.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(targetType);
        var name = metadata.BinderModelName ?? string.Empty;
        var binder = http.RequestServices.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext
        {
            Metadata = metadata,
            BindingInfo = new BindingInfo
            {
                BindingSource = BindingSource.Body,
                BinderModelName = name,
                BinderType = metadata.BinderType,
                PropertyFilterProvider = metadata.PropertyFilterProvider,
            },
        });
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext { HttpContext = http },
            BindingSource = BindingSource.Body,
            ModelMetadata = metadata,
            ModelName = name,
            ModelState = new ModelStateDictionary(),
        };
        await binder.BindModelAsync(binding);
        if (binding.Result.IsModelSet)
        {
            return binding.Result.Model;
        }

        return binding.ModelState.IsValid ? null : throw new InvalidOperationException(Errors(binding.ModelState));
    }

    private static string Errors(ModelStateDictionary state) => string.Join(
        Environment.NewLine,
        state.Values.SelectMany(entry => entry.Errors)
            .Select(error => error.ErrorMessage is { Length: > 0 } text ? text : error.Exception?.Message));
}
