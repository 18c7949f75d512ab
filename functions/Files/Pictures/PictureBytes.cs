namespace Collaborations.Files.Pictures;

/// <summary>Reads a stream forward with some bytes ahead in view.</summary>
internal sealed class PictureBytes(Stream stream, CancellationToken cancellation)
{
    /// <summary>Holds the longest segment of a JPEG (65,537 bytes with its marker).</summary>
    public const int MostAhead = 128 * 1024;

    private readonly byte[] _buffer = new byte[MostAhead];
    private int _start;
    private int _end;

    /// <summary>Bytes from the start of the stream to those ahead.</summary>
    public long Position { get; private set; }

    /// <summary>What is in view.</summary>
    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_start, _end - _start);

    /// <param name="count">At most <see cref="MostAhead"/>.</param>
    /// <returns>Whether so many bytes are in view: false where the stream ends before.</returns>
    public async Task<bool> HasAsync(int count)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            _end += await stream.ReadAtLeastAsync(_buffer.AsMemory(_end), count - _end, throwOnEndOfStream: false, cancellation);
        }

        return _end - _start >= count;
    }

    /// <param name="count">More than there are is all there are.</param>
    /// <param name="target">Gets them; null for nobody.</param>
    /// <returns>Whether so many were there.</returns>
    public async Task<bool> SkipAsync(long count, Stream? target = null)
    {
        while (count > 0 && await HasAsync(1))
        {
            var taken = (int)Math.Min(count, _end - _start);
            if (target is not null)
            {
                await target.WriteAsync(_buffer.AsMemory(_start, taken), cancellation);
            }

            (_start, Position, count) = (_start + taken, Position + taken, count - taken);
        }

        return count == 0;
    }

    /// <returns>How many bytes there were to the end.</returns>
    public async Task<long> SkipAllAsync()
    {
        var at = Position;
        await SkipAsync(long.MaxValue);
        return Position - at;
    }

    /// <returns>False where the stream ends before.</returns>
    public async Task<bool> SkipToAsync(byte value)
    {
        while (await HasAsync(1))
        {
            var at = Ahead.IndexOf(value);
            await SkipAsync(at < 0 ? Ahead.Length : at);
            if (at >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
