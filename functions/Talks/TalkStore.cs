using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Talks;

/// <summary>
/// Table Talks. Partition: the thread; rows: <c>talk</c>, <c>message-</c> with the sequence in ten digits, <c>id-</c> with a message's id,
/// which says its sequence, and <c>earlier-</c> with sequence and number for each text that a message had before it was changed. A message and
/// the talk that counts it are written in one batch.
/// </summary>
public sealed class TalkStore(TableServiceClient service)
{
    private const string TalkRow = "talk";

    private readonly RecordTable _table = new(service, "Talks");

    public async Task<Versioned<Talk>?> FindAsync(ThreadId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), TalkRow, cancellation) is { } row ? RecordRow.Read<Talk>(row) : null;

    public async Task<bool> CreateAsync(ThreadId id, Talk talk, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), TalkRow, talk), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        ThreadId id, Func<Talk, Result<(Talk Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Talk, TAnswer>(
            () => FindAsync(id, cancellation),
            talk => talk is null ? new NotFound() : decide(talk),
            async (talk, before) => await _table.ReplaceAsync(RecordRow.Of(id.ToString(), TalkRow, talk), before!.ETag, cancellation) is not null);

    public async Task<Versioned<Message>?> FindMessageAsync(ThreadId id, MessageId message, CancellationToken cancellation)
    {
        if (await _table.FindAsync(id.ToString(), IdRow(message), cancellation) is not { } row)
        {
            return null;
        }

        var sequence = RecordRow.Read<Place>(row).Record.Sequence;
        return await _table.FindAsync(id.ToString(), MessageRow(sequence), cancellation) is { } found ? RecordRow.Read<Message>(found) : null;
    }

    /// <summary>Whether a message was sent and not withdrawn.</summary>
    public async Task<bool> IsThereAsync(ThreadId id, MessageId message, CancellationToken cancellation) =>
        await FindMessageAsync(id, message, cancellation) is { Record.State: not MessageState.Withdrawn };

    /// <returns>False where another message came first, or this one is there already.</returns>
    public async Task<bool> AddMessageAsync(ThreadId id, Versioned<Talk> before, Talk after, Message message, CancellationToken cancellation) =>
        await _table.BatchAsync(
            [
                new(TableTransactionActionType.UpdateReplace, RecordRow.Of(id.ToString(), TalkRow, after), before.ETag),
                new(TableTransactionActionType.Add, RecordRow.Of(id.ToString(), MessageRow(message.Sequence), message)),
                new(TableTransactionActionType.Add, RecordRow.Of(id.ToString(), IdRow(message.Id), new Place(message.Sequence))),
            ],
            cancellation) is not null;

    /// <returns>
    /// What is kept; null where somebody read or wrote meanwhile: the talk is written too, unchanged, so that a reader's mark and this exclude
    /// each other.
    /// </returns>
    public async Task<Message?> ReplaceMessageAsync(
        ThreadId id, Versioned<Talk> talk, Versioned<Message> before, Message after, CancellationToken cancellation)
    {
        var kept = after with { Changes = before.Record.Changes + 1 };
        var earlier = EarlierRow(kept.Sequence, kept.Changes);
        var written = await _table.BatchAsync(
            [
                new(TableTransactionActionType.UpdateReplace, RecordRow.Of(id.ToString(), TalkRow, talk.Record), talk.ETag),
                new(TableTransactionActionType.UpdateReplace, RecordRow.Of(id.ToString(), MessageRow(kept.Sequence), kept), before.ETag),
                new(TableTransactionActionType.Add, RecordRow.Of(id.ToString(), earlier, before.Record)),
            ],
            cancellation);
        return written is null ? null : kept;
    }

    /// <summary>From one sequence (included) to another (excluded).</summary>
    public async Task<IReadOnlyList<Message>> ListAsync(ThreadId id, int from, int to, CancellationToken cancellation)
    {
        var found = new List<Message>();
        await foreach (var row in _table.ListAsync(id.ToString(), MessageRow(from), MessageRow(to), cancellation))
        {
            found.Add(RecordRow.Read<Message>(row).Record);
        }

        return found;
    }

    /// <summary>All that was ever sent with a message, also with one that was withdrawn.</summary>
    public async Task<IReadOnlySet<FileId>> ListFilesAsync(ThreadId id, CancellationToken cancellation)
    {
        var found = new HashSet<FileId>();
        foreach (var (from, to) in new[] { ("earlier-", "earlier."), ("message-", "message.") })
        {
            await foreach (var row in _table.ListAsync(id.ToString(), from, to, cancellation))
            {
                found.UnionWith(RecordRow.Read<Message>(row).Record.Files);
            }
        }

        return found;
    }

    public Task DeleteAsync(ThreadId id, CancellationToken cancellation) => _table.DeletePartitionAsync(id.ToString(), cancellation);

    private static string MessageRow(int sequence) => string.Create(CultureInfo.InvariantCulture, $"message-{sequence:D10}");

    private static string EarlierRow(int sequence, int change) => string.Create(CultureInfo.InvariantCulture, $"earlier-{sequence:D10}-{change:D6}");

    private static string IdRow(MessageId id) => $"id-{id}";

    private sealed record Place(int Sequence);
}

