using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Collaborations.Tests.PatientInfo;

/// <summary>A PDF as a reader sees it.</summary>
internal sealed class PdfText : IDisposable
{
    private readonly PdfDocument _document;

    public PdfText(byte[] content) => _document = PdfDocument.Open(content);

    public IReadOnlyList<Page> Pages => [.. _document.GetPages()];

    public DocumentInformation About => _document.Information;

    /// <summary>All words of all pages, one space between two.</summary>
    public string All => string.Join(' ', Pages.Select(Of));

    public static string Of(Page page) => string.Join(' ', page.GetWords().Select(word => word.Text));

    public void Dispose() => _document.Dispose();
}
