using System.Text;
using Collaborations.Files.Pictures;
using Collaborations.Tests.Fhir;
using static Collaborations.Tests.Files.Pictures;

namespace Collaborations.Tests.Files;

/// <summary>What a picture says beside what one sees is left out, and nothing else of it changes.</summary>
[Trait("Size", "Small")]
public sealed class PictureMetadataTests
{
    private const string Jpeg = "image/jpeg";
    private const string Png = "image/png";
    private const string Webp = "image/webp";

    private static readonly byte[] Where = Encoding.ASCII.GetBytes(Place);
    private static readonly byte[] Start = [0xFF, 0xD8];
    private static readonly byte[] End = [0xFF, 0xD9];
    private static readonly byte[] Jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
    private static readonly byte[] Profile = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7]);
    private static readonly byte[] Adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
    private static readonly byte[] Tables = Segment(0xDB, [0, 1, 2, 0xFF, 0xE1, 3]);

    // Coded pixels: with a stuffed zero, a restart, fill bytes, and a second scan.
    private static readonly byte[] Scans =
        [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 5, 0xFF, 0, 6, 0xFF, 0xD0, 7, 0xFF, 0xFF, .. Segment(0xC4, [9, 9]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 8];

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Header = PngChunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
    private static readonly byte[] Colour = PngChunk("iCCP", [.. "p\0\0"u8, 1, 2]);
    private static readonly byte[] Pixels = PngChunk("IDAT", [1, 2, 3, 4]);
    private static readonly byte[] Last = PngChunk("IEND", []);

    public static TheoryData<string, byte[]> Whole => new()
    {
        { Jpeg, FullJpeg },
        { Png, FullPng },
        { Webp, FullWebp },
    };

    private static byte[] FullJpeg => Join(
        Start, Jfif, Exif(Tiff(6, isBig: true)), Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Where]), Profile, Segment(0xE2, [.. "MPF\0"u8, 1]),
        Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Where]), Adobe, Segment(0xFE, Where), Tables, Scans, End, Start, Exif(Tiff(1, isBig: true)), End);

    private static byte[] FullPng => Join(
        Signature, Header, Colour, PngChunk("eXIf", Tiff(8, isBig: false)), PngChunk("tEXt", Where), PngChunk("iTXt", Where), PngChunk("zTXt", Where),
        PngChunk("tIME", [7, 0, 1, 1, 1, 1, 1]), Pixels, PngChunk("prVt", Where), Pixels, Last, Where);

    private static byte[] FullWebp => Join(
        Pictures.Webp(
            WebpChunk("VP8X", [0x2C, 0, 0, 0, 1, 0, 0, 1, 0, 0]), WebpChunk("ICCP", [1, 2, 3]), WebpChunk("VP8 ", [4, 5, 6]), WebpChunk("EXIF", Tiff(3, isBig: false)), WebpChunk("XMP ", Where)),
        Where);

    [Fact]
    public async Task A_jpeg_Keeps_its_pixels_its_profile_and_its_orientation() =>
        Assert.Equal(Join(Start, Jfif, Exif(OnlyOrientation(6)), Profile, Adobe, Tables, Scans, End), await CleanAsync(Jpeg, FullJpeg));

    [Fact]
    public async Task A_png_Keeps_its_pixels_its_profile_and_its_orientation() =>
        Assert.Equal(Join(Signature, Header, Colour, PngChunk("eXIf", OnlyOrientation(8)), Pixels, Pixels, Last), await CleanAsync(Png, FullPng));

    [Fact]
    public async Task A_webp_Keeps_its_pixels_its_profile_and_its_orientation() =>
        Assert.Equal(
            Pictures.Webp(
                WebpChunk("VP8X", [0x28, 0, 0, 0, 1, 0, 0, 1, 0, 0]), WebpChunk("ICCP", [1, 2, 3]), WebpChunk("VP8 ", [4, 5, 6]), WebpChunk("EXIF", OnlyOrientation(3))),
            await CleanAsync(Webp, FullWebp));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    public async Task A_picture_that_is_upright_Keeps_nothing_of_its_exif(byte orientation)
    {
        Assert.Equal(Join(Start, Tables, Scans, End), await CleanAsync(Jpeg, Join(Start, Exif(Tiff(orientation, isBig: true)), Tables, Scans, End)));
        Assert.Equal(Join(Signature, Header, Pixels, Last), await CleanAsync(Png, Join(Signature, Header, PngChunk("eXIf", Tiff(orientation, isBig: true)), Pixels, Last)));
        Assert.Equal(
            Pictures.Webp(WebpChunk("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0]), WebpChunk("VP8 ", [4])),
            await CleanAsync(Webp, Pictures.Webp(WebpChunk("VP8X", [0x08, 0, 0, 0, 1, 0, 0, 1, 0, 0]), WebpChunk("VP8 ", [4]), WebpChunk("EXIF", Tiff(orientation, isBig: true)))));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task What_was_cleaned_Has_nothing_more_to_clean(string type, byte[] picture) =>
        Assert.Empty((await FindAsync(type, await CleanAsync(type, picture))).All);

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task A_stream_that_comes_in_drops_Is_read_the_same(string type, byte[] picture)
    {
        await using var drops = new Trickle(picture, 3);
        var edits = await PictureMetadata.FindAsync(type, drops, default);
        Assert.Equal((await FindAsync(type, picture)).All.Select(Said), edits.All.Select(Said));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task A_picture_that_is_cut_anywhere_Is_cut_afterwards_and_says_no_place(string type, byte[] picture)
    {
        for (var length = 0; length < picture.Length; length++)
        {
            var edits = await FindAsync(type, picture[..length]);
            var clean = await CleanAsync(type, picture[..length]);
            Assert.Equal(length + edits.Growth, clean.Length);
            Assert.DoesNotContain(Place[..8], Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Jpeg)]
    [InlineData(Png)]
    [InlineData(Webp)]
    public async Task Bytes_of_no_picture_Stay_as_they_are_or_become_fewer(string type)
    {
        var random = new Random(20261127);
        for (var run = 0; run < 500; run++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            for (var each = 0; each < bytes.Length; each += random.Next(1, 9))
            {
                bytes[each] = 0xFF;
            }

            Assert.True((await CleanAsync(type, bytes)).Length <= bytes.Length + 34, "It grew by more than an orientation.");
        }
    }

    [Fact]
    public async Task A_picture_of_countless_parts_Is_not_read_to_its_end()
    {
        var parts = Enumerable.Range(0, PictureEdits.Most + 10).SelectMany(_ => PngChunk("tEXt", [1]).Concat(PngChunk("bKGD", [0, 0])));
        Assert.True((await FindAsync(Png, [.. Signature, .. Header, .. parts, .. Last])).AreTooMany);
    }

    [Fact]
    public async Task Another_kind_of_file_Is_left_alone() => Assert.Empty((await FindAsync("application/pdf", FullJpeg)).All);

    private static string Said(PictureEdit edit) => $"{edit.At} {edit.Length} {Convert.ToHexString(edit.Instead.Span)}";

    private static async Task<PictureEdits> FindAsync(string type, byte[] picture) =>
        await PictureMetadata.FindAsync(type, new MemoryStream(picture), default);

    private static async Task<byte[]> CleanAsync(string type, byte[] picture)
    {
        using var clean = new MemoryStream();
        await (await FindAsync(type, picture)).ApplyAsync(new MemoryStream(picture), clean, default);
        return clean.ToArray();
    }
}
