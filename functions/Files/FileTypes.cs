using System.Text;

namespace Collaborations.Files;

/// <summary>A type that is taken.</summary>
/// <param name="ContentType">Of what is served.</param>
/// <param name="Kind">For filters and icons.</param>
/// <param name="Begins">The bytes that its files begin with, each with its place; one of them must fit. Empty for plain text.</param>
public sealed record FileType(string ContentType, FileKind Kind, IReadOnlyList<(int At, byte[] Bytes)> Begins);

/// <summary>
/// The types that are taken, by the ending of the name and by the content, which must agree (ASVS 5.0, 5.2.2; OWASP File Upload Cheat Sheet).
/// Types that a browser would run are not among them.
/// </summary>
public static class FileTypes
{
    /// <summary>Bytes from the start that must be there to tell a type.</summary>
    public const int HeadLength = 264;

    private static readonly (int, byte[])[] Zip = [(0, [0x50, 0x4B, 0x03, 0x04])];
    private static readonly (int, byte[])[] OldOffice = [(0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])];

    private static readonly Dictionary<string, FileType> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = new("image/jpeg", FileKind.Image, [(0, [0xFF, 0xD8, 0xFF])]),
        [".jpeg"] = new("image/jpeg", FileKind.Image, [(0, [0xFF, 0xD8, 0xFF])]),
        [".png"] = new("image/png", FileKind.Image, [(0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]),
        [".gif"] = new("image/gif", FileKind.Image, [(0, "GIF87a"u8.ToArray()), (0, "GIF89a"u8.ToArray())]),
        [".bmp"] = new("image/bmp", FileKind.Image, [(0, "BM"u8.ToArray())]),
        [".tif"] = new("image/tiff", FileKind.Image, [(0, [0x49, 0x49, 0x2A, 0x00]), (0, [0x4D, 0x4D, 0x00, 0x2A])]),
        [".tiff"] = new("image/tiff", FileKind.Image, [(0, [0x49, 0x49, 0x2A, 0x00]), (0, [0x4D, 0x4D, 0x00, 0x2A])]),
        [".webp"] = new("image/webp", FileKind.Image, [(8, "WEBP"u8.ToArray())]),
        [".heic"] = new("image/heic", FileKind.Image, [(4, "ftyp"u8.ToArray())]),
        [".dcm"] = new("application/dicom", FileKind.Image, [(128, "DICM"u8.ToArray())]),
        [".pdf"] = new("application/pdf", FileKind.Pdf, [(0, "%PDF-"u8.ToArray())]),
        [".docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKind.Document, Zip),
        [".xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileKind.Document, Zip),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", FileKind.Document, Zip),
        [".odt"] = new("application/vnd.oasis.opendocument.text", FileKind.Document, Zip),
        [".doc"] = new("application/msword", FileKind.Document, OldOffice),
        [".xls"] = new("application/vnd.ms-excel", FileKind.Document, OldOffice),
        [".txt"] = new("text/plain", FileKind.Document, []),
        [".csv"] = new("text/csv", FileKind.Document, []),
        [".mp4"] = new("video/mp4", FileKind.Other, [(4, "ftyp"u8.ToArray())]),
        [".mov"] = new("video/quicktime", FileKind.Other, [(4, "ftyp"u8.ToArray()), (4, "moov"u8.ToArray())]),
        [".stl"] = new("model/stl", FileKind.Other, []),
        [".zip"] = new("application/zip", FileKind.Other, Zip),
    };

    /// <returns>Null for a type that is not taken.</returns>
    public static FileType? Of(string name) => ByEnding.GetValueOrDefault(Path.GetExtension(name));

    /// <returns>An ending of names of this type, with its dot; null for a type that is not taken.</returns>
    public static string? EndingOf(string? contentType) =>
        ByEnding.FirstOrDefault(each => each.Value.ContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase)).Key;

    /// <param name="type">By the name.</param>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all there are.</param>
    public static bool Fits(FileType type, ReadOnlySpan<byte> head)
    {
        if (type.Begins.Count == 0)
        {
            // An STL file of numbers has a head of any bytes; it is served as a download only. Text is text.
            return type.ContentType == "model/stl" || IsText(head);
        }

        foreach (var (at, bytes) in type.Begins)
        {
            if (head.Length >= at + bytes.Length && head.Slice(at, bytes.Length).SequenceEqual(bytes))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ReadOnlySpan<byte> head) => !head.Contains((byte)0) && !IsMarkup(Encoding.Latin1.GetString(head).TrimStart());

    private static bool IsMarkup(string text) => text.StartsWith('<');
}
