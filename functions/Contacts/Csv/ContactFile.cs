using System.Text;

namespace Collaborations.Contacts.Csv;

public sealed record CsvMalformed() : InvalidInput("csv-malformed");

public sealed record CsvNotUtf8() : InvalidInput("csv-not-utf8");

public sealed record CsvTooManyRows() : InvalidInput("csv-too-many-rows");

public sealed record CodeTwice() : InvalidInput("code-twice", "code");

/// <param name="Source">As it stands in the file.</param>
/// <param name="Form">What it says of a contact.</param>
/// <param name="Wrong">Why it cannot be taken, whoever is in the address book; null where it may.</param>
public sealed record ContactRow(CsvRow Source, ContactForm Form, Refusal? Wrong)
{
    /// <summary>Of the file, where the row begins.</summary>
    public int Line => Source.Line;

    /// <summary>As it is compared; empty where the row has none.</summary>
    public string Code { get; } = ContactCodes.Read(Form.Code, []);

    /// <summary>As it was written; null where the row has none.</summary>
    public string? WrittenCode => string.IsNullOrEmpty(Form.Code) ? null : Form.Code;
}

/// <summary>
/// A file of contacts, read whole, in the order in which its rows are taken: those with a code first, so that a row without one finds who was added
/// with one, wherever it stands in the file.
/// </summary>
public sealed class ContactFile
{
    /// <summary>Product rule.</summary>
    public const int MostRows = 2000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ContactFile(ContactColumns columns, IReadOnlyList<ContactRow> rows)
    {
        Columns = columns;
        Rows = [.. rows.OrderBy(row => row.Code.Length == 0)];
        Codes = rows.Select(row => row.Code).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    public ContactColumns Columns { get; }

    public IReadOnlyList<ContactRow> Rows { get; }

    /// <summary>
    /// Of all its rows. Nobody gets one of them by suggestion, also where its row is refused: once that is put right, the row would be about somebody else.
    /// </summary>
    public IReadOnlySet<string> Codes { get; }

    /// <returns>What holds for the file as a whole is refused here.</returns>
    public static Result<ContactFile> Read(byte[] file) => Text(file).Then(Read);

    private static Result<ContactFile> Read(string text)
    {
        CsvRow[] rows = [.. CsvRows.Read(text).Take(MostRows + 2)];
        if (rows.Length > MostRows + 1)
        {
            return new CsvTooManyRows();
        }

        return rows is [{ IsMalformed: false } header, .. var others]
            ? ContactColumns.Read(header).Map(columns => new ContactFile(columns, Read(columns, others)))
            : new CsvColumnsMissing();
    }

    private static List<ContactRow> Read(ContactColumns columns, IEnumerable<CsvRow> rows)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<ContactRow>();
        foreach (var source in rows)
        {
            var row = new ContactRow(source, columns.Form(source), Wrong: null);
            Refusal? wrong = source.IsMalformed ? new CsvMalformed()
                : source.Fields.Count > columns.Count ? new CsvTooManyFields()
                : row.Code.Length > 0 && !codes.Add(row.Code) ? new CodeTwice()
                : null;
            read.Add(row with { Wrong = wrong });
        }

        return read;
    }

    private static Result<string> Text(byte[] file)
    {
        try
        {
            return Utf8.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return new CsvNotUtf8();
        }
    }
}
