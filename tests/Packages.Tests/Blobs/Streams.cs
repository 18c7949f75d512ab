namespace Packages.Tests.Blobs;

/// <summary>Bytes that are made up while they are read, forwards only and of no length known before the end.</summary>
public sealed class ForwardStream(long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>What a stream of this length holds.</summary>
    public static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(position => At(position))];

    public static byte At(long position) => (byte)((position * 31) + (position >> 13));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        // Odd portions, as a network gives them.
        var count = (int)Math.Min(Math.Min(buffer.Length, 7919), length - _position);
        for (var index = 0; index < count; index++)
        {
            buffer[index] = At(_position + index);
        }

        _position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Keeps the last number it heard.</summary>
public sealed class Progress : IProgress<long>
{
    private long _last;
    private int _count;

    public long Last => Interlocked.Read(ref _last);

    public int Count => _count;

    public void Report(long value)
    {
        Interlocked.Increment(ref _count);
        for (var last = Last; value > last; last = Last)
        {
            if (Interlocked.CompareExchange(ref _last, value, last) == last)
            {
                return;
            }
        }
    }
}
