using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Collaborations.Identifiers;

/// <summary>New ids: UUID version 7 (RFC 9562, section 5.7), so that keys made of them sort by the time they were made.</summary>
/// <param name="clock">The first 48 bits: milliseconds since 1970.</param>
/// <param name="random">The other 74.</param>
public sealed class IdGenerator(TimeProvider clock, RandomNumberGenerator random)
{
    private const int IdBytes = 16;
    private const int TimestampBytes = 6;

    /// <summary>Comes before every id that is made at this time or later: where a range of keys ends.</summary>
    public static TId Before<TId>(DateTimeOffset time)
        where TId : struct, IIdentifier<TId>
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        bytes.Clear();
        Stamp(bytes, time);
        return TId.From(new Guid(bytes, bigEndian: true));
    }

    public TId New<TId>()
        where TId : struct, IIdentifier<TId>
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        random.GetBytes(bytes);
        Stamp(bytes, clock.GetUtcNow());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return TId.From(new Guid(bytes, bigEndian: true));
    }

    private static void Stamp(Span<byte> id, DateTimeOffset time)
    {
        Span<byte> milliseconds = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, time.ToUnixTimeMilliseconds());
        milliseconds[^TimestampBytes..].CopyTo(id);
    }
}
