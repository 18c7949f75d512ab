using PdfSharp.Fonts;

namespace Collaborations.PatientInfo.Pdf;

/// <summary>
/// The two fonts that every PDF is written with, whatever the machine has: DejaVu Sans, without hinting and with the letters that are written as
/// they are coded (Latin, Greek, Cyrillic, Armenian, Georgian, and signs). Fonts/LICENSE.txt is theirs.
/// </summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";

    private const string Regular = "DejaVuSans";
    private const string Bold = "DejaVuSans-Bold";

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family ? new FontResolverInfo(isBold ? Bold : Regular) : null;

    public byte[]? GetFont(string faceName)
    {
        using var stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream($"Collaborations.PatientInfo.Fonts.{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is not in the program.");
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
