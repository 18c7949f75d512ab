using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Transfer;

namespace Azure.Storage.Blobs.Specialized;

public partial class BlockBlobClient
{
    /// <summary>
    /// A stream that writes the blob anew, as blocks. The blob is there at once and empty; what was written appears with each flush, and the rest
    /// when the stream is disposed of. Whoever opened it before, and writes on, is refused (412 ConditionNotMet).
    /// </summary>
    /// <param name="overwrite">True: a block blob is written as a whole or not at all.</param>
    /// <param name="options">Null for blocks of 4 MiB and no more to say of the blob.</param>
    /// <param name="cancellationToken">Ends the opening, not the writing.</param>
    /// <exception cref="ArgumentException"><paramref name="overwrite"/> is false.</exception>
    public virtual Stream OpenWrite(
        bool overwrite, BlockBlobOpenWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowUnless(overwrite);
        using var nothing = new MemoryStream();
        return new BlockWriteStream(this, options, Upload(nothing, OpeningOf(options), cancellationToken).Value.ETag);
    }

    /// <inheritdoc cref="OpenWrite"/>
    public virtual async Task<Stream> OpenWriteAsync(
        bool overwrite, BlockBlobOpenWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowUnless(overwrite);
        using var nothing = new MemoryStream();
        var made = await UploadAsync(nothing, OpeningOf(options), cancellationToken).ConfigureAwait(false);
        return new BlockWriteStream(this, options, made.Value.ETag);
    }

    private static void ThrowUnless(bool overwrite)
    {
        if (!overwrite)
        {
            throw new ArgumentException("A block blob can only be overwritten.", nameof(overwrite));
        }
    }

    private static BlobUploadOptions OpeningOf(BlockBlobOpenWriteOptions? options) => new()
    {
        HttpHeaders = options?.HttpHeaders,
        Metadata = options?.Metadata,
        Tags = options?.Tags,
        Conditions = options?.OpenConditions,
    };
}
