using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Host.Tests.StaticWeb;

public static class SiteFunctions
{
    [Function("SiteEcho")]
    public static ContentHttpResult Echo([HttpTrigger(Route = "site/echo")] HttpRequest request) =>
        TypedResults.Text($"{request.Method} {request.Path}{request.QueryString}");
}
