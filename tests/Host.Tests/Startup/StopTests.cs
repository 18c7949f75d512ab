using System.Net.Sockets;
using Host.Tests.Samples;
using Local.Host.Functions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Host.Tests.Startup;

/// <summary>The stop of a host that listens, while requests are under way.</summary>
public sealed class StopTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("stop-");
    private IHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--static-web=", $"--data={_data.FullName}"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSamples();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(_ => FunctionCatalog.Of(FunctionCatalog.Marked(typeof(ResultFunctions))));
        _host = builder.Build();
        await _host.StartAsync();
        var address = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public Task DisposeAsync()
    {
        _client.Dispose();
        _host.Dispose();
        _data.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task RequestUnderWay_IsFinished()
    {
        var gate = _host.Services.GetRequiredService<Gate>();
        var held = _client.GetStringAsync("/api/held");
        await gate.Reached;
        var stop = _host.StopAsync();
        gate.Open();

        Assert.Equal("finished", await held);
        await stop;
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync("/api/minimal"));
        Assert.IsType<SocketException>(refused.InnerException);
    }

    [Fact]
    public async Task RequestThatDoesNotEnd_IsCancelledWhenItsTimeIsUp()
    {
        var notebook = _host.Services.GetRequiredService<Notebook>();
        var waiting = _client.GetAsync("/api/waitsForCancellation");
        await notebook.HasAsync("waiting");
        var stop = _host.StopAsync();

        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.DoesNotContain("cancelled", notebook.Lines);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await notebook.HasAsync("cancelled");
        using var answer = await waiting;
        Assert.Equal(500, (int)answer.StatusCode);
        await stop;
    }
}
