using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Collaborations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Benchmarks;

/// <summary>The product's own services on an Azurite in memory, and a count of what they ask of its tables.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly AzuriteServer _azurite;
    private readonly ServiceProvider _services;
    private readonly Counter _tables;

    private Product(AzuriteServer azurite, ServiceProvider services, Counter tables) => (_azurite, _services, _tables) = (azurite, services, tables);

    /// <summary>Requests to tables so far.</summary>
    public int Requests => _tables.Count;

    public static async Task<Product> StartAsync()
    {
        var azurite = await AzuriteServer.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Security:Key"] = Convert.ToBase64String(new byte[32]),
            ["Communication:ConnectionString"] = "endpoint=https://localhost/;accesskey=AAAA",
            ["Communication:PublicAddress"] = "https://localhost/",
            ["Communication:HookKey"] = "a-key-that-no-hook-of-a-benchmark-ever-needs",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var tables = new Counter();
        var options = new TableClientOptions();
        options.AddPolicy(tables, HttpPipelinePosition.PerRetry);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddCollaborations(configuration)
            .AddSingleton(new TableServiceClient(azurite.ConnectionString, options));
        return new Product(azurite, services.BuildServiceProvider(), tables);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
