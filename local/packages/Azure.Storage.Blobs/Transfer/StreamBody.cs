using System.Buffers;
using Azure.Core;

namespace Azure.Storage.Blobs.Transfer;

/// <summary>
/// What is left of a seekable stream as the body of a request; read again from the same place when the request is tried again. The stream
/// stays open.
/// </summary>
/// <param name="source">Not to be used by others meanwhile.</param>
/// <param name="progress">Hears how many bytes of this body have left in all; begins anew with each try.</param>
internal sealed class StreamBody(Stream source, IProgress<long>? progress) : RequestContent
{
    private const int PortionBytes = 81920;

    private readonly long _origin = source.Position;
    private readonly long _length = source.Length - source.Position;

    /// <exception cref="ArgumentException">The stream is not seekable.</exception>
    public static StreamBody Of(Stream content, IProgress<long>? progress)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.CanSeek ? new StreamBody(content, progress) : throw new ArgumentException(
            "The stream must be seekable.", nameof(content));
    }

    public override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        var portion = ArrayPool<byte>.Shared.Rent(PortionBytes);
        try
        {
            source.Position = _origin;
            for (long sent = 0; sent < _length;)
            {
                var read = await source.ReadAsync(portion.AsMemory(0, PortionFrom(sent)), cancellation).ConfigureAwait(false);
                ThrowIfEnded(read);
                await stream.WriteAsync(portion.AsMemory(0, read), cancellation).ConfigureAwait(false);
                sent += read;
                progress?.Report(sent);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation)
    {
        var portion = ArrayPool<byte>.Shared.Rent(PortionBytes);
        try
        {
            source.Position = _origin;
            for (long sent = 0; sent < _length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var read = source.Read(portion, 0, PortionFrom(sent));
                ThrowIfEnded(read);
                stream.Write(portion, 0, read);
                sent += read;
                progress?.Report(sent);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
    }

    public override void Dispose()
    {
    }

    private static void ThrowIfEnded(int read)
    {
        if (read == 0)
        {
            throw new EndOfStreamException("The stream became shorter while it was uploaded.");
        }
    }

    private int PortionFrom(long sent) => (int)Math.Min(PortionBytes, _length - sent);
}
