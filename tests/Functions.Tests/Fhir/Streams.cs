using System.Text;

namespace Collaborations.Tests.Fhir;

/// <summary>A stream that is read, and only read.</summary>
internal abstract class Source : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Gives a few bytes at a time, as a slow line does.</summary>
internal sealed class Trickle(byte[] bytes, int most) : Source
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(most, buffer.Length), bytes.Length - _at);
        bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}

/// <summary>A beginning, something many times over, and an end: a file as large as one likes that is nowhere whole.</summary>
internal sealed class Repeated(string begin, string middle, int times, string end) : Source
{
    private readonly byte[] _middle = Encoding.UTF8.GetBytes(middle);
    private readonly byte[] _end = Encoding.UTF8.GetBytes(end);
    private byte[] _now = Encoding.UTF8.GetBytes(begin);
    private int _at;
    private int _left = times;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (_at == _now.Length && !Next())
            {
                break;
            }

            var count = Math.Min(buffer.Length - written, _now.Length - _at);
            _now.AsSpan(_at, count).CopyTo(buffer[written..]);
            _at += count;
            written += count;
        }

        return written;
    }

    private bool Next()
    {
        if (_left < 0)
        {
            return false;
        }

        _now = _left-- > 0 ? _middle : _end;
        _at = 0;
        return true;
    }
}
