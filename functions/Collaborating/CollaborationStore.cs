using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Practices.Retention;
using Collaborations.Storage;

namespace Collaborations.Collaborating;

/// <summary>
/// Table Collaborations. Partition: the practice; rows: <c>counter</c>, <c>collaboration-</c> with the id, and <c>number-</c> with ten digits, which
/// says whose number it is. A start writes all three in one batch: a number is taken with the collaboration that has it, or not at all.
/// </summary>
public sealed class CollaborationStore(TableServiceClient service)
{
    private const string CounterRow = "counter";

    /// <summary>Each that starts at the same time costs the others a try.</summary>
    private const int MostTries = 200;

    private readonly RecordTable _table = new(service, "Collaborations");

    /// <returns>The collaboration; null also where it is being deleted.</returns>
    public async Task<Versioned<Collaboration>?> FindAsync(PracticeId practice, CollaborationId id, CancellationToken cancellation) =>
        await FindAnyAsync(practice, id, cancellation) is { Record.DeletedAt: null } found ? found : null;

    public async Task<CollaborationId?> FindByNumberAsync(PracticeId practice, int number, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), NumberRow(number), cancellation) is { } row ? RecordRow.Read<Holder>(row).Record.Collaboration : null;

    /// <summary>The number that the next one gets, unless another starts first.</summary>
    public async Task<int> NextNumberAsync(PracticeId practice, CancellationToken cancellation) =>
        (await FindCounterAsync(practice, cancellation))?.Record.Last + 1 ?? 1;

    /// <summary>Gives it the next number. Under an id that is there already, nothing is written.</summary>
    /// <param name="practice">Whose.</param>
    /// <param name="id">Follows from the starter's own key, so that a repeat is the same.</param>
    /// <param name="make">Pure: from the number.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>What is there, and whether this wrote it.</returns>
    public async Task<(Collaboration Record, bool Added)> AddAsync(PracticeId practice, CollaborationId id, Func<int, Collaboration> make, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FindAsync(practice, id, cancellation) is { Record: var known })
            {
                return (known, false);
            }

            var counter = await FindCounterAsync(practice, cancellation);
            var started = make((counter?.Record.Last ?? 0) + 1);
            var next = RecordRow.Of(practice.ToString(), CounterRow, new Counter(started.Number));
            var written = await _table.BatchAsync(
                [
                    counter is null
                        ? new TableTransactionAction(TableTransactionActionType.Add, next)
                        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, counter.ETag),
                    new(TableTransactionActionType.Add, RecordRow.Of(practice.ToString(), Row(id), started)),
                    new(TableTransactionActionType.Add, RecordRow.Of(practice.ToString(), NumberRow(started.Number), new Holder(id))),
                ],
                cancellation);
            if (written is not null)
            {
                return (started, true);
            }
        }

        throw new InvalidOperationException($"The counter of collaborations moved {MostTries} times while one was started.");
    }

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        PracticeId practice,
        CollaborationId id,
        Func<Collaboration, Result<(Collaboration Changed, TAnswer Answer)>> decide,
        CancellationToken cancellation) =>
        Decision.MakeAsync<Collaboration, TAnswer>(
            () => FindAsync(practice, id, cancellation),
            collaboration => collaboration is null ? new NotFound() : decide(collaboration),
            async (collaboration, before) =>
                await _table.ReplaceAsync(RecordRow.Of(practice.ToString(), Row(id), collaboration), before!.ETag, cancellation) is not null);

    /// <summary>From this decision on the collaboration is nobody's, until it is deleted.</summary>
    /// <param name="practice">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="isOver">By its record; one that was ended before is not asked again.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">The process ends.</param>
    /// <returns>What is to be deleted.</returns>
    public Task<Result<Collaboration>> EndAsync(
        PracticeId practice, CollaborationId id, Predicate<Collaboration> isOver, DateTimeOffset now, CancellationToken cancellation) =>
        Decision.MakeAsync<Collaboration, Collaboration>(
            () => FindAnyAsync(practice, id, cancellation),
            found => found switch
            {
                null => new NotFound(),
                { DeletedAt: not null } => (found, found),
                _ when isOver(found) => (found with { DeletedAt = now }, found),
                _ => new StillKept(),
            },
            async (ended, before) =>
                await _table.ReplaceAsync(RecordRow.Of(practice.ToString(), Row(id), ended), before!.ETag, cancellation) is not null);

    /// <summary>Its number stays taken.</summary>
    public Task DeleteAsync(PracticeId practice, CollaborationId id, CancellationToken cancellation) =>
        _table.DeleteAsync(practice.ToString(), Row(id), ETag.All, cancellation);

    private async Task<Versioned<Collaboration>?> FindAnyAsync(PracticeId practice, CollaborationId id, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), Row(id), cancellation) is { } row ? RecordRow.Read<Collaboration>(row) : null;

    private static string Row(CollaborationId id) => $"collaboration-{id}";

    private static string NumberRow(int number) => string.Create(CultureInfo.InvariantCulture, $"number-{number:D10}");

    private async Task<Versioned<Counter>?> FindCounterAsync(PracticeId practice, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), CounterRow, cancellation) is { } row ? RecordRow.Read<Counter>(row) : null;

    private sealed record Counter(int Last);

    private sealed record Holder(CollaborationId Collaboration);
}
