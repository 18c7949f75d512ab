using System.Text;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Contacts.Csv;

public sealed record CsvMalformed() : InvalidInput("csv-malformed");

public sealed record CsvNotUtf8() : InvalidInput("csv-not-utf8");

public sealed record CsvTooManyRows() : InvalidInput("csv-too-many-rows");

public sealed record CodeTwice() : InvalidInput("code-twice", "code");

public enum ImportOutcome
{
    Added,
    Changed,
    Unchanged,
    Refused,
}

/// <param name="Code">As in a problem.</param>
/// <param name="Field">Null where it is about the whole row.</param>
public sealed record ContactImportReason(string Code, string? Field);

/// <param name="Line">Of the file, where the row begins.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Code">The contact's; null where it has none yet.</param>
/// <param name="Reasons">Why it was refused.</param>
public sealed record ContactImportLine(int Line, ImportOutcome Outcome, string? Code, IReadOnlyList<ContactImportReason> Reasons);

public sealed record ContactImport(
    int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<ContactImportLine> Lines, IReadOnlyList<string> IgnoredColumns);

/// <summary>
/// Brings a file of contacts in: a row whose code is known is that contact, one without a code is whoever has its name and address, and any other
/// is new. So the same file again changes nothing. All that can be is decided and written together; rows that depend on another of the same file, or
/// whose contact somebody else writes at the same time, follow one by one.
/// </summary>
public sealed class ContactImporter(ContactRound round, ContactStore contacts, ContactHandler handler, PracticeStore practices, TimeProvider clock)
{
    /// <summary>Product rule: what one request can take.</summary>
    public const int MostRows = 2000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<Result<ContactImport>> ImportAsync(PracticeId practice, byte[] file, CancellationToken cancellation)
    {
        if (await practices.FindAsync(practice, cancellation) is not { Record: var record })
        {
            return new NotFound();
        }

        return await Text(file).ThenAsync<ContactImport>(async text =>
        {
            CsvRow[] rows = [.. CsvRows.Read(text).Take(MostRows + 2)];
            if (rows.Length > MostRows + 1)
            {
                return new CsvTooManyRows();
            }

            return rows is [{ IsMalformed: false } header, .. var others]
                ? await ContactColumns.Read(header).ThenAsync<ContactImport>(async columns =>
                    Report(await TakeAsync(new ContactImportRun(practice, record, columns), others, cancellation), columns))
                : new CsvColumnsMissing();
        });
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

    private static ContactImport Report(IReadOnlyCollection<ContactImportLine> lines, ContactColumns columns)
    {
        return new ContactImport(
            Of(ImportOutcome.Added),
            Of(ImportOutcome.Changed),
            Of(ImportOutcome.Unchanged),
            Of(ImportOutcome.Refused),
            [.. lines.OrderBy(line => line.Line)],
            columns.Ignored);

        int Of(ImportOutcome outcome) => lines.Count(line => line.Outcome == outcome);
    }

    internal static ContactImportLine Refused(int line, string? code, Refusal refusal)
    {
        var inputs = refusal switch
        {
            InvalidForm form => form.Inputs,
            InvalidInput input => [input],
            _ => [new InvalidInput(refusal.Code)],
        };
        return new ContactImportLine(line, ImportOutcome.Refused, code, [.. inputs.Select(input => new ContactImportReason(input.Code, input.Field))]);
    }

    private async Task<IReadOnlyCollection<ContactImportLine>> TakeAsync(ContactImportRun run, IEnumerable<CsvRow> rows, CancellationToken cancellation)
    {
        var lines = new List<ContactImportLine>();
        var (coded, others) = (new List<(CsvRow Row, ContactForm Form)>(), new List<(CsvRow Row, ContactForm Form)>());
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var form = run.Columns.Form(row);
            var code = string.IsNullOrEmpty(form.Code) ? null : form.Code;
            if (row.IsMalformed)
            {
                lines.Add(Refused(row.Line, null, new CsvMalformed()));
            }
            else if (row.Fields.Count > run.Columns.Count)
            {
                lines.Add(Refused(row.Line, code, new CsvTooManyFields()));
            }
            else if (code is not null && !codes.Add(code))
            {
                lines.Add(Refused(row.Line, code, new CodeTwice()));
            }
            else
            {
                (code is null ? others : coded).Add((row, form));
            }
        }

        var left = await round.TakeAsync(run, [.. coded, .. others], lines, cancellation);
        foreach (var (row, form) in left)
        {
            lines.Add(await TakeAsync(run, row, form, cancellation));
        }

        return lines;
    }

    private async Task<ContactImportLine> TakeAsync(ContactImportRun run, CsvRow row, ContactForm form, CancellationToken cancellation)
    {
        var known = await FindAsync(run.Practice, form, cancellation);
        if (run.Read(row, form, known?.Contact.Record, clock.GetUtcNow()).IsRefused(out var refusal, out var contact))
        {
            return Refused(row.Line, form.Code, refusal);
        }

        if (known is { Contact.Record: var before } && contact with { ChangedAt = before.ChangedAt } == before)
        {
            return new ContactImportLine(row.Line, ImportOutcome.Unchanged, before.Code, []);
        }

        var written = known is null
            ? await handler.AddAsync(run.Practice, contact, cancellation)
            : await handler.ReplaceAsync(run.Practice, known.Id, known.Contact, contact, cancellation);
        return written.IsRefused(out var late, out var opened)
            ? Refused(row.Line, form.Code, late)
            : new ContactImportLine(row.Line, known is null ? ImportOutcome.Added : ImportOutcome.Changed, opened.Contact.Code, []);
    }

    private async Task<Known?> FindAsync(PracticeId practice, ContactForm form, CancellationToken cancellation)
    {
        var code = ContactCodes.Read(form.Code, []);
        if (code.Length > 0)
        {
            return await contacts.FindHolderAsync(practice, code, cancellation) is { } holder
                && await contacts.FindAsync(practice, holder, cancellation) is { } found ? new Known(holder, found) : null;
        }

        foreach (var id in EmailAddress.TryRead(form.Email, out var email) ? await contacts.ListByEmailAsync(practice, email.Value, cancellation) : [])
        {
            if (await contacts.FindAsync(practice, id, cancellation) is { } found
                && found.Record.Name.Equals($"{form.FirstName} {form.LastName}", StringComparison.OrdinalIgnoreCase))
            {
                return new Known(id, found);
            }
        }

        return null;
    }

    private sealed record Known(ContactId Id, Versioned<Contact> Contact);
}