/// <summary>Which thread and which invitation a member has with a case's patient.</summary>
public sealed record PatientTalk(ThreadId Thread, InvitationId? Invitation);

/// <summary>
/// Table PatientTalks. Partition: the case; row: the member. Read by that member's key only: nobody lists whom others talk to. The list is for
/// deleting all of them.
/// </summary>
public sealed class PatientTalkStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "PatientTalks");

    public async Task<Versioned<PatientTalk>?> FindAsync(CaseId id, MemberId member, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), member.ToString(), cancellation) is { } row ? RecordRow.Read<PatientTalk>(row) : null;

    /// <returns>False where the member has one already.</returns>
    public async Task<bool> AddAsync(CaseId id, MemberId member, PatientTalk talk, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), member.ToString(), talk), cancellation) is not null;

    public async Task<IReadOnlyList<PatientTalk>> ListAsync(CaseId id, CancellationToken cancellation)
    {
        var found = new List<PatientTalk>();
        await foreach (var row in _table.ListAsync(id.ToString(), null, null, cancellation))
        {
            found.Add(RecordRow.Read<PatientTalk>(row).Record);
        }

        return found;
    }

    public Task DeleteAsync(CaseId id, CancellationToken cancellation) => _table.DeletePartitionAsync(id.ToString(), cancellation);

    /// <returns>False where the member did the same meanwhile.</returns>
    public async Task<bool> ReplaceAsync(CaseId id, MemberId member, PatientTalk talk, Versioned<PatientTalk> before, CancellationToken cancellation) =>
        await _table.ReplaceAsync(RecordRow.Of(id.ToString(), member.ToString(), talk), before.ETag, cancellation) is not null;
}

/// <summary>A thread in somebody's inbox.</summary>
public sealed record InboxEntry(ThreadId Thread, DateTimeOffset At);

/// <summary>Table Inboxes. Partition: the account; newest first.</summary>
public sealed class InboxStore(TableServiceClient service)
{
    private readonly MovingList<InboxEntry> _list = new(new RecordTable(service, "Inboxes"), entry => ListOrder.NewestFirst(entry.At));

    public Task PutAsync(AccountId account, ThreadId thread, DateTimeOffset at, CancellationToken cancellation) =>
        _list.ChangeAsync(account.ToString(), thread.ToString(), _ => new InboxEntry(thread, at), cancellation);

    public Task RemoveAsync(AccountId account, ThreadId thread, CancellationToken cancellation) =>
        _list.RemoveAsync(account.ToString(), thread.ToString(), cancellation);

    public Task<RecordPage<InboxEntry>> PageAsync(AccountId account, int size, string? cursor, CancellationToken cancellation) =>
        _list.PageAsync(account.ToString(), size, cursor, cancellation);
}
