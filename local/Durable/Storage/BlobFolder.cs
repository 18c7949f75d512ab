using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Local.Durable.Storage;

/// <summary>
/// The blobs of instances: sealed chunks of history and long payloads. Each is named by its content, so writing it twice writes the same, a
/// late write of a process that has lost the hub cannot change what a record names, and one that no record names is harmless.
/// </summary>
internal sealed class BlobFolder(BlobContainerClient container, StoreCalls calls)
{
    private const int HashLength = 32;

    public static string PayloadName(string instanceId, string text) => $"{InstanceKey.Encode(instanceId)}/payload/{Hash(Encoding.UTF8.GetBytes(text))}";

    public static string OutboxName(string instanceId, ReadOnlySpan<byte> content) => $"{InstanceKey.Encode(instanceId)}/outbox/{Hash(content)}";

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];

    public static string ChunkName(string instanceId, string executionId, int number, string hash) =>
        FormattableString.Invariant($"{InstanceKey.Encode(instanceId)}/{executionId}/{number:d6}-{hash}");

    public Task CreateAsync() => calls.RunAsync(token => container.CreateIfNotExistsAsync(cancellationToken: token));

    public Task WriteAsync(string name, byte[] content) =>
        calls.RunAsync(token => container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, token));

    /// <exception cref="InvalidDataException">The blob is gone: the instance that named it is damaged, the store is not.</exception>
    public async Task<byte[]> ReadAsync(string name)
    {
        try
        {
            var content = await calls.RunAsync(token => container.GetBlobClient(name).DownloadContentAsync(token));
            return content.Value.Content.ToArray();
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw new InvalidDataException($"The blob {name}, which a record names, is gone.", gone);
        }
    }

    public Task DeleteAsync(string name) => calls.RunAsync(token => container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: token));

    /// <summary>Deletes everything that was ever written for an instance.</summary>
    public async Task DeleteAllAsync(string instanceId)
    {
        var names = await calls.RunAsync(async token =>
        {
            var found = new List<string>();
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = InstanceKey.Encode(instanceId) + "/" }, token))
            {
                found.Add(blob.Name);
            }

            return found;
        });
        foreach (var name in names)
        {
            await DeleteAsync(name);
        }
    }
}
