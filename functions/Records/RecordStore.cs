using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Records;

/// <summary>What became of a record that was to be kept.</summary>
public enum KeepOutcome
{
    /// <summary>It is there, new or changed, or was there already as it is.</summary>
    Kept,

    /// <summary>A later version of the same is there.</summary>
    Older,
}

/// <summary>
/// Table Records. Partition: practice and patient; row: the kind and the keyed digest of the record's identity, so that the same thing is there
/// once however often it comes, and no key says what anybody has.
/// </summary>
public sealed class RecordStore(TableServiceClient service, KeyedDigests digests)
{
    /// <summary>Rows a batch takes.</summary>
    private const int MostRows = 100;

    /// <summary>Characters of JSON a batch takes: with every character escaped it stays below the service's 4 MiB.</summary>
    private const int MostCharacters = 600_000;

    /// <summary>Another writer of the same patient's records may come between so often.</summary>
    private const int MostTries = 20;

    private readonly RecordTable _table = new(service, "Records");

    /// <param name="practice">Whose.</param>
    /// <param name="kind">Two kinds may have the same identifier.</param>
    /// <param name="source">Its first identifier, else its id: one of them must be there.</param>
    /// <returns>The id of the record: the digest of its identity.</returns>
    public string IdOf(PracticeId practice, RecordKind kind, RecordSource source)
    {
        var identity = source.Identifiers is [var first, ..] ? $"{first.System}|{first.Value}" : source.ResourceId;
        return identity is null
            ? throw new InvalidOperationException("A record without an identity.")
            : digests.Of(DigestPurpose.RecordIdentity, $"{practice}\n{kind}\n{identity}");
    }

    /// <summary>Whether a record is of a size that can be kept and shown.</summary>
    public static bool Fits(HealthRecord record) => RecordRow.LengthOf(RecordRow.Of(string.Empty, string.Empty, record)) <= MostCharacters / 10;

    /// <summary>Keeps records of one patient. The same again writes nothing.</summary>
    /// <param name="practice">Whose.</param>
    /// <param name="patient">Of whom.</param>
    /// <param name="records">No two with the same identity.</param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>What became of each, in order.</returns>
    public async Task<IReadOnlyList<KeepOutcome>> KeepAsync(
        PracticeId practice, PatientId patient, IReadOnlyList<HealthRecord> records, CancellationToken cancellation)
    {
        var partition = Key(practice, patient);
        var rows = records.Select(record => (Record: record, Row: RecordRow.Of(partition, RowOf(practice, record), record))).ToList();
        var outcomes = new List<KeepOutcome>(rows.Count);
        for (var start = 0; start < rows.Count;)
        {
            var count = 0;
            for (var characters = 0; start + count < rows.Count && count < MostRows; count++)
            {
                characters += RecordRow.LengthOf(rows[start + count].Row);
                if (count > 0 && characters > MostCharacters)
                {
                    break;
                }
            }

            outcomes.AddRange(await KeepBatchAsync(rows.GetRange(start, count), cancellation));
            start += count;
        }

        return outcomes;
    }

    /// <param name="practice">Whose.</param>
    /// <param name="patient">Of whom.</param>
    /// <param name="kind">Null for all, in the order of the kinds.</param>
    /// <param name="size">1 to 1,000.</param>
    /// <param name="cursor">Of the page before.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<RecordPage<(string Id, HealthRecord Record)>> PageAsync(
        PracticeId practice, PatientId patient, RecordKind? kind, int size, string? cursor, CancellationToken cancellation)
    {
        var (from, to) = kind is { } one ? (Prefix(one), AfterOf(one)) : (null, null);
        var page = await _table.PageAsync(Key(practice, patient), from, to, size, cursor, cancellation);
        return new RecordPage<(string, HealthRecord)>([.. page.Rows.Select(Read)], page.Cursor);
    }

    /// <summary>All of a patient's records of one kind.</summary>
    public async IAsyncEnumerable<(string Id, HealthRecord Record)> ListAsync(
        PracticeId practice, PatientId patient, RecordKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.ListAsync(Key(practice, patient), Prefix(kind), AfterOf(kind), cancellation))
        {
            yield return Read(row);
        }
    }

    private static (string Id, HealthRecord Record) Read(TableEntity row) =>
        (row.RowKey[(row.RowKey.IndexOf('-', StringComparison.Ordinal) + 1)..], RecordRow.Read<HealthRecord>(row).Record);

    private static string Key(PracticeId practice, PatientId patient) => $"{practice}-{patient}";

    private static string Prefix(RecordKind kind) => string.Create(CultureInfo.InvariantCulture, $"{(int)kind:D2}-");

    // The character after the hyphen.
    private static string AfterOf(RecordKind kind) => string.Create(CultureInfo.InvariantCulture, $"{(int)kind:D2}.");

    private string RowOf(PracticeId practice, HealthRecord record) => Prefix(record.Kind) + IdOf(practice, record.Kind, record.Source);

    private async Task<IReadOnlyList<KeepOutcome>> KeepBatchAsync(List<(HealthRecord Record, TableEntity Row)> rows, CancellationToken cancellation)
    {
        // Most of what comes is new: then this one write is all.
        if (await _table.BatchAsync(rows.Select(each => new TableTransactionAction(TableTransactionActionType.Add, each.Row)), cancellation) is not null)
        {
            return [.. rows.Select(_ => KeepOutcome.Kept)];
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await Task.WhenAll(rows.Select(each => _table.FindAsync(each.Row.PartitionKey, each.Row.RowKey, cancellation)));
            var actions = new List<TableTransactionAction>();
            var outcomes = new List<KeepOutcome>(rows.Count);
            foreach (var ((record, row), kept) in rows.Zip(found))
            {
                var older = kept is not null && record.Source.IsOlderThan(RecordRow.Read<HealthRecord>(kept).Record.Source);
                outcomes.Add(older ? KeepOutcome.Older : KeepOutcome.Kept);
                if (kept is null)
                {
                    actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
                }
                else if (!older && !RecordRow.Same(row, kept))
                {
                    actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, kept.ETag));
                }
            }

            if (actions.Count == 0 || await _table.BatchAsync(actions, cancellation) is not null)
            {
                return outcomes;
            }
        }

        throw new InvalidOperationException($"A patient's records changed {MostTries} times while some were kept.");
    }
}
