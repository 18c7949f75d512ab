using System.Globalization;
using System.Text;
using Collaborations.PatientInfo.Sheets;
using PdfSharp.Drawing;

namespace Collaborations.PatientInfo.Pdf;

/// <summary>A line of text where it stands.</summary>
/// <param name="Text">What is drawn.</param>
/// <param name="Font">By which.</param>
/// <param name="X">Points from the left.</param>
/// <param name="Y">Points from the top to the line that letters stand on.</param>
internal sealed record PlacedText(string Text, XFont Font, double X, double Y);

/// <summary>What stands on one page.</summary>
internal sealed class SheetPage
{
    public List<PlacedText> Texts { get; } = [];

    /// <summary>Lines from margin to margin: points from the top.</summary>
    public List<double> Rules { get; } = [];
}

/// <summary>
/// Finds the place of every line. A row goes to the next page whole where it fits there, and is broken where no page holds it; headings stand on
/// every page that has rows.
/// </summary>
internal sealed class SheetLayout
{
    public const double Margin = 50;

    private const double Gap = 8;
    private const double CellGap = 3;
    private const double LineSpace = 1.25;

    private static readonly XFont TitleFont = new(EmbeddedFonts.Family, 15, XFontStyleEx.Bold);
    private static readonly XFont HeadFont = new(EmbeddedFonts.Family, 9, XFontStyleEx.Bold);
    private static readonly XFont BodyFont = new(EmbeddedFonts.Family, 9);
    private static readonly XFont FootFont = new(EmbeddedFonts.Family, 7.5);

    private readonly InfoSheet _sheet;
    private readonly LineBreaker _breaker;
    private readonly List<(double X, double Width)> _columns = [];
    private readonly List<IReadOnlyList<string>> _headings;
    private readonly List<string> _madeBy;
    private readonly double _bottom;
    private double _y;

    /// <param name="sheet">What is written down.</param>
    /// <param name="size">Of the paper, in points.</param>
    public SheetLayout(InfoSheet sheet, XSize size)
    {
        _sheet = sheet;
        Size = size;
        var letters = new Letters();
        using var measure = XGraphics.CreateMeasureContext(size, XGraphicsUnit.Point, XPageDirection.Downwards);
        _breaker = new LineBreaker(measure, letters);
        var (shares, x) = (sheet.Columns.Sum(column => column.Share), Margin);
        foreach (var column in sheet.Columns)
        {
            var width = Inner * column.Share / shares;
            _columns.Add((x, width - CellGap));
            x += width;
        }

        _headings = Cells([.. sheet.Columns.Select(column => column.Heading)], HeadFont);
        _madeBy = _breaker.Break(sheet.MadeBy, FootFont, Inner * 0.75);
        _bottom = size.Height - Margin - (_madeBy.Count * HeightOf(FootFont)) - Gap;
        BeginPage();
        PlaceTable();
        foreach (var remark in sheet.Remarks)
        {
            PlaceParagraph(remark);
        }

        if (letters.NotShown.Count > 0)
        {
            PlaceParagraph(sheet.NotShown.Replace(
                "{letters}", string.Join(", ", letters.NotShown.Select(letter => letter.ToString("X4", CultureInfo.InvariantCulture))), StringComparison.Ordinal));
        }

        PlaceFeet();
    }

    public XSize Size { get; }

    public List<SheetPage> Pages { get; } = [];

    private SheetPage Page => Pages[^1];

    private double Inner => Size.Width - (2 * Margin);

    private static double HeightOf(XFont font) => font.Size * LineSpace;

    private static double HeightOf(List<IReadOnlyList<string>> cells) => (cells.Max(cell => cell.Count) * HeightOf(BodyFont)) + Gap;

    private void BeginPage()
    {
        Pages.Add(new SheetPage());
        _y = Margin;
        PlaceLines(_breaker.Break(_sheet.Practice, HeadFont, Inner), HeadFont, Margin);
        PlaceLines(_breaker.Break(_sheet.Title, TitleFont, Inner), TitleFont, Margin);
        PlaceLines(_breaker.Break(_sheet.Patient, BodyFont, Inner), BodyFont, Margin);
        PlaceRule();
    }

    private void PlaceTable()
    {
        if (_sheet.Rows.Count == 0)
        {
            return;
        }

        PlaceRow(_headings, HeadFont);
        var top = _y;
        foreach (var row in _sheet.Rows)
        {
            var cells = Cells(row, BodyFont);
            if (_y + HeightOf(cells) > _bottom && (_y > top || HeightOf(cells) <= _bottom - top))
            {
                BeginTablePage();
            }

            while (_y + HeightOf(cells) > _bottom)
            {
                var fits = Math.Max(1, (int)((_bottom - _y - Gap) / HeightOf(BodyFont)));
                PlaceRow([.. cells.Select(cell => (IReadOnlyList<string>)[.. cell.Take(fits)])], BodyFont);
                cells = [.. cells.Select(cell => (IReadOnlyList<string>)[.. cell.Skip(fits)])];
                BeginTablePage();
            }

            PlaceRow(cells, BodyFont);
        }
    }

    private void BeginTablePage()
    {
        BeginPage();
        PlaceRow(_headings, HeadFont);
    }

    private void PlaceRow(List<IReadOnlyList<string>> cells, XFont font)
    {
        var top = _y;
        var lowest = top;
        foreach (var (cell, column) in cells.Zip(_columns))
        {
            _y = top;
            PlaceLines(cell, font, column.X);
            lowest = Math.Max(lowest, _y);
        }

        _y = lowest;
        PlaceRule();
    }

    private void PlaceParagraph(string text)
    {
        foreach (var line in _breaker.Break(text, BodyFont, Inner))
        {
            if (_y + HeightOf(BodyFont) > _bottom)
            {
                BeginPage();
            }

            PlaceLines([line], BodyFont, Margin);
        }

        _y += Gap;
    }

    private void PlaceLines(IEnumerable<string> lines, XFont font, double x)
    {
        foreach (var line in lines)
        {
            _y += HeightOf(font);
            if (line.Length > 0)
            {
                Page.Texts.Add(new PlacedText(line, font, x, _y));
            }
        }
    }

    private void PlaceRule()
    {
        _y += Gap / 2;
        Page.Rules.Add(_y);
        _y += Gap / 4;
    }

    private void PlaceFeet()
    {
        foreach (var (number, page) in Pages.Index())
        {
            var of = new StringBuilder(_sheet.PageOf)
                .Replace("{page}", (number + 1).ToString(CultureInfo.InvariantCulture))
                .Replace("{pages}", Pages.Count.ToString(CultureInfo.InvariantCulture))
                .ToString();
            var y = _bottom + Gap;
            page.Texts.Add(new PlacedText(of, FootFont, Size.Width - Margin - _breaker.WidthOf(of, FootFont), y + HeightOf(FootFont)));
            foreach (var line in _madeBy)
            {
                y += HeightOf(FootFont);
                page.Texts.Add(new PlacedText(line, FootFont, Margin, y));
            }
        }
    }

    private List<IReadOnlyList<string>> Cells(IReadOnlyList<string> texts, XFont font) =>
        [.. texts.Zip(_columns).Select(each => _breaker.Break(each.First, font, each.Second.Width))];
}
