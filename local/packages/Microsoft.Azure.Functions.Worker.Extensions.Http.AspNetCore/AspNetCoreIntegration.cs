using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>
/// The outermost middleware of the worker: puts the request into the invocation on the way in, and executes the result of the
/// function on the response on the way out.
/// </summary>
internal static partial class AspNetCoreIntegration
{
    public static void AddTo(FunctionsApplicationBuilder builder)
    {
        if (builder.Host.HasAspNetCoreIntegration)
        {
            return;
        }

        builder.Host.HasAspNetCoreIntegration = true;
        builder.Services.AddMvcCore();
        builder.Services.Configure<WorkerOptions>(options => options.InputConverters.RegisterAt<HttpContextConverter>(0));
        builder.Use(next => context => InvokeAsync(context, next));
    }

    private static async Task InvokeAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        // The host sets the request as a feature; functions of other triggers have none.
        if (context.Features.Get<HttpContext>() is not { } http)
        {
            await next(context);
            return;
        }

        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        context.Features.Set<IFromBodyConversionFeature>(FromBodyConversionFeature.Instance);
        await next(context);

        if (!await ExecuteAsync(context.GetInvocationResult().Value, http) && !await ExecuteAsync(HttpOutput(context), http))
        {
            Log.NoResult(context.GetLogger(typeof(AspNetCoreIntegration).FullName!), context.FunctionDefinition.Name, context.InvocationId);
        }
    }

    private static object? HttpOutput(FunctionContext context)
    {
        var property = context.FunctionDefinition.OutputBindings.FirstOrDefault(binding => binding.Value.Type == "http").Key;
        var outputs = context.Features.Get<IFunctionBindingsFeature>()?.OutputBindingData;
        return property is not null && outputs is not null && outputs.TryGetValue(property, out var value) ? value : null;
    }

    private static async Task<bool> ExecuteAsync(object? result, HttpContext http)
    {
        switch (result)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                return true;
            case IResult minimal:
                await minimal.ExecuteAsync(http);
                return true;
            default:
                return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Function {Function} ({InvocationId}) returned no HTTP result: what it wrote itself stands.")]
        public static partial void NoResult(ILogger logger, string function, string invocationId);
    }
}
