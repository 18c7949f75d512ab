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
    /// <summary>Characters of JSON.</summary>
    private const int LargestRecord = RowBatches.MostCharacters / 10;

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

    /// <returns>Characters of JSON; null where it is of a size that cannot be kept and shown.</returns>
    public static int? SizeOf(HealthRecord record) =>
        RecordRow.SizeOf(record) is var size and <= LargestRecord ? size : null;

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
        var rows = records.Select(record => (Record: record, Row: RecordRow.Of(partition, RowOf(practice, record), record)));
        var outcomes = new List<KeepOutcome>(records.Count);
        foreach (var batch in RowBatches.Cut(rows, each => RecordRow.LengthOf(each.Row)))
        {
            outcomes.AddRange(await KeepBatchAsync(partition, batch, cancellation));
        }

        return outcomes;
    }

    /// <returns>What is kept of this kind and identity; null where there is nothing yet.</returns>
    public async Task<HealthRecord?> FindAsync(
        PracticeId practice, PatientId patient, RecordKind kind, RecordSource source, CancellationToken cancellation) =>
        await _table.FindAsync(Key(practice, patient), Prefix(kind) + IdOf(practice, kind, source), cancellation) is { } row
            ? RecordRow.Read<HealthRecord>(row).Record
            : null;

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

    private async Task<IReadOnlyList<KeepOutcome>> KeepBatchAsync(
        string partition, IReadOnlyList<(HealthRecord Record, TableEntity Row)> rows, CancellationToken cancellation)
    {
        // Most of what comes is new: then this one write is all.
        if (await _table.BatchAsync(rows.Select(each => new TableTransactionAction(TableTransactionActionType.Add, each.Row)), cancellation) is not null)
        {
            return [.. rows.Select(_ => KeepOutcome.Kept)];
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await _table.FindAllAsync(partition, rows.Select(each => each.Row.RowKey), cancellation);
            var actions = new List<TableTransactionAction>();
            var outcomes = new List<KeepOutcome>(rows.Count);
            foreach (var (record, row) in rows)
            {
                var kept = found.GetValueOrDefault(row.RowKey);
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
