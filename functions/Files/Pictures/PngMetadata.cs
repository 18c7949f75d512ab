using System.Buffers.Binary;
using System.Collections.Frozen;

namespace Collaborations.Files.Pictures;

/// <summary>
/// PNG (W3C, third edition, sections 5 and 11): every chunk that a decoder must understand stays, and of the others those that change what one sees;
/// of Exif the orientation. Texts, times, what nobody knows, and whatever follows the end go.
/// </summary>
internal static class PngMetadata
{
    private const int SignatureLength = 8;
    private const int HeadLength = 8;
    private const int CheckLength = 4;
    private const byte Ancillary = 0x20;

    private static readonly FrozenSet<uint> Seen = new[]
    {
        "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "tRNS", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    }.Select(TypeOf).ToFrozenSet();

    private static readonly uint End = TypeOf("IEND");
    private static readonly uint Exif = TypeOf("eXIf");

    public static async Task FindAsync(PictureBytes bytes, PictureEdits edits)
    {
        await bytes.SkipAsync(SignatureLength);
        while (!edits.AreTooMany && await bytes.HasAsync(HeadLength))
        {
            var (at, content) = (bytes.Position, (long)BinaryPrimitives.ReadUInt32BigEndian(bytes.Ahead));
            var type = BinaryPrimitives.ReadUInt32BigEndian(bytes.Ahead[4..]);
            if (!IsType(bytes.Ahead.Slice(4, 4)))
            {
                // No PNG from here on: no decoder finds anything in it either.
                return;
            }

            var length = HeadLength + content + CheckLength;
            if (Stays(type, bytes.Ahead[4]))
            {
                await bytes.SkipAsync(length);
            }
            else
            {
                await bytes.HasAsync((int)Math.Min(length, PictureBytes.MostAhead));
                var instead = type == Exif ? OrientationOf(bytes.Ahead, content) : [];
                var isSame = instead.Length > 0 && instead.Length == length && bytes.Ahead.StartsWith(instead);
                await bytes.SkipAsync(length);
                if (!isSame)
                {
                    edits.Add(at, bytes.Position - at, instead);
                }
            }

            if (type == End)
            {
                edits.Add(bytes.Position, await bytes.SkipAllAsync());
                return;
            }
        }
    }

    private static byte[] OrientationOf(ReadOnlySpan<byte> chunk, long content)
    {
        var tiff = Orientation.Only(chunk[HeadLength..][..(int)Math.Min(content, chunk.Length - HeadLength)]);
        return tiff.Length == 0 ? [] : Chunk(Exif, tiff);
    }

    private static bool Stays(uint type, byte first) => (first & Ancillary) == 0 || Seen.Contains(type);

    private static bool IsType(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                return false;
            }
        }

        return true;
    }

    private static uint TypeOf(string type) => (uint)((type[0] << 24) | (type[1] << 16) | (type[2] << 8) | type[3]);

    private static byte[] Chunk(uint type, byte[] content)
    {
        var chunk = new byte[HeadLength + content.Length + CheckLength];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4), type);
        content.CopyTo(chunk, HeadLength);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(HeadLength + content.Length), CheckOf(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    // CRC-32 (PNG, annex D), bit by bit: it is counted over some thirty bytes.
    private static uint CheckOf(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var value in bytes)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) == 0 ? check >> 1 : (check >> 1) ^ 0xEDB88320;
            }
        }

        return ~check;
    }
}
