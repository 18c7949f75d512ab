using System.Net.Http.Headers;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Transfer;

/// <summary>A blob as a stream one can seek in, read by portions. Not safe for use from many threads.</summary>
internal sealed class BlobReadStream : Stream
{
    private const int DefaultPortionBytes = 4 * 1024 * 1024;

    private readonly BlobSession _session;
    private readonly Uri _blob;
    private readonly BlobRequestConditions _conditions;
    private readonly bool _allowModifications;
    private readonly int _portionBytes;
    private BinaryData _portion = BinaryData.Empty;
    private long _portionStart;
    private long _position;
    private long _length;

    /// <param name="session">Sends the requests.</param>
    /// <param name="blob">Its address.</param>
    /// <param name="options">From where and in what portions.</param>
    /// <param name="properties">The blob as it is now.</param>
    public BlobReadStream(BlobSession session, Uri blob, BlobOpenReadOptions options, BlobProperties properties)
    {
        _session = session;
        _blob = blob;
        _allowModifications = options.AllowModifications;
        _conditions = new BlobRequestConditions
        {
            IfMatch = options.AllowModifications ? options.Conditions?.IfMatch : properties.ETag,
            IfNoneMatch = options.Conditions?.IfNoneMatch,
            IfModifiedSince = options.Conditions?.IfModifiedSince,
            IfUnmodifiedSince = options.Conditions?.IfUnmodifiedSince,
            LeaseId = options.Conditions?.LeaseId,
            TagConditions = options.Conditions?.TagConditions,
        };
        _portionBytes = options.BufferSize ?? DefaultPortionBytes;
        _length = properties.ContentLength;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_portionBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Position, nameof(options));
        _position = options.Position;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    /// <summary>As it was when the last portion was read.</summary>
    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (NeedsPortion(buffer.Length))
        {
            using var answer = Portion(CancellationToken.None).Open().Value;
            Keep(answer.Details, BinaryData.FromStream(answer.Content));
        }

        return Take(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (NeedsPortion(buffer.Length))
        {
            var answer = await Portion(cancellationToken).OpenAsync().ConfigureAwait(false);
            using (answer.Value)
            {
                Keep(answer.Value.Details, await BinaryData.FromStreamAsync(answer.Value.Content, cancellationToken).ConfigureAwait(false));
            }
        }

        return Take(buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => _length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        return _position = target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool IsInPortion => _position >= _portionStart && _position < _portionStart + _portion.ToMemory().Length;

    private bool NeedsPortion(int wanted) => wanted > 0 && _position < _length && !IsInPortion;

    private BlobDownload Portion(CancellationToken cancellationToken) =>
        new(_session, _blob, new HttpRange(_position, _portionBytes), _conditions, cancellationToken);

    private void Keep(BlobDownloadDetails details, BinaryData portion)
    {
        _portion = portion;
        _portionStart = _position;
        if (_allowModifications && ContentRangeHeaderValue.TryParse(details.ContentRange, out var range) && range.Length is { } length)
        {
            _length = length;
        }
    }

    private int Take(Span<byte> buffer)
    {
        if (!IsInPortion)
        {
            return 0;
        }

        var rest = _portion.ToMemory().Span[(int)(_position - _portionStart)..];
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }
}
