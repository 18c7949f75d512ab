using System.Buffers.Binary;

namespace Collaborations.Files.Pictures;

/// <summary>
/// JPEG (ITU-T T.81, annex B): of the application segments only those stay that a decoder needs (JFIF, ICC profile, Adobe's colour transform); of
/// Exif the orientation. Comments go, and so does whatever follows the end of the image, such as previews and films with places of their own.
/// </summary>
internal static class JpegMetadata
{
    private const byte Mark = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;
    private const int MarkerLength = 2;
    private const int LengthLength = 2;

    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static async Task FindAsync(PictureBytes bytes, PictureEdits edits)
    {
        // Between segments stand the coded pixels, in which the mark is followed by nothing that begins a segment.
        while (!edits.AreTooMany && await bytes.SkipToAsync(Mark) && await bytes.HasAsync(MarkerLength))
        {
            var marker = bytes.Ahead[1];
            if (marker == End)
            {
                await bytes.SkipAsync(MarkerLength);
                edits.Add(bytes.Position, await bytes.SkipAllAsync());
                return;
            }

            if (StandsAlone(marker))
            {
                await bytes.SkipAsync(marker == Mark ? 1 : MarkerLength);
                continue;
            }

            var length = await bytes.HasAsync(MarkerLength + LengthLength) ? BinaryPrimitives.ReadUInt16BigEndian(bytes.Ahead[MarkerLength..]) : 0;
            if (length < LengthLength)
            {
                await bytes.SkipAsync(MarkerLength);
                continue;
            }

            length += MarkerLength;
            await bytes.HasAsync(length);
            var segment = bytes.Ahead[..Math.Min(length, bytes.Ahead.Length)];
            if (!Stays(marker, segment[(MarkerLength + LengthLength)..]))
            {
                var instead = marker == App1 ? OrientationOf(segment) : [];
                if (!segment.SequenceEqual(instead))
                {
                    edits.Add(bytes.Position, segment.Length, instead);
                }
            }

            await bytes.SkipAsync(length);
        }
    }

    // Fill bytes, stuffed zeros, restarts, and the start of the image.
    private static bool StandsAlone(byte marker) => marker is Mark or 0x00 or 0x01 or (>= 0xD0 and <= Start);

    private static bool Stays(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        App0 => content.StartsWith("JFIF\0"u8),
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        App14 => content.StartsWith("Adobe"u8),
        Comment or (>= App0 and <= App15) => false,
        _ => true,
    };

    private static byte[] OrientationOf(ReadOnlySpan<byte> segment)
    {
        var content = segment[(MarkerLength + LengthLength)..];
        var tiff = content.StartsWith(ExifHead) ? Orientation.Only(content[ExifHead.Length..]) : [];
        if (tiff.Length == 0)
        {
            return [];
        }

        return [Mark, App1, 0, (byte)(LengthLength + ExifHead.Length + tiff.Length), .. ExifHead, .. tiff];
    }
}
