using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Patients;

/// <summary>
/// Table PatientIndex: finds patients as one types, by the beginnings of their names, code and birth date, without a scan and without a name
/// in a key. Partition: the practice and the keyed digest of a beginning; row: the patient. A patient is in one partition for each beginning.
/// </summary>
public sealed class PatientIndex(TableServiceClient service, KeyedDigests digests)
{
    /// <summary>Longer words are found by their first letters and told apart by what the row says.</summary>
    private const int LongestBeginning = 8;

    /// <summary>What one looks at; whoever wants more types more.</summary>
    private const int PageSize = 20;

    private static readonly string[] DateForms = ["yyyyMMdd", "MMddyyyy", "ddMMyyyy"];

    private readonly RecordTable _table = new(service, "PatientIndex");

    /// <summary>Before the record is written, so that no record is there that nobody finds; a row too many leads to a record that does not match.</summary>
    public async Task AddAsync(PracticeId practice, PatientId id, Patient patient, CancellationToken cancellation)
    {
        var summary = PatientSummary.Of(id, patient);
        foreach (var beginning in BeginningsOf(summary))
        {
            await _table.PutAsync(RecordRow.Of(Key(practice, beginning), id.ToString(), summary), cancellation);
        }
    }

    /// <summary>After the record was changed: the beginnings that it had and has no more.</summary>
    public async Task RemoveAsync(PracticeId practice, PatientId id, Patient before, Patient after, CancellationToken cancellation)
    {
        foreach (var beginning in BeginningsOf(PatientSummary.Of(id, before)).Except(BeginningsOf(PatientSummary.Of(id, after))))
        {
            await _table.DeleteAsync(Key(practice, beginning), id.ToString(), Azure.ETag.All, cancellation);
        }
    }

    /// <param name="practice">Whose directory.</param>
    /// <param name="query">Words in any order; each must begin a word of the patient's.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<IReadOnlyList<PatientSummary>> SearchAsync(PracticeId practice, string query, CancellationToken cancellation)
    {
        var words = WordsOf(query).ToArray();
        if (words.Length == 0)
        {
            return [];
        }

        // The longest word leads to the fewest.
        var longest = words.MaxBy(word => word.Length)!;
        var found = new List<PatientSummary>();
        await foreach (var row in _table.ListAsync(Key(practice, Beginning(longest)), null, null, cancellation))
        {
            var summary = RecordRow.Read<PatientSummary>(row).Record;
            var own = TermsOf(summary).ToArray();
            if (words.All(word => own.Any(term => term.StartsWith(word, StringComparison.Ordinal))))
            {
                found.Add(summary);
            }

            if (found.Count == PageSize)
            {
                break;
            }
        }

        return found;
    }

    private static IEnumerable<string> BeginningsOf(PatientSummary patient) =>
        TermsOf(patient).SelectMany(term => Enumerable.Range(1, Math.Min(term.Length, LongestBeginning)).Select(length => term[..length])).Distinct();

    private static string Beginning(string word) => word.Length <= LongestBeginning ? word : word[..LongestBeginning];

    // A birth date is found as it is written in three ways: 1961-04-23, 04/23/1961 and 23.04.1961, each as its digits.
    private static IEnumerable<string> TermsOf(PatientSummary patient) =>
        WordsOf($"{patient.Name} {patient.Code}").Concat(
            patient.BirthDate is { } date
                ? DateForms.Select(format => date.ToString(format, CultureInfo.InvariantCulture))
                : []);

    private static IEnumerable<string> WordsOf(string text) =>
        Folded(text).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word.Length > 0).Distinct();

    // Without accents and in one case: "Müller" is found by "muller" (Unicode canonical decomposition, marks left out).
    private static string Folded(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .ToUpperInvariant();

    private string Key(PracticeId practice, string beginning) => $"{practice}-{digests.Of(DigestPurpose.SearchTerm, $"{practice}\n{beginning}")}";
}
