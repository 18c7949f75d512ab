using System.Globalization;
using System.Text;
using System.Text.Json;
using Collaborations.Archives;
using Collaborations.Archives.LeftOut;
using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Storage;
using Collaborations.Talks;

namespace Collaborations.Accounts.OwnData;

/// <summary>What an account says of its owner, for programs and for people.</summary>
public sealed record OwnAccount(
    string Name,
    string Email,
    Language Language,
    string TimeZone,
    IReadOnlyList<string> Phones,
    IReadOnlyList<string> Passkeys,
    bool Authenticator,
    string TermsVersion,
    DateTimeOffset? TermsAcceptedAt,
    DateTimeOffset CreatedAt,
    IReadOnlyList<NotificationChoice>? Notifications,
    IReadOnlyList<string> Practices);

/// <summary>
/// Everything of an account's owner for a zip: what the account says, each conversation as a text, and the files of their messages. What a
/// practice has written about the person in its own records is the practice's to give.
/// </summary>
public sealed class OwnDataArchive(
    AccountStore accounts,
    PracticeTies ties,
    InboxStore inboxes,
    TalkStore talks,
    FileStore files,
    FileVault vault,
    NoticeSender names,
    OwnDataWords words,
    LeftOutWords leftOut) : IArchiveSource
{
    private const int Together = 100;

    private static readonly JsonSerializerOptions Json = new(ApiJson.Options) { WriteIndented = true };

    public ArchiveKind Kind => ArchiveKind.OwnData;

    public static ArchivePlace PlaceOf(AccountId account) => new(account, ArchiveKind.OwnData, account.Value);

    public async Task<ArchiveContents> ListAsync(ArchivePlace place, CancellationToken cancellation)
    {
        if (place.Subject != place.By.Value || await accounts.FindAsync(place.By, cancellation) is not { } found)
        {
            return new ArchiveContents(words.In(Language.English).Archive, [], Note: null);
        }

        var account = found.Record;
        var wording = words.In(account.Language);
        var entries = new List<ArchiveEntry>
        {
            new(found.ETag.ToString(), wording.Account, account.CreatedAt, Compress: true, token => AccountAsync(place.By, account, token)),
        };
        var left = new LeftOutCount();
        string? cursor = null;
        do
        {
            var page = await inboxes.PageAsync(place.By, Together, cursor, cancellation);
            cursor = page.Cursor;
            foreach (var entry in page.Rows)
            {
                if (await talks.FindAsync(entry.Thread, cancellation) is { } talk && talk.Record.Account == place.By)
                {
                    await AddAsync(entries, entry.Thread, talk, account, left, cancellation);
                }
            }
        }
        while (cursor is not null);
        return new ArchiveContents(wording.Archive, entries, leftOut.NoteOf(account.Language, left.Checking, left.HeldBack));
    }

    private async Task AddAsync(
        List<ArchiveEntry> entries, ThreadId thread, Versioned<Talk> talk, Account account, LeftOutCount left, CancellationToken cancellation)
    {
        var messages = await talks.ListAsync(thread, 1, talk.Record.Sequence + 1, cancellation);
        var taken = new Dictionary<FileId, FileRecord>();
        foreach (var (message, file) in messages.Where(each => each.State != MessageState.Withdrawn).SelectMany(each => each.Files.Select(file => (each, file))))
        {
            if (await files.FindAsync(file, cancellation) is { Record: var record })
            {
                taken[file] = record;
                if (record.State == FileState.Ready)
                {
                    entries.Add(new(file.ToString(), record.Name, message.At, Compress: false, token => vault.OpenAsync(file, token)));
                }
                else
                {
                    left.Add(record.State);
                }
            }
        }

        var practice = await names.NameOfAsync(talk.Record.Practice, cancellation);
        var member = talk.Record.Owner is { } owner ? await names.NameOfAsync(talk.Record.Practice, owner, cancellation) : string.Empty;
        var wording = words.In(account.Language);
        var name = Wordings.Fill(wording.Conversation, new Dictionary<string, string> { ["practice"] = practice, ["member"] = member });
        var text = TextOf(messages, taken, account, member, wording);
        entries.Add(new(
            $"{thread} {talk.ETag}",
            name,
            messages.Count == 0 ? talk.Record.CreatedAt : messages[^1].At,
            Compress: true,
            _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false))));
    }

    private async Task<Stream> AccountAsync(AccountId id, Account account, CancellationToken cancellation)
    {
        var practices = await ties.OfAsync(id, account, cancellation);
        var own = new OwnAccount(
            account.Name,
            account.Email,
            account.Language,
            account.TimeZone,
            [.. account.Phones.Select(phone => phone.Number)],
            [.. account.Passkeys.Select(passkey => passkey.Words)],
            account.Authenticator is not null,
            account.TermsVersion,
            account.TermsAcceptedAt,
            account.CreatedAt,
            account.Choices,
            [.. practices.Select(tie => tie.Practice.Name).Distinct(StringComparer.Ordinal)]);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(own, Json), writable: false);
    }

    // Windows' oldest editor wants both characters at the end of a line.
    private static string TextOf(
        IReadOnlyList<Message> messages, Dictionary<FileId, FileRecord> files, Account account, string member, OwnDataWording wording)
    {
        var culture = Languages.Culture(account.Language);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(account.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            var at = TimeZoneInfo.ConvertTime(message.At, zone);
            text.Append(CultureInfo.InvariantCulture, $"{at.ToString("f", culture)}, {(message.Side == Side.Patient ? account.Name : member)}\r\n");
            if (message.State == MessageState.Withdrawn)
            {
                text.Append(wording.Withdrawn).Append("\r\n\r\n");
                continue;
            }

            text.Append(message.Text.ReplaceLineEndings("\r\n")).Append("\r\n");
            var attached = string.Join(", ", message.Files.Where(files.ContainsKey).Select(file => files[file].Name));
            if (attached.Length > 0)
            {
                text.Append(Wordings.Fill(wording.Files, new Dictionary<string, string> { ["names"] = attached })).Append("\r\n");
            }

            text.Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Files that stay out, and why.</summary>
    private sealed class LeftOutCount
    {
        public int Checking { get; private set; }

        public int HeldBack { get; private set; }

        public void Add(FileState state)
        {
            if (state == FileState.Quarantined)
            {
                HeldBack++;
            }
            else
            {
                Checking++;
            }
        }
    }
}
