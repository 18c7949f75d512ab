using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Searching;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Patients;

/// <summary>
/// Table PatientIndex: finds patients as one types, by the beginnings of their names, code and birth date, without a scan and without a name
/// in a key. A list is what stands under one beginning, or under the beginnings of two words; a patient is in some sixty. Partition: the practice and
/// the first two digits of the list's keyed digest; row: the digest and the patient. So the lists of a practice share 256 partitions: those of many patients
/// are written in full batches, and no partition grows with more than its part.
/// </summary>
/// <remarks>
/// Whoever types one word wants the first of many, and reads no more than a page. Whoever types two has said more than either: where a thousand are
/// called Smith, the few who are called John as well are in a partition of their own.
/// </remarks>
public sealed class PatientIndex(TableServiceClient service, KeyedDigests digests)
{
    /// <summary>Longer words are found by their first letters and told apart by what the row says.</summary>
    private const int LongestBeginning = 8;

    /// <summary>Of each of two words together: so many letters, or one.</summary>
    private const int PairedBeginning = 3;

    /// <summary>What one looks at; whoever wants more types more, or asks for the next.</summary>
    private const int PageSize = 20;

    /// <summary>Rows read at once where most may not match.</summary>
    private const int WidePage = 200;

    /// <summary>Digits of a digest that are in the partition's key.</summary>
    private const int PartitionDigits = 2;

    private static readonly string[] DateForms = ["yyyyMMdd", "MMddyyyy", "ddMMyyyy"];

    private readonly RecordTable _table = new(service, "PatientIndex");

    /// <summary>Before the record is written, so that no record is there that nobody finds; a row too many leads to a record that does not match.</summary>
    public Task AddAsync(PracticeId practice, PatientId id, Patient patient, CancellationToken cancellation) =>
        AddAsync(practice, [PatientSummary.Of(id, patient)], cancellation);

    /// <summary>The same for many, in few requests.</summary>
    public Task AddAsync(PracticeId practice, IEnumerable<PatientSummary> patients, CancellationToken cancellation) =>
        _table.PutAllAsync(patients.SelectMany(patient => RowsOf(practice, patient)), cancellation);

    /// <summary>The beginnings that a patient had and has no more.</summary>
    public Task RemoveAsync(PracticeId practice, PatientId id, Patient before, Patient after, CancellationToken cancellation) =>
        RemoveAsync(practice, [(PatientSummary.Of(id, before), PatientSummary.Of(id, after))], cancellation);

    /// <summary>The same for many, in few requests.</summary>
    public Task RemoveAsync(
        PracticeId practice, IEnumerable<(PatientSummary Before, PatientSummary After)> patients, CancellationToken cancellation) =>
        _table.DeleteAllAsync(
            patients.SelectMany(each => KeysOf(each.Before).Except(KeysOf(each.After)).Select(key => RowOf(practice, key, each.Before))), cancellation);

    /// <summary>What stands in the index of a patient.</summary>
    public IEnumerable<TableEntity> RowsOf(PracticeId practice, PatientSummary patient) => KeysOf(patient).Select(key => RowOf(practice, key, patient));

