using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Collaborations.Files.Pictures;

/// <summary>
/// WebP (RFC 9649, 2.3 to 2.7): the chunks of the picture stay, with the ICC profile; of Exif the orientation. XMP, what nobody knows, and whatever
/// follows the end go, and the heads that speak of them are mended.
/// </summary>
internal static class WebpMetadata
{
    private const int FileHead = 12;
    private const int ChunkHead = 8;
    private const int SizeAt = 4;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    private static readonly FrozenSet<string> Seen =
        new[] { "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP" }.ToFrozenSet(StringComparer.Ordinal);

    // Some writers put the head of a JPEG's segment before it.
    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static async Task FindAsync(PictureBytes bytes, PictureEdits edits)
    {
        if (!await bytes.HasAsync(FileHead))
        {
            return;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Ahead[SizeAt..]);
        var end = size + (long)ChunkHead;
        await bytes.SkipAsync(FileHead);
        var (flags, flagsAt, hasExif, left) = ((byte)0, 0L, false, new PictureEdits());
        while (!left.AreTooMany && bytes.Position < end && await bytes.HasAsync(ChunkHead))
        {
            var (at, type) = (bytes.Position, Encoding.Latin1.GetString(bytes.Ahead[..SizeAt]));
            var content = (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes.Ahead[SizeAt..]);
            var length = ChunkHead + content + (content & 1);
            await bytes.HasAsync((int)Math.Min(length, PictureBytes.MostAhead));
            if (type == "VP8X" && bytes.Ahead.Length > ChunkHead)
            {
                (flags, flagsAt) = (bytes.Ahead[ChunkHead], at + ChunkHead);
            }

            var instead = type == "EXIF" ? OrientationOf(bytes.Ahead, content) : [];
            var stays = Seen.Contains(type) || (instead.Length == length && bytes.Ahead.StartsWith(instead));
            hasExif |= instead.Length > 0;
            await bytes.SkipAsync(length);
            if (!stays)
            {
                left.Add(at, bytes.Position - at, instead);
            }
        }

        if (left.All.Count > 0)
        {
            edits.Add(SizeAt, sizeof(uint), Size(size + left.Growth));
            if (flagsAt > 0)
            {
                edits.Add(flagsAt, 1, (byte)(flags & ~XmpFlag & (hasExif ? byte.MaxValue : ~ExifFlag)));
            }
        }

        foreach (var edit in left.All)
        {
            edits.Add(edit);
        }

        edits.Add(bytes.Position, bytes.Position < end ? 0 : await bytes.SkipAllAsync());
    }

    private static byte[] OrientationOf(ReadOnlySpan<byte> chunk, long content)
    {
        var exif = chunk[ChunkHead..][..(int)Math.Min(content, chunk.Length - ChunkHead)];
        var tiff = Orientation.Only(exif.StartsWith(ExifHead) ? exif[ExifHead.Length..] : exif);
        return tiff.Length == 0 ? [] : [.. "EXIF"u8, .. Size(tiff.Length), .. tiff];
    }

    private static byte[] Size(long size)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Math.Max(size, 0));
        return bytes;
    }
}
