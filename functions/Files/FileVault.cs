using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Files;

/// <summary>
/// The blobs. Browsers write to <c>uploads</c> with a signed address for one blob; what they have written is copied to <c>files</c> before it is
/// looked at, where no address lets anybody write: nothing changes after it was checked.
/// </summary>
public sealed class FileVault(BlobServiceClient service, BlobSigner signer, TimeProvider clock)
{
    /// <summary>Bytes a block: at most 50,000 of them fit a blob, and one of these is sent again when the line breaks.</summary>
    public const int BlockBytes = 4 * 1024 * 1024;

    /// <summary>For the slowest upload of the largest file that one can hope to finish.</summary>
    private static readonly TimeSpan UploadLifetime = TimeSpan.FromHours(1);

    private readonly BlobContainerClient _uploads = service.GetBlobContainerClient("uploads");
    private readonly BlobContainerClient _files = service.GetBlobContainerClient("files");
    private volatile bool _isPrepared;

    /// <summary>Makes what must be there before the first upload, once in the life of a process.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (_isPrepared)
        {
            return;
        }

        await _uploads.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _files.CreateIfNotExistsAsync(cancellationToken: cancellation);
        _isPrepared = true;
    }

    public async Task<(Uri Address, DateTimeOffset ExpiresAt)> SignUploadAsync(FileId id, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        var expires = clock.GetUtcNow() + UploadLifetime;
        return (await signer.SignAsync(_uploads.GetBlobClient(id.ToString()), BlobSasPermissions.Create | BlobSasPermissions.Write, expires, cancellation), expires);
    }

    /// <param name="id">Which.</param>
    /// <param name="file">Its name and type go into the answer's headers.</param>
    /// <param name="download">Whether the browser is to save it rather than show it.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<(Uri Address, DateTimeOffset ExpiresAt)> SignReadAsync(FileId id, FileRecord file, bool download, CancellationToken cancellation)
    {
        var expires = clock.GetUtcNow() + BlobSigner.ReadLifetime;
        return (await signer.SignReadAsync(_files.GetBlobClient(id.ToString()), file.ContentType, file.Name, download, expires, cancellation), expires);
    }

    /// <summary>Puts the blocks together and moves the whole to where nobody writes. Again, it does the same.</summary>
    /// <returns>Bytes; null where a block is missing.</returns>
    public async Task<long?> CommitAsync(FileId id, IReadOnlyList<string> blocks, CancellationToken cancellation)
    {
        try
        {
            var upload = _uploads.GetBlockBlobClient(id.ToString());
            await upload.CommitBlockListAsync(blocks, cancellationToken: cancellation);
            return (await upload.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
        }
        catch (Azure.RequestFailedException refused) when (refused.Status is 400 or 404)
        {
            return null;
        }
    }

    public async Task<bool> IsUploadedAsync(FileId id, CancellationToken cancellation) =>
        (await _uploads.GetBlobClient(id.ToString()).ExistsAsync(cancellation)).Value;

    public Task MoveAsync(FileId id, CancellationToken cancellation) => MoveAsync(_uploads.GetBlobClient(id.ToString()), id, cancellation);

    /// <summary>Replaces a file by another, which is gone then. Again, nothing happens.</summary>
    public async Task ReplaceAsync(FileId id, FileId by, CancellationToken cancellation)
    {
        var other = _files.GetBlobClient(by.ToString());
        if ((await other.ExistsAsync(cancellation)).Value)
        {
            await MoveAsync(other, id, cancellation);
        }
    }

    /// <returns>The value of a blob's index tag; null where it has none of that name.</returns>
    public async Task<string?> FindTagAsync(FileId id, string name, CancellationToken cancellation) =>
        (await _files.GetBlobClient(id.ToString()).GetTagsAsync(cancellationToken: cancellation)).Value.Tags.TryGetValue(name, out var value) ? value : null;

    /// <summary>Writes a file that the product has or makes itself. Again, it replaces it.</summary>
    public Task WriteAsync(FileId id, Stream content, CancellationToken cancellation) =>
        _files.GetBlobClient(id.ToString()).UploadAsync(content, overwrite: true, cancellation);

    /// <summary>Writes a file while it is being made, of any length; tried again, it is written anew.</summary>
    public async Task WriteAsync(FileId id, Func<Stream, Task> make, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        await using var content = await _files.GetBlockBlobClient(id.ToString()).OpenWriteAsync(overwrite: true, cancellationToken: cancellation);
        await make(content);
    }

    public Task<Stream> OpenAsync(FileId id, CancellationToken cancellation) =>
        _files.GetBlobClient(id.ToString()).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);

    /// <summary>Whether its content is there, complete and where nobody writes.</summary>
    public async Task<bool> IsThereAsync(FileId id, CancellationToken cancellation) => (await _files.GetBlobClient(id.ToString()).ExistsAsync(cancellation)).Value;

    public async Task DeleteAsync(FileId id, CancellationToken cancellation)
    {
        await _uploads.GetBlobClient(id.ToString()).DeleteIfExistsAsync(cancellationToken: cancellation);
        await _files.GetBlobClient(id.ToString()).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    // A file is replaced by a copy as a whole, inside the store.
    private async Task MoveAsync(BlobClient from, FileId id, CancellationToken cancellation)
    {
        var expires = clock.GetUtcNow() + UploadLifetime;
        var copy = await _files.GetBlobClient(id.ToString())
            .StartCopyFromUriAsync(await signer.SignAsync(from, BlobSasPermissions.Read, expires, cancellation), cancellationToken: cancellation);
        await copy.WaitForCompletionAsync(cancellation);
        await from.DeleteIfExistsAsync(cancellationToken: cancellation);
    }
}
