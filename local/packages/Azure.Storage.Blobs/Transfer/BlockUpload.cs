using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Transfer;

/// <summary>
/// Writes a stream as a block blob: in one request where it is short enough, otherwise in blocks staged side by side and committed at the end,
/// so that the blob appears whole or not at all. Memory: as many blocks as are under way at once.
/// </summary>
internal sealed class BlockUpload
{
    /// <summary>"Scalability and performance targets for Blob storage": a block blob has at most 50,000 blocks.</summary>
    private const int MaxBlocks = 50_000;

    private const int Mebibyte = 1024 * 1024;
    private const long DefaultSingleRequestBytes = 256L * Mebibyte;
    private const long LongStreamBytes = 100L * Mebibyte;
    private const int ShortStreamBlockBytes = 4 * Mebibyte;
    private const int LongStreamBlockBytes = 8 * Mebibyte;

    private readonly BlobSession _session;
    private readonly Uri _blob;
    private readonly BlobUploadOptions _options;
    private readonly Guid _upload = Guid.NewGuid();
    private long _sent;

    public BlockUpload(BlobSession session, Uri blob, BlobUploadOptions? options)
    {
        _session = session;
        _blob = blob;
        _options = options ?? new BlobUploadOptions();
    }

    private int Concurrency => _options.TransferOptions.MaximumConcurrency is > 0 and var stated
        ? stated
        : Math.Clamp(Environment.ProcessorCount * 2, 8, 32);

    private CommitBlockListOptions CommitOptions => new()
    {
        HttpHeaders = _options.HttpHeaders,
        Metadata = _options.Metadata,
        Tags = _options.Tags,
        Conditions = _options.Conditions,
        AccessTier = _options.AccessTier,
    };

    /// <summary>A block is staged whatever the blob is like; the other conditions are those of the commit.</summary>
    private BlobRequestConditions? LeaseCondition =>
        _options.Conditions?.LeaseId is { } lease ? new BlobRequestConditions { LeaseId = lease } : null;

    public async Task<Response<BlobContentInfo>> SendAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (FitsOneRequest(content))
        {
            return await _session.SendAsync(Single(content), cancellationToken).ConfigureAwait(false);
        }

        var size = BlockBytes(content);
        var first = await ReadAsync(content, size, cancellationToken).ConfigureAwait(false);
        if (first.Length < size)
        {
            using (first)
            {
                var info = await _session.SendAsync(Single(first), cancellationToken).ConfigureAwait(false);
                Report(first.Length);
                return info;
            }
        }

        List<string> ids = [];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(BlocksAsync(first, content, size, ids, cancellationToken), parallel, StageAsync).ConfigureAwait(false);
        return await _session.SendAsync(WriteOperations.CommitBlockList(_blob, ids, CommitOptions), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As <see cref="SendAsync"/>, one block after the other.</summary>
    public Response<BlobContentInfo> Send(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (FitsOneRequest(content))
        {
            return _session.Send(Single(content), cancellationToken);
        }

        var size = BlockBytes(content);
        List<string> ids = [];
        while (true)
        {
            using var block = Read(content, size);
            if (ids.Count == 0 && block.Length < size)
            {
                var info = _session.Send(Single(block), cancellationToken);
                Report(block.Length);
                return info;
            }

            if (block.Length == 0)
            {
                return _session.Send(WriteOperations.CommitBlockList(_blob, ids, CommitOptions), cancellationToken);
            }

            block.Id = NextId(ids);
            _session.Send(Stage(block), cancellationToken);
            Report(block.Length);
        }
    }

    private static Block Read(Stream content, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        return new Block(buffer, content.ReadAtLeast(buffer.AsSpan(0, size), size, throwOnEndOfStream: false));
    }

    private static async ValueTask<Block> ReadAsync(Stream content, int size, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, size), size, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return new Block(buffer, read);
    }

    private bool FitsOneRequest(Stream content)
    {
        var limit = _options.TransferOptions.InitialTransferSize is > 0 and var stated ? stated : DefaultSingleRequestBytes;
        return content.CanSeek && content.Length - content.Position <= limit;
    }

    /// <summary>The options' size, or one after the stream's length; larger where the stream would not fit the number of blocks otherwise.</summary>
    private int BlockBytes(Stream content)
    {
        long? length = content.CanSeek ? content.Length - content.Position : null;
        var wanted = _options.TransferOptions.MaximumTransferSize is > 0 and var stated
            ? stated
            : length >= LongStreamBytes ? LongStreamBlockBytes : ShortStreamBlockBytes;
        var needed = ((length ?? 0) + MaxBlocks - 1) / MaxBlocks;
        return checked((int)Math.Min(Math.Max(wanted, needed), Array.MaxLength));
    }

    private async IAsyncEnumerable<Block> BlocksAsync(
        Block first, Stream content, int size, List<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var block = first; block.Length > 0; block = await ReadAsync(content, size, cancellationToken).ConfigureAwait(false))
        {
            block.Id = NextId(ids);
            yield return block;
        }
    }

    private async ValueTask StageAsync(Block block, CancellationToken cancellationToken)
    {
        using (block)
        {
            await _session.SendAsync(Stage(block), cancellationToken).ConfigureAwait(false);
            Report(block.Length);
        }
    }

    private StorageOperation<BlobContentInfo> Single(Stream content) =>
        WriteOperations.Upload(_blob, new StreamBody(content, _options.ProgressHandler), _options);

    private StorageOperation<BlobContentInfo> Single(Block block) => WriteOperations.Upload(_blob, block.Body, _options);

    private StorageOperation<BlockInfo> Stage(Block block) =>
        WriteOperations.StageBlock(_blob, block.Id, block.Body, hash: null, LeaseCondition);

    private void Report(int bytes)
    {
        var sent = Interlocked.Add(ref _sent, bytes);
        _options.ProgressHandler?.Report(sent);
    }

    /// <summary>
    /// Ids of one blob must be of one length; this upload's own GUID keeps two uploads to one blob from taking each other's blocks.
    /// </summary>
    private string NextId(List<string> ids)
    {
        Span<byte> id = stackalloc byte[20];
        _upload.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], ids.Count);
        ids.Add(Convert.ToBase64String(id));
        return ids[^1];
    }

    /// <summary>A rented buffer with what was read into it; given back once.</summary>
    private sealed class Block(byte[] buffer, int length) : IDisposable
    {
        private byte[]? _buffer = buffer;

        public int Length => length;

        public string Id { get; set; } = string.Empty;

        public RequestContent Body => RequestContent.Create(_buffer.AsMemory(0, length));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _buffer, null) is { } rented)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}
