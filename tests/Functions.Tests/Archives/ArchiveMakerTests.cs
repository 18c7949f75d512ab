using Azure.Storage.Blobs;
using Collaborations.Archives;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Collaborations.Telemetry;
using Collaborations.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Archives;

/// <summary>The activity that writes, when it is killed, comes twice or comes too late.</summary>
public sealed class ArchiveMakerTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    // Longer than a block, so that a part of it has been sent when the source breaks.
    private static readonly byte[] Long = [.. Enumerable.Range(0, 5 * 1024 * 1024).Select(position => (byte)(position * 31))];

    private readonly ArchiveStore _archives = app.Services.GetRequiredService<ArchiveStore>();

    [Fact]
    public async Task Killed_in_the_middle_and_tried_again_Comes_to_the_same()
    {
        var source = new Source();
        var maker = MakerOf(source);
        var undisturbed = await BeginAsync();
        Assert.True(await maker.MakeAsync(undisturbed, CancellationToken.None));
        var expected = await ContentOfAsync(undisturbed);

        var killed = await BeginAsync();
        source.BreaksAt = 2;
        await Assert.ThrowsAsync<IOException>(() => maker.MakeAsync(killed, CancellationToken.None));
        var between = await _archives.FindAsync(killed.Place, CancellationToken.None);
        Assert.Equal((ArchiveState.Preparing, 2, 3), (between!.Record.State, between.Record.Done, between.Record.Files));

        source.BreaksAt = null;
        Assert.True(await maker.MakeAsync(killed, CancellationToken.None));
        Assert.Equal(expected, await ContentOfAsync(killed));
        var made = await _archives.FindAsync(killed.Place, CancellationToken.None);
        Assert.Equal((ArchiveState.Ready, 3), (made!.Record.State, made.Record.Done));
    }

    [Fact]
    public async Task Called_again_when_it_is_ready_Opens_nothing()
    {
        var source = new Source();
        var order = await BeginAsync();
        await MakerOf(source).MakeAsync(order, CancellationToken.None);
        source.BreaksAt = 0;
        Assert.True(await MakerOf(source).MakeAsync(order, CancellationToken.None));
    }

    [Fact]
    public async Task Looked_at_while_it_is_made_Lists_nothing()
    {
        var source = new Source();
        var order = await BeginAsync();
        await using var processes = new NotedClient();
        var looked = await HandlerOf(source).AskAsync(order.Place, practice: null, processes, CancellationToken.None);
        Assert.Equal((ArchiveState.Preparing, 0, 1), (looked.Value.State, looked.Value.Done, looked.Value.Files));
        Assert.Equal(0, source.Listed);

        await MakerOf(source).MakeAsync(order, CancellationToken.None);
        Assert.Equal(1, source.Listed);
        var ready = await HandlerOf(source).AskAsync(order.Place, practice: null, null!, CancellationToken.None);
        Assert.NotNull(ready.Value.Url);
        Assert.Equal(2, source.Listed);
    }

    [Fact]
    public async Task A_newer_one_in_its_place_Ends_it_and_is_left_alone()
    {
        var older = await BeginAsync();
        var newer = default(ArchiveOrder);
        var source = new Source { Before = async index => newer = index == 1 ? await BeginAsync(older.Place) : newer };
        Assert.False(await MakerOf(source).MakeAsync(older, CancellationToken.None));
        await MakerOf(source).ForgetAsync(older, CancellationToken.None);
        Assert.Equal(newer!.Archive, (await _archives.FindAsync(older.Place, CancellationToken.None))!.Record.Id);
        Assert.False((await BlobOf(older).ExistsAsync()).Value);
    }

    [Fact]
    public async Task Silent_for_a_quarter_of_an_hour_or_of_other_contents_Serves_nobody()
    {
        var archive = (await _archives.FindAsync((await BeginAsync()).Place, CancellationToken.None))!.Record;
        Assert.True(archive.Serves(archive.Contents, archive.ChangedAt + TimeSpan.FromMinutes(14)));
        Assert.False(archive.Serves(archive.Contents, archive.ChangedAt + TimeSpan.FromMinutes(15)));
        Assert.False(archive.Serves("others", archive.ChangedAt));
        var ready = archive with { State = ArchiveState.Ready };
        Assert.True(ready.Serves(archive.Contents, archive.ChangedAt + TimeSpan.FromMinutes(59)));
        Assert.False(ready.Serves(archive.Contents, archive.ChangedAt + TimeSpan.FromMinutes(60)));
    }

    private ArchiveMaker MakerOf(Source source) =>
        new(_archives, app.Services.GetRequiredService<ArchiveVault>(), new ArchiveSources([source]), app.Clock);

    private ArchiveHandler HandlerOf(Source source) => new(
        _archives,
        app.Services.GetRequiredService<ArchiveVault>(),
        new ArchiveSources([source]),
        new ProcessGate(app.Services.GetRequiredService<Measures>(), new ShortPatience()),
        app.Services.GetRequiredService<IdGenerator>(),
        app.Clock);

    private async Task<ArchiveOrder> BeginAsync(ArchivePlace? place = null)
    {
        var ids = app.Services.GetRequiredService<IdGenerator>();
        var (at, now) = (place ?? new ArchivePlace(ids.New<AccountId>(), ArchiveKind.CaseAttachments, ids.New<CaseId>().Value), app.Clock.GetUtcNow());
        var begun = new Archive(ids.New<ArchiveId>(), at, Practice: null, ArchiveState.Preparing, "before", Done: 0, Files: 1, now, now);
        await _archives.ChangeAsync<Done>(at, _ => (begun, Done.Instance), CancellationToken.None);
        return new ArchiveOrder(at, begun.Id);
    }

    private BlobClient BlobOf(ArchiveOrder order) =>
        app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("archives").GetBlobClient(order.Archive.ToString());

    private async Task<byte[]> ContentOfAsync(ArchiveOrder order) => (await BlobOf(order).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>Three files of which one is long; breaks where it is told.</summary>
    private sealed class Source : IArchiveSource
    {
        public int? BreaksAt { get; set; }

        public int Listed { get; private set; }

        public Func<int, Task>? Before { get; init; }

        public ArchiveKind Kind => ArchiveKind.CaseAttachments;

        public Task<ArchiveContents> ListAsync(ArchivePlace place, CancellationToken cancellation)
        {
            Listed++;
            var entries = Enumerable.Range(0, 3).Select(index => new ArchiveEntry(
                $"{index}", "one.bin", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Compress: false, _ => OpenAsync(index)));
            return Task.FromResult(new ArchiveContents("all.zip", [.. entries], new ArchiveNote("read.txt", "A note.")));
        }

        private async Task<Stream> OpenAsync(int index)
        {
            if (Before is not null)
            {
                await Before(index);
            }

            return index == BreaksAt ? throw new IOException("The machine is gone.") : new MemoryStream(index == 1 ? Long : [1, 2, 3]);
        }
    }

    /// <summary>An hour goes by between two looks at the clock: whoever waits looks once.</summary>
    private sealed class ShortPatience : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => Interlocked.Increment(ref _looks) * TimestampFrequency * 3600;
    }
}
