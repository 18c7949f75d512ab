using System.Collections.Concurrent;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Contacts.Csv;

/// <summary>A file of contacts on its way in.</summary>
public sealed record ContactImportRun(PracticeId Practice, Practice Record, ContactFile File)
{
    /// <param name="row">Of the file.</param>
    /// <param name="before">Whom it is about; null for somebody new.</param>
    /// <param name="now">The time.</param>
    public Result<Contact> Read(ContactRow row, Contact? before, DateTimeOffset now) =>
        row.Form.Check(Record, before, now)
            .Then(contact => File.Columns.IsArchived(row.Source).Map(archived => contact with { Archived = archived ?? contact.Archived }));
}

/// <summary>Takes rows of a file together: finds whom they are about in a few requests, decides each, and writes what has changed in batches.</summary>
public sealed class ContactRound(ContactStore contacts, ContactCodes codes, IdGenerator ids, TimeProvider clock)
{
    /// <param name="run">Of which file.</param>
    /// <param name="rows">Those with codes first; no code twice.</param>
    /// <param name="lines">Gets what became of the rows that are through.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>The rows that have to be taken one by one, in their order.</returns>
    public async Task<IReadOnlyList<ContactRow>> TakeAsync(
        ContactImportRun run, IReadOnlyList<ContactRow> rows, ICollection<ContactImportLine> lines, CancellationToken cancellation)
    {
        var known = await KnownContacts.ReadAsync(contacts, run.Practice, rows, cancellation);
        var (decided, left) = (new List<Decided>(), new List<ContactRow>());
        foreach (var row in rows)
        {
            var about = known.Find(row);
            if (!known.IsFirst(about?.Id, row))
            {
                left.Add(row);
            }
            else if (run.Read(row, about?.Contact.Record, clock.GetUtcNow()).IsRefused(out var refusal, out var contact))
            {
                lines.Add(ContactImporter.Refused(row, refusal));
            }
            else if (about is { Contact.Record: var before } && contact with { ChangedAt = before.ChangedAt } == before)
            {
                lines.Add(new ContactImportLine(row.Line, ImportOutcome.Unchanged, before.Code, []));
            }
            else
            {
                decided.Add(new Decided(row, new ContactChange(about?.Id ?? ids.New<ContactId>(), about?.Contact, contact)));
            }
        }

        var named = await NameAsync(run, decided, cancellation);
        var refused = (await contacts.WriteAsync(run.Practice, [.. named.Select(each => each.Change)], cancellation)).Select(change => change.Id).ToHashSet();
        foreach (var each in named.Where(each => !refused.Contains(each.Change.Id)))
        {
            var outcome = each.Change.Before is null ? ImportOutcome.Added : ImportOutcome.Changed;
            lines.Add(new ContactImportLine(each.Row.Line, outcome, each.Change.After.Code, []));
        }

        return [.. named.Where(each => refused.Contains(each.Change.Id)).Select(each => each.Row), .. left];
    }

    // Who has no code yet gets one that nobody of this round has.
    private async Task<IReadOnlyList<Decided>> NameAsync(ContactImportRun run, IReadOnlyList<Decided> decided, CancellationToken cancellation)
    {
        var nameless = decided.Where(each => each.Change.After.Code.Length == 0).ToList();
        var names = nameless.Select(each => (each.Change.After.FirstName, each.Change.After.LastName)).ToList();
        var suggested = nameless.Zip(await codes.SuggestAllAsync(run.Practice, names, run.File.Codes, cancellation))
            .ToDictionary(each => each.First.Change.Id, each => each.Second);
        return
        [
            .. decided.Select(each => suggested.TryGetValue(each.Change.Id, out var code)
                ? each with { Change = each.Change with { After = each.Change.After with { Code = code } } }
                : each),
        ];
    }

    private sealed record Decided(ContactRow Row, ContactChange Change);
}

/// <summary>Who of an address book the rows of a file may be about.</summary>
internal sealed class KnownContacts
{
    private readonly Dictionary<string, (ContactId Id, Versioned<Contact> Contact)> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ContactId Id, Versioned<Contact> Contact)> _byPerson = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ContactId> _taken = [];
    private readonly HashSet<string> _people = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<KnownContacts> ReadAsync(
        ContactStore contacts, PracticeId practice, IReadOnlyCollection<ContactRow> rows, CancellationToken cancellation)
    {
        var known = new KnownContacts();
        var holders = await contacts.FindHoldersAsync(practice, [.. rows.Select(row => row.Code).Where(code => code.Length > 0)], cancellation);
        var owners = new ConcurrentBag<ContactId>();
        var emails = rows.Where(row => row.Code.Length == 0).Select(EmailOf).OfType<string>().Distinct(StringComparer.Ordinal);
        await RowBatches.ForEachAsync(
            emails,
            async (email, stop) =>
            {
                foreach (var id in await contacts.ListByEmailAsync(practice, email, stop))
                {
                    owners.Add(id);
                }
            },
            cancellation);
        var records = await contacts.FindAllAsync(practice, [.. holders.Values, .. owners], cancellation);
        foreach (var (code, id) in holders.Where(each => records.ContainsKey(each.Value)))
        {
            known._byCode[code] = (id, records[id]);
        }

        foreach (var id in owners.Distinct().OrderBy(id => id.Value).Where(records.ContainsKey))
        {
            var record = records[id].Record;
            known._byPerson.TryAdd(PersonOf(record.Email, record.Name), (id, records[id]));
        }

        return known;
    }

    /// <summary>By the code; without one, by name and address.</summary>
    public (ContactId Id, Versioned<Contact> Contact)? Find(ContactRow row) =>
        row.Code.Length > 0
            ? _byCode.TryGetValue(row.Code, out var holder) ? holder : null
            : EmailOf(row) is { } email && _byPerson.TryGetValue(PersonOf(email, NameOf(row)), out var person) ? person : null;

    /// <summary>Whether no row before is about the same person. By their codes two are two, whatever they are called.</summary>
    public bool IsFirst(ContactId? about, ContactRow row)
    {
        var isNew = EmailOf(row) is not { } email || _people.Add(PersonOf(email, NameOf(row))) || row.Code.Length > 0;
        return isNew && (about is not { } id || _taken.Add(id));
    }

    private static string? EmailOf(ContactRow row) => EmailAddress.TryRead(row.Form.Email, out var email) ? email.Value : null;

    private static string NameOf(ContactRow row) => $"{row.Form.FirstName} {row.Form.LastName}";

    private static string PersonOf(string email, string name) => $"{email}\n{name}";
}
