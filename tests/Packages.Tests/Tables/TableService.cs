using Azure.Data.Tables;
using Tests.Support;

namespace Packages.Tests.Tables;

/// <summary>One Azurite for all tests on a real service; every test takes a table of its own.</summary>
public sealed class TableService : IAsyncLifetime
{
    private AzuriteServer? _server;

    public AzuriteServer Server => _server ?? throw new InvalidOperationException("The fixture was not started.");

    public TableServiceClient Client => new(Server.ConnectionString);

    public static TableSharedKeyCredential Key => new(AzuriteServer.AccountName, AzuriteServer.AccountKey);

    public async Task<TableClient> NewTableAsync()
    {
        var table = Client.GetTableClient(AzuriteServer.UniqueName());
        await table.CreateAsync();
        return table;
    }

    public async Task InitializeAsync() => _server = await AzuriteServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class TableServiceCollection : ICollectionFixture<TableService>
{
    public const string Name = "Table service";
}
