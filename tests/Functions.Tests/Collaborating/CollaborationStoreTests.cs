using Azure.Data.Tables;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Tests.Support;

namespace Collaborations.Tests.Collaborating;

/// <summary>Numbers and versions on a real store: what happens side by side is as if it had happened one after the other.</summary>
public sealed class CollaborationStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
    private static readonly MemberId Me = MemberId.From(Guid.CreateVersion7());

    private readonly PracticeId _practice = PracticeId.From(Guid.CreateVersion7());
    private AzuriteAccount? _azurite;
    private CollaborationStore? _store;

    private CollaborationStore Store => _store ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteAccount.TakeAsync();
        _store = new CollaborationStore(new TableServiceClient(_azurite.ConnectionString));
    }

    public async Task DisposeAsync() => await _azurite!.DisposeAsync();

    [Fact]
    public async Task Fifty_started_at_once_Get_the_numbers_1_to_50()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Store.AddAsync(_practice, NewId(), number => New(number, []), default)));
        Assert.Equal(Enumerable.Range(1, 50), started.Select(each => each.Record.Number).Order());
        Assert.Equal(51, await Store.NextNumberAsync(_practice, default));
        var seventh = await Store.FindByNumberAsync(_practice, 7, default);
        Assert.Equal(7, (await Store.FindAsync(_practice, seventh!.Value, default))!.Record.Number);
    }

    [Fact]
    public async Task Cut_off_at_any_moment_and_tried_again_They_leave_no_gap_and_no_double()
    {
        var random = new Random(20261127);
        var ids = Enumerable.Range(0, 30).Select(_ => NewId()).ToList();
        await Task.WhenAll(ids.Select(id => CutOffAsync(id, TimeSpan.FromMilliseconds(random.Next(0, 60)))));
        var tried = await Task.WhenAll(ids.Concat(ids).Select(id => Store.AddAsync(_practice, id, number => New(number, []), default)));
        Assert.Equal(Enumerable.Range(1, 30), tried.Select(each => each.Record.Number).Distinct().Order());
        Assert.Equal(31, await Store.NextNumberAsync(_practice, default));
    }

    [Fact]
    public async Task Five_who_edit_and_read_at_random_for_1000_rounds_Are_explained_by_one_order()
    {
        var random = new Random(4711);
        var (edits, reads, late) = (0, 0, 0);
        for (var round = 0; round < 1000; round++)
        {
            var practice = PracticeId.From(Guid.CreateVersion7());
            var people = Enumerable.Range(0, 5).Select(Person).ToArray();
            var id = NewId();
            await Store.AddAsync(practice, id, number => New(number, people), default);
            var editing = people.Select(_ => random.Next(3) > 0).ToArray();
            var looks = people.Select(_ => random.Next(4)).ToArray();
            var outcomes = await Task.WhenAll(people.Select(async (person, index) =>
            {
                for (var look = 0; look < looks[index]; look++)
                {
                    await Store.FindAsync(practice, id, default);
                }

                return editing[index] ? await EditAsync(practice, id, people, index) : await ReadAsync(practice, id, person);
            }));
            var last = (await Store.FindAsync(practice, id, default))!.Record;
            Explain(outcomes, last);
            edits += outcomes.Count(each => each is { Edits: true, Refusal: null });
            reads += outcomes.Count(each => !each.Edits);
            late += outcomes.Count(each => each.Refusal is CollaborationRead);
        }

        Assert.True(edits > 100 && reads > 1000 && late > 100, $"{edits} edits, {reads} reads, {late} edits that came too late: nothing was checked.");
    }

    // One order explains it all: the edits that were taken, each on the version before; then the first read; then nothing but reads.
    private static void Explain(Outcome[] outcomes, Collaboration last)
    {
        var taken = outcomes.Where(each => each is { Edits: true, Refusal: null }).OrderBy(each => each.Seen!.Version).ToList();
        Assert.Equal(Enumerable.Range(2, taken.Count), taken.Select(each => each.Seen!.Version));
        Assert.Equal(taken.Count + 1, last.Version);
        Assert.All(taken, each => Assert.Equal(each.BasedOn + 1, each.Seen!.Version));
        Assert.All(outcomes.Where(each => !each.Edits), each => Assert.Equal((last.Version, last.Message), (each.Seen!.Version, each.Seen.Message)));
        Assert.All(outcomes.Where(each => !each.Edits), each => Assert.Equal(last.Files, each.Seen!.Files));
        Assert.Equal(last.Version == 1 ? "m" : taken[^1].Wrote, last.Message);
        Assert.Equal(last.Version == 1 ? 0 : 1, last.Files.Count);
        foreach (var refused in outcomes.Where(each => each.Refusal is not null))
        {
            var explained = refused.Refusal is CollaborationRead
                ? last.FirstRead is not null
                : refused.Refusal is PreconditionFailed && last.Version > refused.BasedOn;
            Assert.True(explained, $"{refused.Refusal} is not explained.");
        }

        Assert.Equal(outcomes.Any(each => !each.Edits), last.FirstRead is not null);
    }

    private async Task<Outcome> EditAsync(PracticeId practice, CollaborationId id, Collaborator[] people, int index)
    {
        var based = (await Store.FindAsync(practice, id, default))!.Record.Version;
        var wrote = $"by {index}";
        var file = new SharedFile(FileId.From(people[index].Contact.Value), null);
        var edited = await Store.ChangeAsync<Collaboration>(
            practice, id, record => record.Edit(based, wrote, [file], people, Me, Start.AddSeconds(1)).Map(after => (after, after)), default);
        return new Outcome(Edits: true, based, wrote, edited.Refusal is null ? edited.Value : null, edited.Refusal);
    }

    private async Task<Outcome> ReadAsync(PracticeId practice, CollaborationId id, Collaborator person)
    {
        var read = await Store.ChangeAsync<Collaboration>(
            practice,
            id,
            record =>
            {
                var after = record.Read(record.Find(person.Contact)!, AccountId.From(person.Contact.Value), Start.AddSeconds(1));
                return (after, after);
            },
            default);
        return new Outcome(Edits: false, BasedOn: 0, Wrote: null, read.Value, read.Refusal);
    }

    private async Task CutOffAsync(CollaborationId id, TimeSpan after)
    {
        using var cut = new CancellationTokenSource(after);
        try
        {
            await Store.AddAsync(_practice, id, number => New(number, []), cut.Token);
        }
        catch (OperationCanceledException)
        {
            // What of it has happened, nobody was told.
        }
    }

    private static CollaborationId NewId() => CollaborationId.From(Guid.CreateVersion7());

    private static Collaborator Person(int index) =>
        new(ContactId.From(Guid.CreateVersion7()), $"Person {index}", $"person{index}@lab.example", null, Start);

    private static Collaboration New(int number, IReadOnlyList<Collaborator> people) => new(
        number, default, null, Me, new CollaborationEmail("s", "t"), "m", [], people, default, Start, Start + Collaboration.EditWindow, 1);

    private sealed record Outcome(bool Edits, int BasedOn, string? Wrote, Collaboration? Seen, Refusal? Refusal);
}
