using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
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
/// A row says what the patient is called, so that a search reads nothing else. While somebody changes that, the rows are in doubt, and so they stay where
/// the change was given up or another came between: of whoever is in doubt, a search asks the record. Nobody but whoever has put a row in doubt last takes it
/// out of it, and only when that is the one whose change the record has: so no row says for sure what is not so.
/// Whoever types one word wants the first of many, and reads no more than a page. Whoever types two has said more than either: where a thousand are
/// called Smith, the few who are called John as well are in a partition of their own.
/// </remarks>
public sealed class PatientIndex(TableServiceClient service, KeyedDigests digests, PatientStore patients)
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

    /// <summary>Of new ones, before their records are written, so that no record is there that nobody finds.</summary>
    public Task AddAsync(PracticeId practice, IEnumerable<PatientSummary> added, CancellationToken cancellation) =>
        _table.PutAllAsync(added.SelectMany(patient => RowsOf(practice, patient)), cancellation);

    /// <summary>Of those whom somebody else has added at the same time: what stands in the index of them may be of either.</summary>
    public Task DoubtAsync(PracticeId practice, IEnumerable<PatientSummary> doubted, CancellationToken cancellation) =>
        _table.PutAllAsync(doubted.SelectMany(patient => KeysOf(patient).Select(key => RowOf(practice, key, patient, isInDoubt: true))), cancellation);

    /// <summary>Before the records of these are changed: all that leads or will lead to them is in doubt until <see cref="EndAsync"/>.</summary>
    /// <returns>The changes that are on their way, with what was written for each.</returns>
    public async Task<IReadOnlyList<PatientMove>> BeginAsync(
        PracticeId practice, IEnumerable<(PatientSummary Before, PatientSummary After)> changes, CancellationToken cancellation)
    {
        List<PatientMove> moves =
        [
            .. changes.Select(each => new PatientMove(
                each.After.PatientId,
                KeysOf(each.Before).Union(KeysOf(each.After)).ToDictionary(key => key, key => RowOf(practice, key, each.After, isInDoubt: true), StringComparer.Ordinal))),
        ];
        await _table.PutAllAsync(moves.SelectMany(move => move.Rows.Values), cancellation);
        return moves;
    }

    /// <summary>After the records were changed, or were not because somebody else had changed them.</summary>
    /// <param name="practice">Whose directory.</param>
    /// <param name="moves">Of <see cref="BeginAsync"/>, each with what its record says and whether this change is what it says.</param>
    /// <param name="cancellation">The work was given up; what is in doubt then stays so.</param>
    public async Task EndAsync(
        PracticeId practice, IReadOnlyCollection<(PatientMove Move, PatientSummary Now, bool IsWon)> moves, CancellationToken cancellation)
    {
        var (sure, gone) = (new List<TableEntity>(), new List<TableEntity>());
        foreach (var (move, now, isWon) in moves)
        {
            var keys = KeysOf(now).ToHashSet(StringComparer.Ordinal);
            gone.AddRange(move.Rows.Where(row => !keys.Contains(row.Key)).Select(row => row.Value));
            sure.AddRange(move.Rows.Where(row => isWon && keys.Contains(row.Key)).Select(row => SureOf(practice, row.Key, now, row.Value.ETag)));
        }

        // Somebody came between with a change of their own, and may take away what this record needs: it stands there, in doubt.
        var others = await _table.ReplaceAllAsync(sure, cancellation);
        var doubted = moves.Where(each => each.IsWon).ToDictionary(each => each.Move.PatientId, each => each.Now);
        await _table.PutAllAsync(others.Select(row => RecordRow.Of(row.PartitionKey, row.RowKey, Entry.Of(doubted[PatientOf(row)], isInDoubt: true))), cancellation);
        await _table.DeleteSameAsync(gone, cancellation);
    }

    /// <summary>What stands in the index of a patient.</summary>
    public IEnumerable<TableEntity> RowsOf(PracticeId practice, PatientSummary patient) =>
        KeysOf(patient).Select(key => RowOf(practice, key, patient, isInDoubt: false));

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
            found.AddRange((await SureAsync(practice, page.Rows, cancellation)).Where(summary => Matches(summary, words)));
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

    private static PatientId PatientOf(TableEntity row) => RecordRow.Read<Entry>(row).Record.PatientId;

    private TableEntity RowOf(PracticeId practice, string beginning, PatientSummary patient, bool isInDoubt)
    {
        var (partition, list) = PlaceOf(practice, beginning);
        return RecordRow.Of(partition, $"{list}-{patient.PatientId}", Entry.Of(patient, isInDoubt));
    }

    private TableEntity SureOf(PracticeId practice, string beginning, PatientSummary patient, ETag version)
    {
        var row = RowOf(practice, beginning, patient, isInDoubt: false);
        row.ETag = version;
        return row;
    }

    // What rows say, and of those in doubt what their records say.
    private async Task<IEnumerable<PatientSummary>> SureAsync(PracticeId practice, IReadOnlyList<TableEntity> rows, CancellationToken cancellation)
    {
        Entry[] entries = [.. rows.Select(row => RecordRow.Read<Entry>(row).Record)];
        PatientId[] doubted = [.. entries.Where(entry => entry.InDoubt).Select(entry => entry.PatientId)];
        if (doubted.Length == 0)
        {
            return entries.Select(entry => entry.Summary);
        }

        var records = await patients.FindAllAsync(practice, doubted, cancellation);
        return entries
            .Where(entry => !entry.InDoubt || records.ContainsKey(entry.PatientId))
            .Select(entry => entry.InDoubt ? PatientSummary.Of(entry.PatientId, records[entry.PatientId].Record) : entry.Summary);
    }

    /// <summary>What a row says.</summary>
    private sealed record Entry(
        PatientId PatientId,
        string Name,
        string Code,
        DateOnly? BirthDate,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool InDoubt)
    {
        [JsonIgnore]
        public PatientSummary Summary => new(PatientId, Name, Code, BirthDate);

        public static Entry Of(PatientSummary patient, bool isInDoubt) => new(patient.PatientId, patient.Name, patient.Code, patient.BirthDate, isInDoubt);
    }
}

/// <summary>A change of what a patient is found by, on its way: the rows that were put in doubt for it, by what they are found by.</summary>
public sealed record PatientMove(PatientId PatientId, IReadOnlyDictionary<string, TableEntity> Rows);
