using Host.Tests.Samples;
using Local.Host.Functions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Host.Tests;

/// <summary>The whole host in memory, over the functions of the given classes and over no network.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly DirectoryInfo _data;

    private TestApplication(IHost host, DirectoryInfo data)
    {
        _host = host;
        _data = data;
        Server = (TestServer)host.Services.GetRequiredService<IServer>();
        Client = Server.CreateClient();
    }

    public TestServer Server { get; }

    /// <summary>Follows no redirects.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static Task<TestApplication> StartAsync(params Type[] functions) => StartAsync(functions, _ => { });

    /// <summary>Starts it with arguments of the command line; without a --static-web among them no front end is served.</summary>
    public static async Task<TestApplication> StartAsync(Type[] functions, Action<FunctionsApplicationBuilder> configure, params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("host-");
        var builder = FunctionsApplication.CreateBuilder(["--static-web=", $"--data={data.FullName}", .. arguments]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSamples();
        builder.Services.AddSingleton<IServer, TestServer>();
        builder.Services.AddSingleton(_ => FunctionCatalog.Of(functions.SelectMany(FunctionCatalog.Marked)));
        configure(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new TestApplication(host, data);
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        _data.Delete(recursive: true);
    }
}
