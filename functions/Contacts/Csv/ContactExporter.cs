using System.Globalization;
using System.Text;
using Collaborations.Identifiers;
using CsvHelper;
using CsvHelper.Configuration;

namespace Collaborations.Contacts.Csv;

/// <summary>Writes an address book as a file that spreadsheets open and the import takes back.</summary>
public sealed class ContactExporter(ContactStore contacts)
{
    /// <summary>Contacts in memory at once.</summary>
    private const int PageSize = 200;

    // With its mark, without which Excel takes UTF-8 for the machine's own code page.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", Mode = CsvMode.RFC4180 };

    /// <param name="practice">Whose address book.</param>
    /// <param name="to">Stays open.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task WriteAsync(PracticeId practice, Stream to, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(to, Utf8, leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        await WriteAsync(csv, ContactColumns.Names);
        foreach (var archived in new[] { false, true })
        {
            string? cursor = null;
            do
            {
                var page = await contacts.PageAsync(practice, archived, string.Empty, PageSize, cursor, cancellation);
                foreach (var listed in page.Rows)
                {
                    await WriteAsync(csv, ContactColumns.Fields(listed.Contact));
                }

                await csv.FlushAsync();
                await text.FlushAsync(cancellation);
                cursor = page.Cursor;
            }
            while (cursor is not null);
        }
    }

    private static async Task WriteAsync(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            // Always in quotation marks, as OWASP asks too: left to decide, the library writes a lone line feed without any.
            csv.WriteField(CsvText.Guarded(field), shouldQuote: true);
        }

        await csv.NextRecordAsync();
    }
}
