using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Storage;

namespace Collaborations.Talks.Reading;

/// <summary>Reads a patient's inbox: threads of all practices, newest first.</summary>
public sealed class InboxReader(InboxStore inboxes, TalkStore talks, NoticeSender names)
{
    private const int PageSize = 20;
    private const int FirstLineLength = 120;

    /// <summary>An inbox of more unread threads than this says so many.</summary>
    private const int MostCounted = 100;

    public async Task<Result<Inbox>> ReadAsync(Caller caller, string? words, string? cursor, CancellationToken cancellation)
    {
        var found = new List<InboxItem>();
        RecordPage<InboxEntry> page;
        do
        {
            page = await inboxes.PageAsync(caller.Account, PageSize, cursor, cancellation);
            cursor = page.Cursor;
            foreach (var entry in page.Rows)
            {
                if (await ItemAsync(caller.Account, entry, cancellation) is { } item && Matches(item, words))
                {
                    found.Add(item);
                }
            }
        }
        while (page.Cursor is not null && found.Count < PageSize);
        return new Inbox(found, page.Cursor);
    }

    public async Task<Result<UnreadCount>> CountAsync(Caller caller, CancellationToken cancellation)
    {
        var count = 0;
        var page = await inboxes.PageAsync(caller.Account, MostCounted, null, cancellation);
        foreach (var entry in page.Rows)
        {
            if (await talks.FindAsync(entry.Thread, cancellation) is { Record: var talk } && talk.UnreadOf(caller.Account.Value) > 0)
            {
                count++;
            }
        }

        return new UnreadCount(count);
    }

    private static bool Matches(InboxItem item, string? words) =>
        (words ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            $"{item.PracticeName} {item.MemberName} {item.FirstLine}".Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private async Task<InboxItem?> ItemAsync(AccountId account, InboxEntry entry, CancellationToken cancellation)
    {
        if (await talks.FindAsync(entry.Thread, cancellation) is not { Record: var talk } || talk.Account != account)
        {
            return null;
        }

        var last = talk.Sequence == 0 ? null : (await talks.ListAsync(entry.Thread, talk.Sequence, talk.Sequence + 1, cancellation)).SingleOrDefault();
        return new InboxItem(
            entry.Thread,
            talk.Kind,
            await names.NameOfAsync(talk.Practice, cancellation),
            talk.Owner is { } owner ? await names.NameOfAsync(talk.Practice, owner, cancellation) : string.Empty,
            FirstLineOf(last),
            last?.At ?? talk.CreatedAt,
            talk.UnreadOf(account.Value),
            last is { State: not MessageState.Withdrawn, Files.Count: > 0 });
    }

    private static string FirstLineOf(Message? message)
    {
        var line = message is null or { State: MessageState.Withdrawn } ? string.Empty : message.Text.Split('\n', 2)[0];
        return line.Length <= FirstLineLength ? line : string.Concat(line.AsSpan(0, FirstLineLength), "…");
    }
}
