using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Searching;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Contacts;

/// <summary>
/// The lists of an address book: one for each beginning, of one letter and of three, of a contact's words, and one of all, which is the list of
/// the beginning without a letter. Rows: "open-" or "archived-", the beginning's keyed digest, and the contact's place. A contact has the same place
/// in each, the latest first.
/// </summary>
public sealed class ContactLists(KeyedDigests digests)
{
    /// <summary>Letters. Whoever types two is led to those of one: most of them match, and each further row of a contact has to be written.</summary>
    private const int ShortBeginning = 1;
    private const int LongBeginning = 3;

    /// <summary>
    /// Beginnings of one contact. Those before and after a change, with the other rows, have to fit one batch, which takes 100. Names and code
    /// come first; of an organisation whose name is very long, the last words find nobody.
    /// </summary>
    private const int MostBeginnings = 44;

    /// <summary>Rows read at once where most may not match.</summary>
    private const int WidePage = 200;

    public IEnumerable<TableEntity> RowsOf(PracticeId practice, ContactId id, Contact contact)
    {
        var place = $"{ListOrder.NewestFirst(contact.CreatedAt)}-{id}";
        var listed = new ListedContact(id, contact);
        return BeginningsOf(contact).Select(beginning =>
            RecordRow.Of(practice.ToString(), $"{ListOf(practice, contact.Archived, beginning)}-{place}", listed));
    }

    /// <inheritdoc cref="ContactStore.PageAsync"/>
    public async Task<RecordPage<ListedContact>> PageAsync(
        RecordTable table, PracticeId practice, bool archived, string query, int size, string? cursor, CancellationToken cancellation)
    {
        var words = SearchWords.Typed(query);
        var beginnings = words.Length == 0 ? [string.Empty] : words.Select(word => word[..LengthOf(word)]).Distinct();
        var readings = beginnings
            .Select(beginning => new Reading(table, practice.ToString(), ListOf(practice, archived, beginning), words, size, cursor)).ToArray();

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

    private string ListOf(PracticeId practice, bool archived, string beginning) =>
        $"{(archived ? "archived" : "open")}-{digests.Of(DigestPurpose.SearchTerm, $"{practice}\n{beginning}")}";

    /// <summary>One list on its way to a page.</summary>
    private sealed class Reading(RecordTable table, string partition, string list, string[] words, int size, string? cursor)
    {
        private readonly List<ListedContact> _found = [];
        private string? _from;

        public RecordPage<ListedContact> Page => new([.. _found.Take(size)], _found.Count > size ? PlaceOf(_found[size - 1]) : null);

        /// <returns>Whether the page is full, and it is known if there is another; or the list is at its end.</returns>
        public async Task<bool> GoOnAsync(int rows, CancellationToken cancellation)
        {
            var page = await table.PageAsync(
                partition, cursor is null ? $"{list}-" : $"{list}-{cursor}.", $"{list}.", rows, _from, cancellation);
            _found.AddRange(page.Rows.Select(row => RecordRow.Read<ListedContact>(row).Record).Where(listed => Matches(listed.Contact)));
            _from = page.Cursor;
            return _from is null || _found.Count > size;
        }

        private static string PlaceOf(ListedContact listed) => $"{ListOrder.NewestFirst(listed.Contact.CreatedAt)}-{listed.Id}";

        private bool Matches(Contact contact)
        {
            string[] own = [.. WordsOf(contact)];
            return words.All(word => own.Any(term => term.StartsWith(word, StringComparison.Ordinal)));
        }
    }
}
