using Collaborations.Accounts;
using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Patients;
using Collaborations.Storage;
using Collaborations.Talks;

namespace Collaborations.Collaborating.Sharing;

/// <summary>Reads collaborations as the colleagues see them who were invited into them.</summary>
public sealed class SharedReader(
    InvitedAccess invited,
    SharedListStore shared,
    AccountEmailStore emails,
    CollaborationFiles files,
    PatientStore patients,
    TalkStore talks,
    NoticeSender names)
{
    private const int PageSize = 20;

    /// <summary>More that is new than this is said as so many. They are one page of the list.</summary>
    private const int MostCounted = 100;

    public async Task<Result<SharedCollaboration>> ReadAsync(Caller caller, CollaborationId id, CancellationToken cancellation) =>
        await invited.FindAsync(caller, id, cancellation) is { } found ? await ReadAsync(found, cancellation) : new NotFound();

    /// <summary>Exactly this version, whatever the record is by now.</summary>
    public async Task<SharedCollaboration> ReadAsync(InvitedCaller found, CancellationToken cancellation)
    {
        var record = found.Record;
        return new SharedCollaboration(
            found.Id,
            record.Number,
            found.Practice,
            await names.NameOfAsync(found.Practice, cancellation),
            await names.NameOfAsync(found.Practice, record.Starter, cancellation),
            StateOf(found),
            record.StartedAt,
            await UnreadAsync(found, cancellation),
            found.IsReader ? await ContentAsync(found, cancellation) : null,
            found.Self.Removal?.Reason);
    }

    public async Task<Result<SharedCollaborationList>> ListAsync(Caller caller, string? cursor, CancellationToken cancellation)
    {
        var page = await PageAsync(caller, PageSize, cursor, cancellation);
        var items = new List<SharedCollaborationItem>();
        foreach (var (found, at) in page.Rows)
        {
            items.Add(new SharedCollaborationItem(
                found.Id,
                found.Record.Number,
                await names.NameOfAsync(found.Practice, cancellation),
                await names.NameOfAsync(found.Practice, found.Record.Starter, cancellation),
                StateOf(found),
                at,
                await UnreadAsync(found, cancellation)));
        }

        return new SharedCollaborationList(items, page.Cursor);
    }

    /// <summary>Asked every few moments: it costs a page of the list, and what is new in it.</summary>
    public async Task<Result<UnreadCount>> CountAsync(Caller caller, CancellationToken cancellation)
    {
        if (await invited.FindAddressAsync(caller.Account, cancellation) is not { } email)
        {
            return new UnreadCount(0);
        }

        var digest = emails.DigestOf(email);
        var page = await shared.PageAsync(digest, MostCounted, cursor: null, cancellation);
        var count = 0;
        await RowBatches.ForEachAsync(
            page.Rows.Where(entry => !entry.IsOld),
            async (entry, stop) =>
            {
                if (await IsNewAsync(caller.Account, entry, stop))
                {
                    Interlocked.Increment(ref count);
                }
                else
                {
                    await shared.SetOldAsync(digest, entry, stop);
                }
            },
            cancellation);
        return new UnreadCount(count);
    }

    private async Task<bool> IsNewAsync(AccountId account, SharedEntry entry, CancellationToken cancellation) =>
        await invited.FindAsync(account, entry.Practice, entry.Collaboration, cancellation) is { } found
        && (StateOf(found) == SharedState.Waiting || await UnreadAsync(found, cancellation) > 0);

    private static SharedState StateOf(InvitedCaller found) => found switch
    {
        { Self.IsIn: false } => SharedState.Removed,
        { IsReader: false } => SharedState.Waiting,
        { Record.IsClosed: true } => SharedState.Closed,
        _ => SharedState.Open,
    };

    private async Task<RecordPage<(InvitedCaller Found, DateTimeOffset At)>> PageAsync(
        Caller caller, int size, string? cursor, CancellationToken cancellation)
    {
        if (await invited.FindAddressAsync(caller.Account, cancellation) is not { } email)
        {
            return new RecordPage<(InvitedCaller, DateTimeOffset)>([], null);
        }

        var page = await shared.PageAsync(emails.DigestOf(email), size, cursor, cancellation);
        var found = new List<(InvitedCaller, DateTimeOffset)>();
        foreach (var entry in page.Rows)
        {
            if (await invited.FindAsync(caller.Account, entry.Practice, entry.Collaboration, cancellation) is { } one)
            {
                found.Add((one, entry.At));
            }
        }

        return new RecordPage<(InvitedCaller, DateTimeOffset)>(found, page.Cursor);
    }

    private async Task<SharedContent> ContentAsync(InvitedCaller found, CancellationToken cancellation)
    {
        var record = found.Record;
        var patient = (await patients.FindAsync(found.Practice, record.Patient, cancellation))?.Record;
        return new SharedContent(
            new SharedPatient(patient?.Name ?? string.Empty, patient?.BirthDate),
            record.Message,
            await files.ListAsync(record, cancellation),
            [.. record.In.Select(each => new FellowCollaborator(each.Name, each.Organisation, each.Contact == found.Self.Contact))],
            record.Thread);
    }

    private async Task<int> UnreadAsync(InvitedCaller found, CancellationToken cancellation) =>
        found.IsReader && await talks.FindAsync(found.Record.Thread, cancellation) is { Record: var talk } ? talk.UnreadOf(found.Account.Value) : 0;
}