    /// <param name="practice">Whose directory.</param>
    /// <param name="query">Words in any order; each must begin a word of the patient's.</param>
    /// <param name="cursor">Of the page before; null for the first. One that was made up leads somewhere into the same list.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<RecordPage<PatientSummary>> SearchAsync(PracticeId practice, string query, string? cursor, CancellationToken cancellation)
    {
        var words = SearchWords.Typed(query);
        if (words.Length == 0)
        {
            return new RecordPage<PatientSummary>([], null);
        }

        var (partition, list) = ListOf(practice, words);
        var found = new List<PatientSummary>();
        var (continuation, size) = ((string?)null, words.Length == 1 ? PageSize + 1 : WidePage);
        do
        {
            var page = await _table.PageAsync(partition, cursor is null ? $"{list}-" : $"{list}-{cursor}.", $"{list}.", size, continuation, cancellation);
            found.AddRange(page.Rows.Select(row => RecordRow.Read<PatientSummary>(row).Record).Where(summary => Matches(summary, words)));
            (continuation, size) = (page.Cursor, WidePage);
        }
        while (continuation is not null && found.Count <= PageSize);
        return new RecordPage<PatientSummary>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].PatientId.ToString() : null);
    }

    /// <summary>What a search reads: the partition, and what its rows begin with. There must be a word in it.</summary>
    public (string Partition, string List) ListOf(PracticeId practice, string query) => ListOf(practice, SearchWords.Typed(query));

    private static bool Matches(PatientSummary summary, string[] words)
    {
        var own = WordsOf(summary).Concat(DatesOf(summary)).ToArray();
        return words.All(word => own.Any(term => term.StartsWith(word, StringComparison.Ordinal)));
    }

    // The two longest words lead to the fewest. Digits may be of a birth date, which is paired with a word by three digits and three letters, and
    // with nothing else: where that does not help, the longest word has to do.
    private static string KeyOf(string longest, string next)
    {
        var digits = new[] { longest, next }.Count(word => word.All(char.IsAsciiDigit));
        return digits == 0 || (digits == 1 && next.Length >= PairedBeginning)
            ? Pair(Paired(longest), Paired(next))
            : SearchWords.Beginning(longest, LongestBeginning);

        static string Paired(string word) => SearchWords.Beginning(word, word.Length >= PairedBeginning ? PairedBeginning : 1);
    }

    private static IEnumerable<string> KeysOf(PatientSummary patient)
    {
        string[] words = [.. WordsOf(patient)];
        string[] dates = [.. DatesOf(patient)];
        var single = words.Concat(dates)
            .SelectMany(term => Enumerable.Range(1, Math.Min(term.Length, LongestBeginning)).Select(length => term[..length]));
        var pairs =
            from first in Enumerable.Range(0, words.Length)
            from second in Enumerable.Range(first + 1, words.Length - first - 1)
            from left in Paired(words[first])
            from right in Paired(words[second])
            select Pair(left, right);
        var dated =
            from word in words
            where word.Length >= PairedBeginning
            from date in dates
            select Pair(word[..PairedBeginning], date[..PairedBeginning]);
        return single.Concat(pairs).Concat(dated).Distinct();

        static string[] Paired(string word) => word.Length >= PairedBeginning ? [word[..1], word[..PairedBeginning]] : [word[..1]];
    }

    // No word has a space in it, so that no pair is taken for a word.
    private static string Pair(string left, string right) => string.CompareOrdinal(left, right) <= 0 ? $"{left} {right}" : $"{right} {left}";

    private static IEnumerable<string> WordsOf(PatientSummary patient) => SearchWords.Of($"{patient.Name} {patient.Code}");

    // A birth date is found as it is written in three ways: 1961-04-23, 04/23/1961 and 23.04.1961, each as its digits.
    private static IEnumerable<string> DatesOf(PatientSummary patient) =>
        patient.BirthDate is { } date ? DateForms.Select(format => date.ToString(format, CultureInfo.InvariantCulture)) : [];

    private (string Partition, string List) ListOf(PracticeId practice, string[] words) =>
        PlaceOf(practice, words.Length == 1 ? SearchWords.Beginning(words[0], LongestBeginning) : KeyOf(words[0], words[1]));

    private (string Partition, string List) PlaceOf(PracticeId practice, string beginning)
    {
        var list = digests.Of(DigestPurpose.SearchTerm, $"{practice}\n{beginning}");
        return ($"{practice}-{list[..PartitionDigits]}", list);
    }

    private TableEntity RowOf(PracticeId practice, string beginning, PatientSummary patient)
    {
        var (partition, list) = PlaceOf(practice, beginning);
        return RecordRow.Of(partition, $"{list}-{patient.PatientId}", patient);
    }
}
