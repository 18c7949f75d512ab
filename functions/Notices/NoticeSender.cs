using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Messaging;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Talks;

namespace Collaborations.Notices;

/// <summary>Finds out whom a notice goes to and in which language, and sends it. All it is given is ids.</summary>
public sealed class NoticeSender(
    AccountStore accounts,
    PracticeStore practices,
    MemberStore members,
    PatientStore patients,
    InvitationStore invitations,
    TalkStore talks,
    CollaborationStore collaborations,
    CollaborationReaders readers,
    Mailer mailer,
    TextSender texts,
    Wordings wordings,
    Links links,
    SendIds sends)
{
    public async Task TellAccountAsync(NoticeSend notice, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(notice.Account, cancellation) is { Record: var account })
        {
            var kind = notice.Kind switch
            {
                NoticeKind.LockedOut => EmailKind.LockedOut,
                NoticeKind.PasswordChanged => EmailKind.PasswordChanged,
                NoticeKind.NewDevice => EmailKind.NewDevice,
                NoticeKind.AccountClosing => EmailKind.AccountClosing,
                NoticeKind.AccountKept => EmailKind.AccountKept,
                _ => EmailKind.SignInChanged,
            };
            await SendAsync(notice.Process, kind, account.Email, account.Language, NoticeWords.None, links.SignIn(), cancellation);
        }
    }

    /// <summary>Tells whoever invited what became of the invitation.</summary>
    public async Task TellInviterAsync(InvitationId id, EmailKind kind, string process, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(id, cancellation) is not { Record: var invitation })
        {
            return;
        }

        if (invitation.Collaboration is { } shared && await collaborations.FindAsync(invitation.Practice, shared, cancellation) is { Record: var record })
        {
            var said = kind == EmailKind.InvitationBounced ? EmailKind.CollaborationBounced : kind;
            await TellReadersAsync(invitation.Practice, shared, record, said, process, cancellation);
            return;
        }

        var link = invitation.Case is { } @case ? links.PatientTalk(invitation.Practice, @case) : links.SignIn();
        await TellMemberAsync(invitation.Practice, invitation.Inviter, kind, process, link, cancellation);
    }

    /// <summary>Tells who started a collaboration, or stands for them, that an email of it did not arrive.</summary>
    public async Task TellStarterAsync(PracticeId practice, CollaborationId id, string process, CancellationToken cancellation)
    {
        if (await collaborations.FindAsync(practice, id, cancellation) is { Record: var record })
        {
            await TellReadersAsync(practice, id, record, EmailKind.CollaborationBounced, process, cancellation);
        }
    }

    public async Task TellAddedAsync(PracticeId practice, MemberId member, CaseId @case, string process, CancellationToken cancellation) =>
        await TellMemberAsync(practice, member, EmailKind.AddedToCase, process, links.DoctorTalk(practice, @case), cancellation);

    /// <summary>Tells a reader that a message waits.</summary>
    public async Task TellReaderAsync(ThreadId thread, Guid reader, EmailKind kind, string process, CancellationToken cancellation)
    {
        if (await talks.FindAsync(thread, cancellation) is not { Record: var talk }
            || await practices.FindAsync(talk.Practice, cancellation) is not { Record: var practice })
        {
            return;
        }

        if (talk.Collaboration is { } collaboration)
        {
            await TellReaderAsync(talk.Practice, practice, collaboration, reader, kind, process, cancellation);
            return;
        }

        if (talk.Account is { } account && account.Value == reader)
        {
            if (await accounts.FindAsync(account, cancellation) is { Record: var patient })
            {
                var member = talk.Owner is { } owner ? await NameOfAsync(talk.Practice, owner, cancellation) : "";
                var words = new NoticeWords(practice.Name, member, null);
                await SendAsync(process, kind, patient, practice.Notifications, words, links.Thread(thread), cancellation);
            }

            return;
        }

        if (talk.Case is { } @case)
        {
            var link = talk.Kind == TalkKind.PatientTalk ? links.PatientTalk(talk.Practice, @case) : links.DoctorTalk(talk.Practice, @case);
            await TellMemberAsync(talk.Practice, MemberId.From(reader), kind, process, link, cancellation);
        }
    }

    public async Task<string> NameOfAsync(PracticeId practice, CancellationToken cancellation) =>
        (await practices.FindAsync(practice, cancellation))?.Record.Name ?? "";

    public async Task<string> NameOfAsync(PracticeId practice, MemberId member, CancellationToken cancellation) =>
        (await members.FindAsync(practice, member, cancellation))?.Record.Name ?? "";

    public async Task<string> PatientNameAsync(PracticeId practice, PatientId patient, CancellationToken cancellation) =>
        (await patients.FindAsync(practice, patient, cancellation))?.Record.Name ?? "";

    /// <summary>Of whoever was invited.</summary>
    public async Task<string> NameOfAsync(Invitation invitation, CancellationToken cancellation) => invitation switch
    {
        { Kind: InvitationKind.Patient } => await PatientNameAsync(invitation.Practice, PatientId.From(invitation.Subject), cancellation),
        { Collaboration: { } id } => (await collaborations.FindAsync(invitation.Practice, id, cancellation))?.Record.Find(ContactId.From(invitation.Subject))?.Name ?? "",
        _ => await NameOfAsync(invitation.Practice, MemberId.From(invitation.Subject), cancellation),
    };

    // To each a send of their own.
    private async Task TellReadersAsync(
        PracticeId practice, CollaborationId id, Collaboration record, EmailKind kind, string process, CancellationToken cancellation)
    {
        foreach (var reader in await readers.MembersOfAsync(practice, record, cancellation))
        {
            var place = reader == record.Starter ? process : $"{process}-{reader}";
            await TellMemberAsync(practice, reader, kind, place, links.Collaboration(practice, id), cancellation, record.Number);
        }
    }

    // Who was removed meanwhile is told nothing more.
    private async Task TellReaderAsync(
        PracticeId practice, Practice place, CollaborationId id, Guid reader, EmailKind kind, string process, CancellationToken cancellation)
    {
        if (await collaborations.FindAsync(practice, id, cancellation) is not { Record: var record })
        {
            return;
        }

        if (record.Collaborators.Where(each => each.Account?.Value == reader).MaxBy(each => each.IsIn) is not { } collaborator)
        {
            await TellMemberAsync(practice, MemberId.From(reader), kind, process, links.Collaboration(practice, id), cancellation, record.Number);
        }
        else if (collaborator.IsIn && await accounts.FindAsync(AccountId.From(reader), cancellation) is { Record: var account })
        {
            var words = new NoticeWords(place.Name, await NameOfAsync(practice, record.Starter, cancellation), record.Number);
            await SendAsync(process, kind, account, place.Notifications, words, links.SharedCollaboration(id), cancellation);
        }
    }

    private async Task TellMemberAsync(
        PracticeId practice, MemberId id, EmailKind kind, string process, Uri link, CancellationToken cancellation, int? number = null)
    {
        if (await members.FindAsync(practice, id, cancellation) is not { Record: { Disabled: false } member }
            || await practices.FindAsync(practice, cancellation) is not { Record: var place })
        {
            return;
        }

        var words = new NoticeWords(place.Name, member.Name, number);
        if (member.Account is { } known && await accounts.FindAsync(known, cancellation) is { Record: var account })
        {
            await SendAsync(process, kind, account, place.Notifications, words, link, cancellation);
        }
        else
        {
            await SendAsync(process, kind, member.Email, place.Language, words, link, cancellation);
        }
    }

    /// <summary>
    /// The ways that the owner chose; nothing to who asked for the account to be closed. A text leads to the page of sign-in: a long address
    /// costs a second text.
    /// </summary>
    private async Task SendAsync(
        string process,
        EmailKind kind,
        Account account,
        IReadOnlyList<NotificationChoice> usual,
        NoticeWords words,
        Uri link,
        CancellationToken cancellation)
    {
        if (account.ClosesAt is not null)
        {
            return;
        }

        var choice = EventOf(kind) is { } about ? account.ChoiceOf(about, usual) : null;
        if (choice is null || choice.IsByEmail() || (choice.IsByText() && account.CellPhone is null))
        {
            await SendAsync(process, kind, account.Email, account.Language, words, link, cancellation);
        }

        if (choice?.IsByText() == true && account.CellPhone is { } phone)
        {
            var values = new Dictionary<string, string> { ["practice"] = words.Practice, ["link"] = links.SignIn().AbsoluteUri };
            var text = Wordings.Fill(wordings.In(account.Language).NoticeText, values);
            await texts.SendAsync(sends.Of(process, $"{kind}-text"), process: null, phone, text, cancellation);
        }
    }

    private static NotificationEvent? EventOf(EmailKind kind) => kind switch
    {
        EmailKind.NewMessage or EmailKind.SecureMessage or EmailKind.CollaborationMessage => NotificationEvent.NewMessage,
        EmailKind.UnreadReminder => NotificationEvent.UnreadReminder,
        EmailKind.AddedToCase => NotificationEvent.AddedToCase,
        _ => null,
    };

    private Task<bool> SendAsync(
        string process, EmailKind kind, string to, Language language, NoticeWords words, Uri link, CancellationToken cancellation) =>
        mailer.SendAsync(
            sends.Of(process, kind.ToString()),
            process: null,
            to,
            language,
            kind,
            new Dictionary<string, string>
            {
                ["practice"] = words.Practice,
                ["member"] = words.Member,
                ["number"] = words.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
            },
            link,
            cancellation);

    /// <summary>What a notice says of where it is from.</summary>
    private sealed record NoticeWords(string Practice, string Member, int? Number)
    {
        public static NoticeWords None { get; } = new("", "", null);
    }
}
