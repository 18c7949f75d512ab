using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Searching;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Contacts;

/// <summary>
/// Table Contacts. Partition: the practice. Rows: "contact-" and the contact's id; "code-" and the keyed digest of a code, which says whose it is;
/// "email-", the digest of an address and the id of who has it. These three are written in one batch, so that a code has one holder; the lists
/// (<see cref="ContactLists"/>) come before it and lead to it.
/// </summary>
public sealed class ContactStore(TableServiceClient service, KeyedDigests digests)
{
    /// <summary>Contacts of a batch: each is five rows at most, and a batch takes a hundred.</summary>
    private const int Together = RowBatches.MostRows / 5;

    private readonly RecordTable _table = new(service, "Contacts");
    private readonly ContactLists _lists = new(service, digests);

    public async Task<Versioned<Contact>?> FindAsync(PracticeId practice, ContactId id, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), ContactRow(id), cancellation) is { } row ? RecordRow.Read<Contact>(row) : null;

    /// <returns>Those that are there.</returns>
    public async Task<IReadOnlyDictionary<ContactId, Versioned<Contact>>> FindAllAsync(
        PracticeId practice, IReadOnlyCollection<ContactId> ids, CancellationToken cancellation)
    {
        var rows = await _table.FindAllAsync(practice.ToString(), ids.Select(ContactRow), cancellation);
        return ids.Distinct().Where(id => rows.ContainsKey(ContactRow(id))).ToDictionary(id => id, id => RecordRow.Read<Contact>(rows[ContactRow(id)]));
    }

    /// <returns>False where the contact was changed meanwhile, or another one has the code.</returns>
    public async Task<bool> WriteAsync(PracticeId practice, ContactChange change, CancellationToken cancellation) =>
        (await WriteAsync(practice, [change], cancellation)).Count == 0;

    /// <summary>Adds and changes contacts, many in few requests.</summary>
    /// <param name="practice">Whose address book.</param>
    /// <param name="changes">No contact, and no code, twice.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>Those that were not written: the contact was changed meanwhile, or another one has the code.</returns>
    public async Task<IReadOnlyCollection<ContactChange>> WriteAsync(
        PracticeId practice, IReadOnlyCollection<ContactChange> changes, CancellationToken cancellation)
    {
        await _lists.PutAsync(practice, changes.Select(change => (change.Id, change.After)), cancellation);
        var refused = new ConcurrentBag<ContactChange>();
        await RowBatches.ForEachAsync(
            changes.Chunk(Together),
            async (batch, stop) =>
            {
                if (batch.Length > 1 && await _table.BatchAsync(batch.SelectMany(change => ActionsOf(practice, change)), stop) is not null)
                {
                    return;
                }

                foreach (var change in batch)
                {
                    if (await _table.BatchAsync(ActionsOf(practice, change), stop) is null)
                    {
                        refused.Add(change);
                    }
                }
            },
            cancellation);
        var written = changes.Except(refused).Where(change => change.Before is not null).ToList();
        await _lists.RemoveAsync(practice, written.Select(change => (change.Id, change.Before!.Record, (Contact?)change.After)), cancellation);
        await PutAgainAsync(practice, [.. written.Where(change => ContactLists.IsMove(change.Before!.Record, change.After))], cancellation);
        foreach (var change in refused)
        {
            await PutBackAsync(practice, change, cancellation);
        }

        return refused;
    }

    /// <returns>Whose the codes are; those that are free are missing.</returns>
    public async Task<IReadOnlyDictionary<string, ContactId>> FindHoldersAsync(
        PracticeId practice, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var rows = codes.Distinct(StringComparer.Ordinal).ToDictionary(code => code, code => CodeRow(practice, code), StringComparer.Ordinal);
        var found = await _table.FindAllAsync(practice.ToString(), rows.Values, cancellation);
        return rows.Where(each => found.ContainsKey(each.Value))
            .ToDictionary(each => each.Key, each => RecordRow.Read<Holder>(found[each.Value]).Record.Contact, StringComparer.Ordinal);
    }

    /// <returns>Whose code it is; null where it is free.</returns>
    public async Task<ContactId?> FindHolderAsync(PracticeId practice, string code, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), CodeRow(practice, code), cancellation) is { } row ? RecordRow.Read<Holder>(row).Record.Contact : null;

    /// <summary>Who has this address, archived ones included: a few.</summary>
    public async Task<IReadOnlyList<ContactId>> ListByEmailAsync(PracticeId practice, string email, CancellationToken cancellation)
    {
        var found = new List<ContactId>();
        var prefix = EmailPrefix(practice, email);
        await foreach (var row in _table.ListAsync(practice.ToString(), $"{prefix}-", $"{prefix}.", cancellation))
        {
            found.Add(RecordRow.Read<Holder>(row).Record.Contact);
        }

        return found;
    }

    /// <summary>Contacts of which every word begins one of theirs, the latest first; all where there is no word.</summary>
    /// <param name="practice">Whose address book.</param>
    /// <param name="archived">Which half of it.</param>
    /// <param name="query">As typed.</param>
    /// <param name="size">Contacts.</param>
    /// <param name="cursor">Of the page before; null for the first.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<RecordPage<ListedContact>> PageAsync(
        PracticeId practice, bool archived, string query, int size, string? cursor, CancellationToken cancellation)
    {
        var words = SearchWords.Typed(query);
        var page = await _lists.PageAsync(practice, archived, words, size, cursor, cancellation);
        var records = await FindEachAsync(practice, page.Rows, cancellation);
        return new RecordPage<ListedContact>(
            [
                .. page.Rows.Where(listed => records.ContainsKey(listed.Id)).Select(listed => new ListedContact(listed.Id, records[listed.Id].Record))
                    .Where(listed => listed.Contact.Archived == archived && ContactLists.Matches(listed.Contact, words)),
            ],
            page.Cursor);
    }

    private static string ContactRow(ContactId id) => $"contact-{id}";

    private string CodeRow(PracticeId practice, string code) => $"code-{digests.Of(DigestPurpose.ContactCode, $"{practice}\n{code}")}";

    private string EmailPrefix(PracticeId practice, string email) => $"email-{digests.Of(DigestPurpose.Email, $"{practice}\n{email}")}";

    private async Task<IReadOnlyDictionary<ContactId, Versioned<Contact>>> FindEachAsync(
        PracticeId practice, IEnumerable<ListedContact> listed, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<ContactId, Versioned<Contact>>();
        await RowBatches.ForEachAsync(
            listed,
            async (each, stop) =>
            {
                if (await FindAsync(practice, each.Id, stop) is { } record)
                {
                    found[each.Id] = record;
                }
            },
            cancellation);
        return found;
    }

    // Of two who move the same contact, the slower may take away the rows that the other has put; so each puts, last of all, those of the record.
    private async Task PutAgainAsync(PracticeId practice, IReadOnlyCollection<ContactChange> moved, CancellationToken cancellation)
    {
        if (moved.Count > 0)
        {
            var now = await FindAllAsync(practice, [.. moved.Select(change => change.Id)], cancellation);
            await _lists.PutAsync(practice, now.Select(each => (each.Key, each.Value.Record)), cancellation);
        }
    }

    // The lists say again what the record says.
    private async Task PutBackAsync(PracticeId practice, ContactChange change, CancellationToken cancellation)
    {
        var current = (await FindAsync(practice, change.Id, cancellation))?.Record;
        await _lists.RemoveAsync(practice, [(change.Id, change.After, current)], cancellation);
        if (current is not null)
        {
            await _lists.PutAsync(practice, [(change.Id, current)], cancellation);
        }
    }

    private IEnumerable<TableTransactionAction> ActionsOf(PracticeId practice, ContactChange change)
    {
        var after = KeysOf(practice, change.Id, change.After);
        var before = change.Before is null ? [] : KeysOf(practice, change.Id, change.Before.Record);
        var record = RecordRow.Of(practice.ToString(), ContactRow(change.Id), change.After);
        return after.Except(before).Select(key =>
                new TableTransactionAction(TableTransactionActionType.Add, RecordRow.Of(practice.ToString(), key, new Holder(change.Id))))
            .Concat(before.Except(after).Select(key =>
                new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(practice.ToString(), key), ETag.All)))
            .Append(change.Before is null
                ? new TableTransactionAction(TableTransactionActionType.Add, record)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, record, change.Before.ETag));
    }

    private string[] KeysOf(PracticeId practice, ContactId id, Contact contact) =>
        [CodeRow(practice, contact.Code), $"{EmailPrefix(practice, contact.Email)}-{id}"];

    private sealed record Holder(ContactId Contact);
}

/// <summary>A contact who is to be written.</summary>
/// <param name="Id">Whom.</param>
/// <param name="Before">As they were read; null for somebody new.</param>
/// <param name="After">What they become.</param>
public sealed record ContactChange(ContactId Id, Versioned<Contact>? Before, Contact After);
