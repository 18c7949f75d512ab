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
    private readonly CountingHandler _tables;

    private Product(AzuriteServer azurite, ServiceProvider services, CountingHandler tables) => (_azurite, _services, _tables) = (azurite, services, tables);

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
        var tables = new CountingHandler();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddCollaborations(configuration)
            .AddSingleton(new TableServiceClient(azurite.ConnectionString, new TableClientOptions { Transport = new HttpClientTransport(tables) }));
        return new Product(azurite, services.BuildServiceProvider(), tables);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _azurite.DisposeAsync();
        _tables.Dispose();
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        private int _count;

        public CountingHandler()
            : base(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
        {
        }

        public int Count => Volatile.Read(ref _count);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
