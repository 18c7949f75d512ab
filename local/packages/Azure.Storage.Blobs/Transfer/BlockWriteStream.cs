using System.Buffers.Binary;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs.Transfer;

/// <summary>
/// Writes a block blob from its beginning to its end, one block after the other. Memory: one block. A flush commits what there is; disposing
/// flushes, whatever happened before: a blob of which only a part was written looks like any other.
/// </summary>
internal sealed class BlockWriteStream : Stream
{
    private const int DefaultBlockBytes = 4 * 1024 * 1024;

    private readonly BlockBlobClient _blob;
    private readonly BlockBlobOpenWriteOptions _options;
    private readonly BlobRequestConditions _conditions;
    private readonly BlobRequestConditions? _lease;
    private readonly MemoryStream _block;
    private readonly long _blockBytes;
    private readonly List<string> _ids = [];
    private readonly Guid _writing = Guid.NewGuid();
    private long _position;
    private bool _changed;
    private bool _disposed;

    public BlockWriteStream(BlockBlobClient blob, BlockBlobOpenWriteOptions? options, ETag opened)
    {
        _blob = blob;
        _options = options ?? new BlockBlobOpenWriteOptions();
        _blockBytes = _options.BufferSize ?? DefaultBlockBytes;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_blockBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_blockBytes, Array.MaxLength, nameof(options));
        _block = new MemoryStream();
        var lease = _options.OpenConditions?.LeaseId;
        _conditions = new BlobRequestConditions { IfMatch = opened, LeaseId = lease };
        _lease = lease is null ? null : new BlobRequestConditions { LeaseId = lease };
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_disposed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (!buffer.IsEmpty)
        {
            var part = buffer[..Room(buffer.Length)];
            _block.Write(part);
            buffer = buffer[part.Length..];
            if (_block.Length == _blockBytes)
            {
                Stage();
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (!buffer.IsEmpty)
        {
            var part = buffer[..Room(buffer.Length)];
            _block.Write(part.Span);
            buffer = buffer[part.Length..];
            if (_block.Length == _blockBytes)
            {
                await StageAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Stage();
        if (_changed)
        {
            Committed(_blob.CommitBlockList(_ids, Commit()).Value);
        }
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await StageAsync(cancellationToken).ConfigureAwait(false);
        if (_changed)
        {
            Committed((await _blob.CommitBlockListAsync(_ids, Commit(), cancellationToken).ConfigureAwait(false)).Value);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            try
            {
                await FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                _disposed = true;
                await _block.DisposeAsync().ConfigureAwait(false);
            }
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            try
            {
                Flush();
            }
            finally
            {
                _disposed = true;
                _block.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private int Room(int wanted) => (int)Math.Min(wanted, _blockBytes - _block.Length);

    private void Stage()
    {
        if (_block.Length > 0)
        {
            _block.Position = 0;
            _blob.StageBlock(NextId(), _block, transactionalContentHash: null, _lease, progressHandler: null, CancellationToken.None);
            Staged();
        }
    }

    private async Task StageAsync(CancellationToken cancellationToken)
    {
        if (_block.Length > 0)
        {
            _block.Position = 0;
            await _blob.StageBlockAsync(NextId(), _block, transactionalContentHash: null, _lease, progressHandler: null, cancellationToken)
                .ConfigureAwait(false);
            Staged();
        }
    }

    private void Staged()
    {
        _position += _block.Length;
        _block.SetLength(0);
        _changed = true;
        _options.ProgressHandler?.Report(_position);
    }

    private CommitBlockListOptions Commit() => new()
    {
        HttpHeaders = _options.HttpHeaders,
        Metadata = _options.Metadata,
        Tags = _options.Tags,
        Conditions = _conditions,
    };

    private void Committed(BlobContentInfo info)
    {
        _conditions.IfMatch = info.ETag;
        _changed = false;
    }

    /// <summary>All of one length, and this writing's own: see <see cref="BlockUpload"/>.</summary>
    private string NextId()
    {
        Span<byte> id = stackalloc byte[20];
        _writing.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], _ids.Count);
        _ids.Add(Convert.ToBase64String(id));
        return _ids[^1];
    }
}
