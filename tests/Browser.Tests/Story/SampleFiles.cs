using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Browser.Tests.Story;

/// <summary>Files of kinds that a browser does not make: each the least that is one.</summary>
internal static class SampleFiles
{
    private const int Side = 256;

    /// <summary>One page with a line of text (ISO 32000-1, 7.5).</summary>
    public static byte[] Pdf()
    {
        const string Text = "BT /F1 24 Tf 40 120 Td (Treatment plan) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {Text.Length}>>stream\n{Text}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj{content}endobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    /// <summary>Two frames of 12 bits: rings, brighter to the right.</summary>
    /// <param name="syntax">Explicit little endian; another one says what the pixels are not.</param>
    public static byte[] Dicom(string syntax = "1.2.840.10008.1.2.1")
    {
        using var body = new MemoryStream();
        Element(body, 0x0002, 0x0010, "UI", Encoding.ASCII.GetBytes(syntax));
        var head = (uint)body.Length;
        Element(body, 0x0028, 0x0002, "US", Word(1));
        Element(body, 0x0028, 0x0004, "CS", "MONOCHROME2 "u8.ToArray());
        Element(body, 0x0028, 0x0008, "IS", "2 "u8.ToArray());
        foreach (var (number, value) in new (ushort, ushort)[] { (0x10, Side), (0x11, Side), (0x100, 16), (0x101, 12), (0x102, 11), (0x103, 0) })
        {
            Element(body, 0x0028, number, "US", Word(value));
        }

        var pixels = new byte[2 * Side * Side * sizeof(ushort)];
        for (var at = 0; at < pixels.Length / sizeof(ushort); at++)
        {
            var (frame, row, column) = (at / (Side * Side), at / Side % Side, at % Side);
            var ring = Math.Sin(Math.Sqrt(Math.Pow(row - 128, 2) + Math.Pow(column - 128, 2)) / (4 + (4 * frame)));
            BinaryPrimitives.WriteUInt16LittleEndian(pixels.AsSpan(at * 2), (ushort)((1 + ring) * 1000 * (0.5 + (column / (2.0 * Side)))));
        }

        Element(body, 0x7FE0, 0x0010, "OW", pixels);
        using var file = new MemoryStream();
        file.Write(new byte[128]);
        file.Write("DICM"u8);
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, head);
        Element(file, 0x0002, 0x0000, "UL", length);
        body.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>A page of greys, brighter downwards (TIFF 6.0).</summary>
    public static byte[] Tiff()
    {
        (ushort Tag, uint Value)[] fields =
            [(256, Side), (257, Side), (258, 8), (259, 1), (262, 1), (273, 8 + 2 + (9 * 12) + 4), (277, 1), (278, Side), (279, Side * Side)];
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)fields.Length);
        foreach (var (tag, value) in fields)
        {
            writer.Write(tag);
            writer.Write((ushort)4);
            writer.Write(1);
            writer.Write(value);
        }

        writer.Write(0);
        writer.Write([.. Enumerable.Range(0, Side * Side).Select(at => (byte)(at / Side))]);
        return file.ToArray();
    }

    // Explicit little endian (DICOM PS3.5, 7.1.2).
    private static void Element(MemoryStream file, ushort group, ushort number, string type, byte[] value)
    {
        using var writer = new BinaryWriter(file, Encoding.ASCII, leaveOpen: true);
        var padded = value.Length % 2 == 0 ? value : [.. value, 0];
        writer.Write(group);
        writer.Write(number);
        writer.Write(Encoding.ASCII.GetBytes(type));
        if (type == "OW")
        {
            writer.Write((ushort)0);
            writer.Write(padded.Length);
        }
        else
        {
            writer.Write((ushort)padded.Length);
        }

        writer.Write(padded);
    }

    private static byte[] Word(ushort value) => [(byte)value, (byte)(value >> 8)];
}
