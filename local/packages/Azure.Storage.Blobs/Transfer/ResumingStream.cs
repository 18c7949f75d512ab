namespace Azure.Storage.Blobs.Transfer;

/// <summary>
/// The body of a download. When the connection breaks, it is asked for again from there on, of the same version of the blob, a limited
/// number of times.
/// </summary>
internal sealed class ResumingStream : Stream
{
    private readonly IResumableDownload _download;
    private readonly IProgress<long>? _progress;
    private readonly long _length;
    private Stream _current;
    private long _position;
    private int _retriesLeft;

    /// <param name="first">The body of the first answer.</param>
    /// <param name="length">How many bytes there are in all.</param>
    /// <param name="download">Asks again.</param>
    /// <param name="maxRetries">How often.</param>
    /// <param name="progress">Hears how many bytes have arrived in all.</param>
    public ResumingStream(Stream first, long length, IResumableDownload download, int maxRetries, IProgress<long>? progress)
    {
        _current = first;
        _length = length;
        _download = download;
        _retriesLeft = maxRetries;
        _progress = progress;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            try
            {
                return Advance(_current.Read(buffer), buffer.Length);
            }
            catch (IOException) when (_retriesLeft > 0)
            {
                _retriesLeft--;
                _current.Dispose();
                _current = _download.Resume(_position);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                return Advance(await _current.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
            }
            catch (IOException) when (_retriesLeft > 0)
            {
                _retriesLeft--;
                await _current.DisposeAsync().ConfigureAwait(false);
                _current = await _download.ResumeAsync(_position, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Advance(int read, int wanted)
    {
        if (read == 0 && wanted > 0 && _position < _length)
        {
            throw new EndOfStreamException($"The answer ended after {_position} of {_length} bytes.");
        }

        _position += read;
        if (read > 0)
        {
            _progress?.Report(_position);
        }

        return read;
    }
}

/// <summary>Asks for the rest of a download.</summary>
internal interface IResumableDownload
{
    /// <param name="from">How many bytes of the download have arrived.</param>
    Stream Resume(long from);

    /// <inheritdoc cref="Resume"/>
    Task<Stream> ResumeAsync(long from, CancellationToken cancellationToken);
}
