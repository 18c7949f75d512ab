using Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Lets functions with an HTTP trigger take and return the types of ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>To be called before middleware that wants the request: it sees what this call has put into the context.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        AspNetCoreIntegration.AddTo(builder);
        return builder;
    }
}
