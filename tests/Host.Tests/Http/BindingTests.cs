using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Host.Tests.Samples;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Host.Tests.Http;

/// <summary>What each parameter of a function with an HTTP trigger gets.</summary>
public sealed class BindingTests : IAsyncLifetime
{
    private TestApplication _application = null!;

    public async Task InitializeAsync() => _application = await TestApplication.StartAsync(typeof(BindingFunctions));

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("/api/text/Anna%20M%C3%BCller", "Anna Müller")]
    [InlineData("/api/number/42", "42")]
    [InlineData("/api/long/9007199254740993", "9007199254740993")]
    [InlineData("/api/guid/6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("/api/flag/true", "yes")]
    [InlineData("/api/colour/1", "Green")]
    [InlineData("/api/when/2026-03-02T09:00:00Z", "2026-03-02T09:00:00.0000000+00:00")]
    [InlineData("/api/maybe/5", "5")]
    [InlineData("/api/maybe", "nothing")]
    public async Task RouteValue_ReachesParameterOfItsName(string address, string expected) =>
        Assert.Equal(expected, await _application.Client.GetStringAsync(address));

    [Theory]
    [InlineData("/api/number/many")]
    [InlineData("/api/flag/perhaps")]
    [InlineData("/api/guid/none")]
    [InlineData("/api/colour/Green")]
    [InlineData("/api/needed")]
    public async Task RouteValueOfAnotherType_EndsIn500AsInTheWorker(string address)
    {
        using var response = await _application.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task RouteValueOfAnotherType_CanBeAnsweredByMiddleware()
    {
        await using var application = await TestApplication.StartAsync([typeof(BindingFunctions)], builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (FunctionInputConverterException)
            {
                context.GetHttpContext()!.Response.StatusCode = 404;
            }
        }));

        using var response = await application.Client.GetAsync("/api/number/many");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/preset", "7")]
    [InlineData("/api/preset?page=3", "3")]
    [InlineData("/api/search/x?filter=a&FILTER=b", "x|a,b|none")]
    [InlineData("/api/search/x?term=y", "x|none|none")]
    [InlineData("/api/search/x?code=key", "x|none|none")]
    [InlineData("/api/shout?words=loud", "LOUD")]
    [InlineData("/api/shout", "silence")]
    public async Task QueryValue_ReachesParameterOfItsName(string address, string expected) =>
        Assert.Equal(expected, await _application.Client.GetStringAsync(address));

    [Fact]
    public async Task Request_IsTheRequest()
    {
        using var response = await _application.Client.PostAsync("/api/request", null);

        Assert.Equal("POST /api/request", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task JsonBody_ReachesParameterWhateverTheCaseOfItsNames()
    {
        using var response = await _application.Client.PostAsJsonAsync("/api/body", new { ITEM = "tea", count = 2 });

        Assert.Equal("2 x tea", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("{\"item\":\"tea\",\"count\":\"two\"}")]
    [InlineData("")]
    public async Task MalformedBody_EndsIn500AsInTheWorker(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _application.Client.PostAsync("/api/body", content);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Context_DescribesTheInvocation()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/context/17");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var response = await _application.Client.SendAsync(request);
        var seen = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("Context", seen.GetProperty("name").GetString());
        Assert.Equal("Host.Tests.Samples.BindingFunctions.Context", seen.GetProperty("entryPoint").GetString());
        Assert.Equal("17", seen.GetProperty("id").GetString());
        Assert.Equal("httpTrigger", seen.GetProperty("trigger").GetString());
        Assert.Equal("http", seen.GetProperty("output").GetString());
        Assert.True(seen.GetProperty("sameRequest").GetBoolean());
        Assert.Contains("0af7651916cd43dd8448eb211c80319c", seen.GetProperty("traceParent").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, seen.GetProperty("retryCount").GetInt32());
    }

    [Fact]
    public async Task ScopedService_IsOnePerInvocation()
    {
        var first = await _application.Client.GetStringAsync("/api/scope");
        var second = await _application.Client.GetStringAsync("/api/scope");

        Assert.StartsWith("True", first, StringComparison.Ordinal);
        Assert.EndsWith("False", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }
}
