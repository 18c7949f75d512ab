using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Contacts.Csv;

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

/// <summary>What became of a part of a file; the counts and the lines are the part's.</summary>
/// <param name="Added">How many rows.</param>
/// <param name="Changed">How many rows.</param>
/// <param name="Unchanged">How many rows.</param>
/// <param name="Refused">How many rows.</param>
/// <param name="Lines">By their place in the file.</param>
/// <param name="IgnoredColumns">Of the file.</param>
/// <param name="Rows">Of the whole file, its header left out.</param>
/// <param name="Next">How many of them are through, and where the next part begins; null after the last.</param>
public sealed record ContactImport(
    int Added,
    int Changed,
    int Unchanged,
    int Refused,
    IReadOnlyList<ContactImportLine> Lines,
    IReadOnlyList<string> IgnoredColumns,
    int Rows,
    int? Next);

/// <summary>
/// Brings a file of contacts in, a part with each request: a row whose code is known is that contact, one without a code is whoever has its name and
/// address, and any other is new. So the same part again changes nothing. All that can be is decided and written together; rows that depend on another
/// of the same part, or whose contact somebody else writes at the same time, follow one by one.
/// </summary>
public sealed class ContactImporter(ContactRound round, ContactStore contacts, ContactHandler handler, PracticeStore practices, TimeProvider clock)
{
    /// <summary>
    /// Rows of a part. Static Web Apps ends a request after 45 seconds, and the slowest store that this runs on takes a minute for two thousand new
    /// contacts (docs/scale.md); an eighth of that leaves room for rows that go one by one.
    /// </summary>
    public const int MostAtOnce = 250;

    /// <param name="practice">Whose address book.</param>
    /// <param name="file">Whole, with each part.</param>
    /// <param name="from">What the part before said is next; 0 for the first.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<ContactImport>> ImportAsync(PracticeId practice, byte[] file, int from, CancellationToken cancellation) =>
        await practices.FindAsync(practice, cancellation) is { Record: var record }
            ? await ContactFile.Read(file).ThenAsync<ContactImport>(async read =>
            {
                ContactRow[] part = [.. read.Rows.Skip(from).Take(MostAtOnce)];
                return Report(read, await TakeAsync(new ContactImportRun(practice, record, read), part, cancellation), from + part.Length);
            })
            : new NotFound();

    internal static ContactImportLine Refused(ContactRow row, Refusal refusal)
    {
        var inputs = refusal switch
        {
            InvalidForm form => form.Inputs,
            InvalidInput input => [input],
            _ => [new InvalidInput(refusal.Code)],
        };
        return new ContactImportLine(
            row.Line, ImportOutcome.Refused, row.WrittenCode, [.. inputs.Select(input => new ContactImportReason(input.Code, input.Field))]);
    }

    private static ContactImport Report(ContactFile file, IReadOnlyCollection<ContactImportLine> lines, int through)
    {
        return new ContactImport(
            Of(ImportOutcome.Added),
            Of(ImportOutcome.Changed),
            Of(ImportOutcome.Unchanged),
            Of(ImportOutcome.Refused),
            [.. lines.OrderBy(line => line.Line)],
            file.Columns.Ignored,
            file.Rows.Count,
            through < file.Rows.Count ? through : null);

        int Of(ImportOutcome outcome) => lines.Count(line => line.Outcome == outcome);
    }

    private async Task<IReadOnlyCollection<ContactImportLine>> TakeAsync(
        ContactImportRun run, IReadOnlyList<ContactRow> rows, CancellationToken cancellation)
    {
        var lines = rows.Where(row => row.Wrong is not null).Select(row => Refused(row, row.Wrong!)).ToList();
        var left = await round.TakeAsync(run, [.. rows.Where(row => row.Wrong is null)], lines, cancellation);
        foreach (var row in left)
        {
            lines.Add(await TakeAsync(run, row, cancellation));
        }

        return lines;
    }

    private async Task<ContactImportLine> TakeAsync(ContactImportRun run, ContactRow row, CancellationToken cancellation)
    {
        var known = await FindAsync(run.Practice, row, cancellation);
        if (run.Read(row, known?.Contact.Record, clock.GetUtcNow()).IsRefused(out var refusal, out var contact))
        {
            return Refused(row, refusal);
        }

        if (known is { Contact.Record: var before } && contact with { ChangedAt = before.ChangedAt } == before)
        {
            return new ContactImportLine(row.Line, ImportOutcome.Unchanged, before.Code, []);
        }

        var written = known is null
            ? await handler.AddAsync(run.Practice, contact, run.File.Codes, cancellation)
            : await handler.ReplaceAsync(run.Practice, known.Id, known.Contact, contact, cancellation);
        return written.IsRefused(out var late, out var opened)
            ? Refused(row, late)
            : new ContactImportLine(row.Line, known is null ? ImportOutcome.Added : ImportOutcome.Changed, opened.Contact.Code, []);
    }

    private async Task<Known?> FindAsync(PracticeId practice, ContactRow row, CancellationToken cancellation)
    {
        if (row.Code.Length > 0)
        {
            return await contacts.FindHolderAsync(practice, row.Code, cancellation) is { } holder
                && await contacts.FindAsync(practice, holder, cancellation) is { } found ? new Known(holder, found) : null;
        }

        foreach (var id in EmailAddress.TryRead(row.Form.Email, out var email) ? await contacts.ListByEmailAsync(practice, email.Value, cancellation) : [])
        {
            if (await contacts.FindAsync(practice, id, cancellation) is { } found
                && found.Record.Name.Equals($"{row.Form.FirstName} {row.Form.LastName}", StringComparison.OrdinalIgnoreCase))
            {
                return new Known(id, found);
            }
        }

        return null;
    }

    private sealed record Known(ContactId Id, Versioned<Contact> Contact);
}
