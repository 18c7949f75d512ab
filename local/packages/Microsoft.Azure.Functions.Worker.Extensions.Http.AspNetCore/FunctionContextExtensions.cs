using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The way from an invocation to its request.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The key under which the integration keeps the request among the invocation's items, as the real one does.</summary>
    internal const string HttpContextKey = "HttpRequestContext";

    /// <returns>Null where the function was not triggered by HTTP.</returns>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var item) ? item as HttpContext : null;
}
