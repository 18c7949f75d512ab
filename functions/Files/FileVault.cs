using System.IO.Pipelines;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Collaborations.Identifiers;

namespace Collaborations.Files;

/// <summary>
/// The blobs. Browsers write to <c>uploads</c> with a signed address for one blob; what they have written is copied to <c>files</c> before it is
/// looked at, where no address lets anybody write: nothing changes after it was checked.
/// </summary>
public sealed class FileVault(BlobServiceClient service, TimeProvider clock)
{
    private const string UploadsName = "uploads";
    private const string FilesName = "files";

    /// <summary>Bytes a block: at most 50,000 of them fit a blob, and one of these is sent again when the line breaks.</summary>
    public const int BlockBytes = 4 * 1024 * 1024;

    /// <summary>For the slowest upload of the largest file that one can hope to finish.</summary>
    private static readonly TimeSpan UploadLifetime = TimeSpan.FromHours(1);

    /// <summary>Security rule: at most five minutes.</summary>
    private static readonly TimeSpan ReadLifetime = TimeSpan.FromMinutes(5);

    private readonly BlobContainerClient _uploads = service.GetBlobContainerClient(UploadsName);
    private readonly BlobContainerClient _files = service.GetBlobContainerClient(FilesName);

    /// <summary>Makes what must be there before the first upload. Harmless again.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await _uploads.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _files.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    public async Task<(Uri Address, DateTimeOffset ExpiresAt)> SignUploadAsync(FileId id, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        var expires = clock.GetUtcNow() + UploadLifetime;
        var builder = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, expires) { BlobContainerName = UploadsName, BlobName = id.ToString(), Resource = "b" };
        return (await SignAsync(_uploads.GetBlobClient(id.ToString()), builder, expires, cancellation), expires);
    }

    /// <param name="id">Which.</param>
    /// <param name="file">Its name and type go into the answer's headers.</param>
    /// <param name="download">Whether the browser is to save it rather than show it.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<(Uri Address, DateTimeOffset ExpiresAt)> SignReadAsync(FileId id, FileRecord file, bool download, CancellationToken cancellation)
    {
        var expires = clock.GetUtcNow() + ReadLifetime;
        var builder = new BlobSasBuilder(BlobSasPermissions.Read, expires)
        {
            BlobContainerName = FilesName,
            BlobName = id.ToString(),
            Resource = "b",
            ContentType = file.ContentType,
            ContentDisposition = $"{(download ? "attachment" : "inline")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}",
            CacheControl = "no-store",
        };
        return (await SignAsync(_files.GetBlobClient(id.ToString()), builder, expires, cancellation), expires);
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

    public async Task MoveAsync(FileId id, CancellationToken cancellation)
    {
        var upload = _uploads.GetBlobClient(id.ToString());
        var expires = clock.GetUtcNow() + UploadLifetime;
        var builder = new BlobSasBuilder(BlobSasPermissions.Read, expires) { BlobContainerName = UploadsName, BlobName = id.ToString(), Resource = "b" };
        var copy = await _files.GetBlobClient(id.ToString())
            .StartCopyFromUriAsync(await SignAsync(upload, builder, expires, cancellation), cancellationToken: cancellation);
        await copy.WaitForCompletionAsync(cancellation);
        await upload.DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Writes a file that the product has or makes itself. Again, it replaces it.</summary>
    public Task WriteAsync(FileId id, Stream content, CancellationToken cancellation) =>
        _files.GetBlobClient(id.ToString()).UploadAsync(content, overwrite: true, cancellation);

    /// <summary>Writes a file while it is being made, of any length.</summary>
    public async Task WriteAsync(FileId id, Func<Stream, Task> make, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        var pipe = new Pipe();
        await Task.WhenAll(UploadAsync(), MakeAsync());

        async Task UploadAsync()
        {
            // Left open, it would have its maker wait for ever when the store does not take it.
            Exception? failure = null;
            try
            {
                await using var content = pipe.Reader.AsStream(leaveOpen: true);
                await WriteAsync(id, content, cancellation);
            }
            catch (Exception refused)
            {
                failure = refused;
                throw;
            }
            finally
            {
                await pipe.Reader.CompleteAsync(failure);
            }
        }

        async Task MakeAsync()
        {
            Exception? failure = null;
            try
            {
                await using var content = pipe.Writer.AsStream(leaveOpen: true);
                await make(content);
            }
            catch (Exception broken)
            {
                failure = broken;
                throw;
            }
            finally
            {
                await pipe.Writer.CompleteAsync(failure);
            }
        }
    }

    public Task<Stream> OpenAsync(FileId id, CancellationToken cancellation) =>
        _files.GetBlobClient(id.ToString()).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);

    public async Task DeleteAsync(FileId id, CancellationToken cancellation)
    {
        await _uploads.GetBlobClient(id.ToString()).DeleteIfExistsAsync(cancellationToken: cancellation);
        await _files.GetBlobClient(id.ToString()).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    // With an account key the client signs; with an identity the service lends a key for it.
    private async Task<Uri> SignAsync(BlobClient blob, BlobSasBuilder builder, DateTimeOffset expires, CancellationToken cancellation)
    {
        if (blob.CanGenerateSasUri)
        {
            return blob.GenerateSasUri(builder);
        }

        var key = await service.GetUserDelegationKeyAsync(new BlobGetUserDelegationKeyOptions(expires), cancellation);
        return blob.GenerateUserDelegationSasUri(builder, key.Value);
    }
}
