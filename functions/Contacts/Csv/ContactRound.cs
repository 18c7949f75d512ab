using System.Collections.Concurrent;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Contacts.Csv;

/// <summary>A file of contacts on its way in.</summary>
public sealed record ContactImportRun(PracticeId Practice, Practice Record, ContactColumns Columns)
{
    /// <param name="row">Of the file.</param>
    /// <param name="form">What it says.</param>
    /// <param name="before">Whom it is about; null for somebody new.</param>
    /// <param name="now">The time.</param>
    public Result<Contact> Read(CsvRow row, ContactForm form, Contact? before, DateTimeOffset now) =>
        form.Check(Record, before, now).Then(contact => Columns.IsArchived(row).Map(archived => contact with { Archived = archived ?? contact.Archived }));
}

/// <summary>Takes the rows of a file together: finds whom they are about in a few requests, decides each, and writes what has changed in batches.</summary>
public sealed class ContactRound(ContactStore contacts, ContactCodes codes, IdGenerator ids, TimeProvider clock)
{
    /// <param name="run">Of which file.</param>
    /// <param name="rows">Those with codes first; no code twice.</param>
    /// <param name="lines">Gets what became of the rows that are through.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>The rows that have to be taken one by one, in their order.</returns>
    public async Task<IReadOnlyList<(CsvRow Row, ContactForm Form)>> TakeAsync(
        ContactImportRun run, IReadOnlyList<(CsvRow Row, ContactForm Form)> rows, ICollection<ContactImportLine> lines, CancellationToken cancellation)
    {
        var known = await KnownContacts.ReadAsync(contacts, run.Practice, [.. rows.Select(each => each.Form)], cancellation);
        var (decided, left) = (new List<Decided>(), new List<(CsvRow, ContactForm)>());
        foreach (var (row, form) in rows)
        {
            var about = known.Find(form);
            if (!known.IsFirst(about?.Id, form))
            {
                left.Add((row, form));
            }
            else if (run.Read(row, form, about?.Contact.Record, clock.GetUtcNow()).IsRefused(out var refusal, out var contact))
            {
                lines.Add(ContactImporter.Refused(row.Line, form.Code, refusal));
            }
            else if (about is { Contact.Record: var before } && contact with { ChangedAt = before.ChangedAt } == before)
            {
                lines.Add(new ContactImportLine(row.Line, ImportOutcome.Unchanged, before.Code, []));
            }
            else
            {
                decided.Add(new Decided(row, form, new ContactChange(about?.Id ?? ids.New<ContactId>(), about?.Contact, contact)));
            }
        }

        var named = await NameAsync(run.Practice, decided, known.Codes, cancellation);
        var refused = (await contacts.WriteAsync(run.Practice, [.. named.Select(each => each.Change)], cancellation)).Select(change => change.Id).ToHashSet();
        foreach (var each in named.Where(each => !refused.Contains(each.Change.Id)))
        {
            var outcome = each.Change.Before is null ? ImportOutcome.Added : ImportOutcome.Changed;
            lines.Add(new ContactImportLine(each.Row.Line, outcome, each.Change.After.Code, []));
        }

        return [.. named.Where(each => refused.Contains(each.Change.Id)).Select(each => (each.Row, each.Form)), .. left];
    }

    // Who has no code yet gets one that nobody of this round has.
    private async Task<IReadOnlyList<Decided>> NameAsync(
        PracticeId practice, IReadOnlyList<Decided> decided, ISet<string> taken, CancellationToken cancellation)
    {
        var nameless = decided.Where(each => each.Change.After.Code.Length == 0).ToList();
        var names = nameless.Select(each => (each.Change.After.FirstName, each.Change.After.LastName)).ToList();
        var suggested = nameless.Zip(await codes.SuggestAllAsync(practice, names, taken, cancellation))
            .ToDictionary(each => each.First.Change.Id, each => each.Second);
        return
        [
            .. decided.Select(each => suggested.TryGetValue(each.Change.Id, out var code)
                ? each with { Change = each.Change with { After = each.Change.After with { Code = code } } }
                : each),
        ];
    }

    private sealed record Decided(CsvRow Row, ContactForm Form, ContactChange Change);
}

/// <summary>Who of an address book the rows of a file may be about.</summary>
internal sealed class KnownContacts
{
    private readonly Dictionary<string, (ContactId Id, Versioned<Contact> Contact)> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ContactId Id, Versioned<Contact> Contact)> _byPerson = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ContactId> _taken = [];
    private readonly HashSet<string> _people = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>That rows of the file have.</summary>
    public HashSet<string> Codes { get; } = new(StringComparer.Ordinal);

    public static async Task<KnownContacts> ReadAsync(
        ContactStore contacts, PracticeId practice, IReadOnlyCollection<ContactForm> forms, CancellationToken cancellation)
    {
        var known = new KnownContacts();
        known.Codes.UnionWith(forms.Select(CodeOf).Where(code => code.Length > 0));
        var holders = await contacts.FindHoldersAsync(practice, known.Codes, cancellation);
        var owners = new ConcurrentBag<ContactId>();
        var emails = forms.Where(form => CodeOf(form).Length == 0).Select(EmailOf).OfType<string>().Distinct(StringComparer.Ordinal);
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
    public (ContactId Id, Versioned<Contact> Contact)? Find(ContactForm form) =>
        CodeOf(form) is { Length: > 0 } code
            ? _byCode.TryGetValue(code, out var holder) ? holder : null
            : EmailOf(form) is { } email && _byPerson.TryGetValue(PersonOf(email, NameOf(form)), out var person) ? person : null;

    /// <summary>Whether no row before is about the same person. By their codes two are two, whatever they are called.</summary>
    public bool IsFirst(ContactId? about, ContactForm form)
    {
        var isNew = EmailOf(form) is not { } email || _people.Add(PersonOf(email, NameOf(form))) || CodeOf(form).Length > 0;
        return isNew && (about is not { } id || _taken.Add(id));
    }

    private static string CodeOf(ContactForm form) => ContactCodes.Read(form.Code, []);

    private static string? EmailOf(ContactForm form) => EmailAddress.TryRead(form.Email, out var email) ? email.Value : null;

    private static string NameOf(ContactForm form) => $"{form.FirstName} {form.LastName}";

    private static string PersonOf(string email, string name) => $"{email}\n{name}";
}
