using Collaborations.PatientInfo.Sheets;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Collaborations.PatientInfo.Pdf;

/// <summary>
/// Draws a sheet: on every page who it is about and the table's headings, under it when it was made and the page's number. The same sheet gives
/// the same bytes. What the PDF says of itself names nobody.
/// </summary>
internal static class SheetPdf
{
    // One at a time: PDFsharp keeps its fonts for the whole process.
    private static readonly Lock Turn = new();

    private static readonly XPen RulePen = new(XColors.Gray, 0.5);

    static SheetPdf() => GlobalFontSettings.FontResolver = new EmbeddedFonts();

    public static byte[] Write(InfoSheet sheet)
    {
        lock (Turn)
        {
            using var document = new PdfDocument();
            document.Info.Title = sheet.Title;
            document.Info.CreationDate = sheet.MadeAt.UtcDateTime;
            document.Language = Accounts.Languages.Tag(sheet.Language);
            var paper = sheet.IsLetter ? PageSize.Letter : PageSize.A4;
            var layout = new SheetLayout(sheet, PageSizeConverter.ToSize(paper));
            foreach (var page in layout.Pages)
            {
                var added = document.AddPage();
                added.Size = paper;
                Draw(page, added, layout.Size.Width);
            }

            using var stream = new MemoryStream();
            document.Save(stream);
            return FixedIds.In(stream.ToArray());
        }
    }

    private static void Draw(SheetPage page, PdfPage paper, double width)
    {
        using var graphics = XGraphics.FromPdfPage(paper);
        foreach (var line in page.Texts)
        {
            graphics.DrawString(line.Text, line.Font, XBrushes.Black, line.X, line.Y);
        }

        foreach (var rule in page.Rules)
        {
            graphics.DrawLine(RulePen, SheetLayout.Margin, rule, width - SheetLayout.Margin, rule);
        }
    }
}
