using System.Buffers.Binary;

namespace Collaborations.Files.Pictures;

/// <summary>
/// Which way up a picture is shown: the one thing of its Exif data that is part of what one sees (Exif 2.32, 4.6.4, tag 274). Read from TIFF
/// structures, and written as the smallest one.
/// </summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int HeadLength = 8;
    private const int EntryLength = 12;
    private const int Upright = 1;
    private const int Last = 8;

    /// <summary>A head, one directory of one entry, and no other.</summary>
    private static readonly byte[] Smallest =
        [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

    private const int ValueAt = 19;

    /// <param name="tiff">The structure, or its beginning.</param>
    /// <returns>What says the same and nothing else; empty where the picture is upright anyway, or does not say.</returns>
    public static byte[] Only(ReadOnlySpan<byte> tiff)
    {
        var value = Find(tiff);
        if (value is <= Upright or > Last)
        {
            return [];
        }

        var only = (byte[])Smallest.Clone();
        only[ValueAt] = (byte)value;
        return only;
    }

    private static int Find(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeadLength || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return 0;
        }

        var isBig = tiff[0] == 'M';
        var directory = Number(tiff[4..], sizeof(uint), isBig);
        if (directory > tiff.Length - sizeof(ushort))
        {
            return 0;
        }

        var entries = tiff[(int)directory..];
        var count = Number(entries, sizeof(ushort), isBig);
        entries = entries[sizeof(ushort)..];
        for (; count > 0 && entries.Length >= EntryLength; count--, entries = entries[EntryLength..])
        {
            if (Number(entries, sizeof(ushort), isBig) == Tag && Number(entries[2..], sizeof(ushort), isBig) == Short)
            {
                return (int)Number(entries[8..], sizeof(ushort), isBig);
            }
        }

        return 0;
    }

    private static long Number(ReadOnlySpan<byte> bytes, int length, bool isBig) => (length, isBig) switch
    {
        (sizeof(ushort), true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (sizeof(ushort), false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };
}
