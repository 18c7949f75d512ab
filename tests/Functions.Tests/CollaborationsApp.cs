using Collaborations.Health;
using Collaborations.Tests.Contract;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Collaborations.Tests;

/// <summary>
/// The whole product in memory, started by its own Program.cs, on an Azurite of the test's and a clock that stands still.
/// Every answer that its clients get is held against the contract.
/// </summary>
public sealed class CollaborationsApp : WebApplicationFactory<HealthFunctions>, IAsyncLifetime
{
    private AzuriteServer? _azurite;

    public ManualTimeProvider Clock { get; } = new();

    private AzuriteServer Azurite => _azurite ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async Task InitializeAsync() => _azurite = await AzuriteServer.StartAsync();

    /// <summary>A browser that does not follow redirects by itself.</summary>
    public HttpClient CreateBrowser() => CreateDefaultClient(new Uri("https://localhost"), new ContractHandler());

    /// <summary>Takes the store away for good, as an outage would.</summary>
    public async Task StopStorageAsync() => await Azurite.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Azurite.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = Azurite.ConnectionString,
            ["Storage:ConnectionString"] = Azurite.ConnectionString,
        }));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
