using System.Net;
using Host.Tests.Orchestration;
using Host.Tests.Samples;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests;

/// <summary>The Program.cs of an application under the factory that ASP.NET Core's tests use.</summary>
[Collection(nameof(AzuriteCollection))]
public sealed class WebApplicationFactoryTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("factory-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task InMemory_AnswersWithTheServicesOfTheTest()
    {
        var notebook = new Notebook();
        await using var factory = Factory(notebook);
        using var client = factory.CreateClient();
        using var answer = await client.GetAsync("/api/minimal");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("before Minimal", notebook.Lines);
    }

    [Fact]
    public async Task OnKestrel_AnswersOverTheNetwork()
    {
        await using var factory = Factory(new Notebook());
        factory.UseKestrel(0);
        factory.StartServer();
        using var client = factory.CreateClient();

        Assert.Equal("later", await client.GetStringAsync("/api/taskOfResult"));
        Assert.True(client.BaseAddress!.IsLoopback);
    }

    private WebApplicationFactory<Program> Factory(Notebook notebook) => new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseContentRoot(AppContext.BaseDirectory)
        .UseSetting("AzureWebJobsStorage", azurite.Server.ConnectionString)
        .UseSetting("AzureFunctionsJobHost:extensions:durableTask:hubName", "Hub" + Guid.NewGuid().ToString("N"))
        .UseSetting("data", _data.FullName)
        .ConfigureServices(services => services.AddSingleton(notebook)));
}
