using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Searching;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Contacts;

/// <summary>
/// The lists of an address book: one for each beginning, of one letter and of three, of a contact's words, and one of all, which is the list of
/// the beginning without a letter. Table ContactLists. Partition: the practice and the first digit of the beginning's keyed digest; row: "open-" or
/// "archived-", the digest, and the contact's place. A contact has the same place in each, the latest first. A list leads to contacts: it is written
/// before they are, and may have one too many; what is true of a contact is on their record.
/// </summary>
public sealed class ContactLists(TableServiceClient service, KeyedDigests digests)
{
    /// <summary>Letters. Whoever types two is led to those of one: most of them match, and each further row of a contact has to be written.</summary>
    private const int ShortBeginning = 1;
    private const int LongBeginning = 3;

    /// <summary>
    /// Beginnings of one contact. Names and code come first; of an organisation whose name is very long, the last words find nobody.
    /// </summary>
    private const int MostBeginnings = 44;

    /// <summary>Rows read at once where most may not match.</summary>
    private const int WidePage = 200;

    private readonly RecordTable _table = new(service, "ContactLists");

    /// <summary>Before the contacts are written, so that none is there whom nobody finds.</summary>
    public Task PutAsync(PracticeId practice, IEnumerable<(ContactId Id, Contact Contact)> contacts, CancellationToken cancellation) =>
        _table.PutAllAsync(contacts.SelectMany(each => RowsOf(practice, each.Id, each.Contact)), cancellation);

    /// <summary>After they were written: where they were and are no more. Null where they are nowhere.</summary>
    public Task RemoveAsync(PracticeId practice, IEnumerable<(ContactId Id, Contact Was, Contact? Is)> contacts, CancellationToken cancellation) =>
        _table.DeleteAllAsync(
            contacts.SelectMany(each =>
            {
                var kept = each.Is is null ? [] : RowsOf(practice, each.Id, each.Is).Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
                return RowsOf(practice, each.Id, each.Was).Where(row => !kept.Contains(row.RowKey));
            }),
            cancellation);

    /// <summary>Whether every word begins one of theirs.</summary>
    public static bool Matches(Contact contact, string[] words)
    {
        string[] own = [.. WordsOf(contact)];
        return words.All(word => own.Any(term => term.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Whether a contact is in other lists than before.</summary>
    public static bool IsMove(Contact before, Contact after) =>
        before.Archived != after.Archived || !BeginningsOf(before).ToHashSet(StringComparer.Ordinal).SetEquals(BeginningsOf(after));

    /// <param name="practice">Whose address book.</param>
    /// <param name="archived">Which half of it.</param>
    /// <param name="words">As typed, folded.</param>
    /// <param name="size">Contacts.</param>
    /// <param name="cursor">Of the page before; null for the first.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<RecordPage<ListedContact>> PageAsync(
        PracticeId practice, bool archived, string[] words, int size, string? cursor, CancellationToken cancellation)
    {
        var beginnings = words.Length == 0 ? [string.Empty] : words.Select(word => word[..LengthOf(word)]).Distinct();
        var readings = beginnings.Select(beginning => new Reading(_table, PlaceOf(practice, archived, beginning), words, size, cursor)).ToArray();

        // Each list has everybody who is looked for, in the same order. Where all work at something called "Dental" and few are called Falk, the
        // list that is through first is the one of Falk: they are read in turn until one is.
        for (var turn = 0; ; turn++)
        {
            var reading = readings[turn % readings.Length];
            if (await reading.GoOnAsync(words.Length == 0 ? size + 1 : WidePage, cancellation))
            {
                return reading.Page;
            }
        }
    }

    private static IEnumerable<string> BeginningsOf(Contact contact) =>
        WordsOf(contact)
            .SelectMany(word => new[] { word[..ShortBeginning], word[..LengthOf(word)] })
            .Prepend(string.Empty).Distinct().Take(MostBeginnings);

    private static IEnumerable<string> WordsOf(Contact contact) => SearchWords.Of($"{contact.Name} {contact.Code} {contact.Organisation}");

    private static int LengthOf(string word) => word.Length < LongBeginning ? ShortBeginning : LongBeginning;

    private IEnumerable<TableEntity> RowsOf(PracticeId practice, ContactId id, Contact contact)
    {
        var order = $"{ListOrder.NewestFirst(contact.CreatedAt)}-{id}";
        var listed = new ListedContact(id, contact);
        return BeginningsOf(contact).Select(beginning =>
        {
            var (partition, list) = PlaceOf(practice, contact.Archived, beginning);
            return RecordRow.Of(partition, $"{list}-{order}", listed);
        });
    }

    private (string Partition, string List) PlaceOf(PracticeId practice, bool archived, string beginning)
    {
        var digest = digests.Of(DigestPurpose.SearchTerm, $"{practice}\n{beginning}");
        return ($"{practice}-{digest[0]}", $"{(archived ? "archived" : "open")}-{digest}");
    }

    /// <summary>One list on its way to a page.</summary>
    private sealed class Reading(RecordTable table, (string Partition, string List) place, string[] words, int size, string? cursor)
    {
        private readonly List<ListedContact> _found = [];
        private string? _from;

        public RecordPage<ListedContact> Page => new([.. _found.Take(size)], _found.Count > size ? PlaceOf(_found[size - 1]) : null);

        /// <returns>Whether the page is full, and it is known if there is another; or the list is at its end.</returns>
        public async Task<bool> GoOnAsync(int rows, CancellationToken cancellation)
        {
            var page = await table.PageAsync(
                place.Partition, cursor is null ? $"{place.List}-" : $"{place.List}-{cursor}.", $"{place.List}.", rows, _from, cancellation);
            _found.AddRange(page.Rows.Select(row => RecordRow.Read<ListedContact>(row).Record).Where(listed => Matches(listed.Contact, words)));
            _from = page.Cursor;
            return _from is null || _found.Count > size;
        }

        private static string PlaceOf(ListedContact listed) => $"{ListOrder.NewestFirst(listed.Contact.CreatedAt)}-{listed.Id}";
    }
}
