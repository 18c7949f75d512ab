using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Host.Tests.Http;

/// <summary>Which function answers which request.</summary>
public sealed class RoutingTests : IAsyncLifetime
{
    private TestApplication _application = null!;

    public async Task InitializeAsync() => _application = await TestApplication.StartAsync(typeof(Routes));

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/NoRoute", "NoRoute")]
    [InlineData("GET", "/API/noroute", "NoRoute")]
    [InlineData("DELETE", "/api/noroute", "NoRoute")]
    [InlineData("GET", "/api/things/5", "ByNumber")]
    [InlineData("GET", "/api/things/five", "ByName")]
    [InlineData("POST", "/api/things/five", "Create")]
    [InlineData("GET", "/api/things/five/parts", "Parts")]
    [InlineData("GET", "/api/things/five/parts/wheel", "Parts wheel")]
    [InlineData("GET", "/api/files/a/b/c.txt", "Files a/b/c.txt")]
    public async Task Request_ReachesTheFunctionOfItsRouteAndMethod(string method, string address, string function)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await _application.Client.SendAsync(request);

        Assert.Equal(function, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/api/unknown")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/noroute")]
    [InlineData("PUT", "/api/things/five")]
    [InlineData("HEAD", "/api/things/five")]
    [InlineData("GET", "/api/files")]
    public async Task AddressOrMethodOfNoFunction_Is404(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await _application.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("v1/api", "/v1/api/noroute")]
    [InlineData("", "/noroute")]
    public async Task RoutePrefixOfHostJson_StandsBeforeEveryRoute(string prefix, string address)
    {
        await using var application = await TestApplication.StartAsync(
            [typeof(Routes)], _ => { }, $"--AzureFunctionsJobHost:extensions:http:routePrefix={prefix}");

        Assert.Equal("NoRoute", await application.Client.GetStringAsync(address));
    }

    [Fact]
    public async Task KeyLevels_AskForNothingHere()
    {
        using var response = await _application.Client.PostAsJsonAsync("/api/things/x", new { });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public static class Routes
    {
        [Function("NoRoute")]
        public static IResult NoRoute([HttpTrigger] HttpRequest request) => Say("NoRoute");

        [Function("ByNumber")]
        public static IResult ByNumber([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:int}")] HttpRequest request) => Say("ByNumber");

        [Function("ByName")]
        public static IResult ByName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{name}")] HttpRequest request) => Say("ByName");

        [Function("Create")]
        public static IResult Create([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "things/{name}")] HttpRequest request) => Say("Create");

        [Function("Parts")]
        public static IResult Parts([HttpTrigger("get", Route = "things/{name}/parts/{part?}")] HttpRequest request, string? part) => Say($"Parts {part}".TrimEnd());

        [Function("Files")]
        public static IResult Files([HttpTrigger("get", Route = "files/{**path:minlength(1)}")] HttpRequest request, string path) => Say($"Files {path}");

        private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Say(string name) => TypedResults.Text(name);
    }
}
