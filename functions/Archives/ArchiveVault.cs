using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Archives;

/// <summary>The zips, each a blob of container <c>archives</c> that is named by its id alone.</summary>
public sealed class ArchiveVault(BlobServiceClient service, BlobSigner signer)
{
    private readonly BlobContainerClient _archives = service.GetBlobContainerClient("archives");

    /// <summary>Begins it anew; what was written before is gone, and whoever still writes it is refused.</summary>
    public async Task<Stream> OpenWriteAsync(ArchiveId id, CancellationToken cancellation)
    {
        await _archives.CreateIfNotExistsAsync(cancellationToken: cancellation);
        return await _archives.GetBlockBlobClient(id.ToString()).OpenWriteAsync(overwrite: true, cancellationToken: cancellation);
    }

    public Task<Uri> SignReadAsync(ArchiveId id, string name, DateTimeOffset expires, CancellationToken cancellation) =>
        signer.SignReadAsync(_archives.GetBlobClient(id.ToString()), "application/zip", name, download: true, expires, cancellation);

    public Task DeleteAsync(ArchiveId id, CancellationToken cancellation) =>
        _archives.GetBlobClient(id.ToString()).DeleteIfExistsAsync(cancellationToken: cancellation);
}
