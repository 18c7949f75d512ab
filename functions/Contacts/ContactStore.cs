using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Contacts;

/// <summary>
/// Table Contacts. Partition: the practice. Rows: "contact-" and the contact's id; "code-" and the keyed digest of a code, which says whose it is;
/// "email-", the digest of an address and the id of who has it; and the rows of the lists (<see cref="ContactLists"/>). All rows of a contact are
/// written in one batch, so that a code has one holder, and what is found is what is there.
/// </summary>
public sealed class ContactStore(TableServiceClient service, KeyedDigests digests)
{
    private readonly RecordTable _table = new(service, "Contacts");
    private readonly ContactLists _lists = new(digests);

    public async Task<Versioned<Contact>?> FindAsync(PracticeId practice, ContactId id, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), ContactRow(id), cancellation) is { } row ? RecordRow.Read<Contact>(row) : null;

    /// <returns>False where another contact has the code.</returns>
    public async Task<bool> AddAsync(PracticeId practice, ContactId id, Contact contact, CancellationToken cancellation)
    {
        var added = RowsOf(practice, id, contact).Append(RecordRow.Of(practice.ToString(), ContactRow(id), contact));
        return await _table.BatchAsync(added.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation) is not null;
    }

    /// <returns>False where the contact was changed meanwhile, or another one has the new code.</returns>
    public async Task<bool> ReplaceAsync(
        PracticeId practice, ContactId id, Versioned<Contact> before, Contact after, CancellationToken cancellation)
    {
        var old = RowsOf(practice, id, before.Record).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        var changed = RowsOf(practice, id, after).ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        var actions = changed.Values.Select(row =>
                new TableTransactionAction(old.ContainsKey(row.RowKey) ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.Add, row))
            .Concat(old.Values.Where(row => !changed.ContainsKey(row.RowKey)).Select(row =>
                new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)))
            .Append(new(TableTransactionActionType.UpdateReplace, RecordRow.Of(practice.ToString(), ContactRow(id), after), before.ETag));
        return await _table.BatchAsync(actions, cancellation) is not null;
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
    public Task<RecordPage<ListedContact>> PageAsync(
        PracticeId practice, bool archived, string query, int size, string? cursor, CancellationToken cancellation) =>
        _lists.PageAsync(_table, practice, archived, query, size, cursor, cancellation);

    private static string ContactRow(ContactId id) => $"contact-{id}";

    private string CodeRow(PracticeId practice, string code) => $"code-{digests.Of(DigestPurpose.ContactCode, $"{practice}\n{code}")}";

    private string EmailPrefix(PracticeId practice, string email) => $"email-{digests.Of(DigestPurpose.Email, $"{practice}\n{email}")}";

    private IEnumerable<TableEntity> RowsOf(PracticeId practice, ContactId id, Contact contact) =>
    [
        RecordRow.Of(practice.ToString(), CodeRow(practice, contact.Code), new Holder(id)),
        RecordRow.Of(practice.ToString(), $"{EmailPrefix(practice, contact.Email)}-{id}", new Holder(id)),
        .. _lists.RowsOf(practice, id, contact),
    ];

    private sealed record Holder(ContactId Contact);
}
