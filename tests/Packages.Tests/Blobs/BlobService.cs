using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Tests.Support;

namespace Packages.Tests.Blobs;

/// <summary>One Azurite for all tests on a real service; every test takes a container of its own.</summary>
public sealed class BlobService : IAsyncLifetime
{
    private AzuriteServer? _server;

    public AzuriteServer Server => _server ?? throw new InvalidOperationException("The fixture was not started.");

    public BlobServiceClient Client => new(Server.ConnectionString);

    public static StorageSharedKeyCredential Key => new(AzuriteServer.AccountName, AzuriteServer.AccountKey);

    public async Task<BlobContainerClient> NewContainerAsync() =>
        (await Client.CreateBlobContainerAsync(AzuriteServer.UniqueName("c"))).Value;

    /// <summary>A blob of the text given, in a container of its own.</summary>
    public async Task<BlobClient> NewBlobAsync(string content = "hello", string name = "blob")
    {
        var blob = (await NewContainerAsync()).GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromString(content));
        return blob;
    }

    public async Task<BlockBlobClient> NewBlockBlobAsync() => (await NewContainerAsync()).GetBlockBlobClient("blocks");

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
public sealed class BlobServiceCollection : ICollectionFixture<BlobService>
{
    public const string Name = "Blob service";
}
