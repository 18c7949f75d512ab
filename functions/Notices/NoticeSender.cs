using Collaborations.Accounts;
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
            await SendAsync(notice.Process, kind, account.Email, account.Language, "", "", links.SignIn(), cancellation);
        }
    }

    /// <summary>Tells whoever invited what became of the invitation.</summary>
    public async Task TellInviterAsync(InvitationId id, EmailKind kind, string process, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(id, cancellation) is not { Record: var invitation })
        {
            return;
        }

        var link = invitation.Case is { } @case ? links.PatientTalk(invitation.Practice, @case) : links.SignIn();
        await TellMemberAsync(invitation.Practice, invitation.Inviter, kind, process, link, cancellation);
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

        if (talk.Account is { } account && account.Value == reader)
        {
            if (await accounts.FindAsync(account, cancellation) is { Record: var patient })
            {
                var member = talk.Owner is { } owner ? await NameOfAsync(talk.Practice, owner, cancellation) : "";
                await SendAsync(process, kind, patient, practice, member, links.Thread(thread), cancellation);
            }

            return;
        }

        var link = talk.Kind == TalkKind.PatientTalk ? links.PatientTalk(talk.Practice, talk.Case) : links.DoctorTalk(talk.Practice, talk.Case);
        await TellMemberAsync(talk.Practice, MemberId.From(reader), kind, process, link, cancellation);
    }

    public async Task<string> NameOfAsync(PracticeId practice, CancellationToken cancellation) =>
        (await practices.FindAsync(practice, cancellation))?.Record.Name ?? "";

    public async Task<string> NameOfAsync(PracticeId practice, MemberId member, CancellationToken cancellation) =>
        (await members.FindAsync(practice, member, cancellation))?.Record.Name ?? "";

    public async Task<string> PatientNameAsync(PracticeId practice, PatientId patient, CancellationToken cancellation) =>
        (await patients.FindAsync(practice, patient, cancellation))?.Record.Name ?? "";

    private async Task TellMemberAsync(
        PracticeId practice, MemberId id, EmailKind kind, string process, Uri link, CancellationToken cancellation)
    {
        if (await members.FindAsync(practice, id, cancellation) is not { Record: { Disabled: false } member }
            || await practices.FindAsync(practice, cancellation) is not { Record: var place })
        {
            return;
        }

        if (member.Account is { } known && await accounts.FindAsync(known, cancellation) is { Record: var account })
        {
            await SendAsync(process, kind, account, place, member.Name, link, cancellation);
        }
        else
        {
            await SendAsync(process, kind, member.Email, place.Language, place.Name, member.Name, link, cancellation);
        }
    }

    /// <summary>The ways that the owner chose; nothing to who asked for the account to be closed. A text leads to the page of sign-in: a long address costs a second text.</summary>
    private async Task SendAsync(
        string process, EmailKind kind, Account account, Practice practice, string member, Uri link, CancellationToken cancellation)
    {
        if (account.ClosesAt is not null)
        {
            return;
        }

        var choice = EventOf(kind) is { } about ? account.ChoiceOf(about, practice.Notifications) : null;
        if (choice is null || choice.IsByEmail() || (choice.IsByText() && account.CellPhone is null))
        {
            await SendAsync(process, kind, account.Email, account.Language, practice.Name, member, link, cancellation);
        }

        if (choice?.IsByText() == true && account.CellPhone is { } phone)
        {
            var values = new Dictionary<string, string> { ["practice"] = practice.Name, ["link"] = links.SignIn().AbsoluteUri };
            var text = Wordings.Fill(wordings.In(account.Language).NoticeText, values);
            await texts.SendAsync(sends.Of(process, $"{kind}-text"), process: null, phone, text, cancellation);
        }
    }

    private static NotificationEvent? EventOf(EmailKind kind) => kind switch
    {
        EmailKind.NewMessage or EmailKind.SecureMessage => NotificationEvent.NewMessage,
        EmailKind.UnreadReminder => NotificationEvent.UnreadReminder,
        EmailKind.AddedToCase => NotificationEvent.AddedToCase,
        _ => null,
    };

    private Task SendAsync(
        string process, EmailKind kind, string to, Language language, string practice, string member, Uri link, CancellationToken cancellation) =>
        mailer.SendAsync(
            sends.Of(process, kind.ToString()),
            process: null,
            to,
            language,
            kind,
            new Dictionary<string, string> { ["practice"] = practice, ["member"] = member },
            link,
            cancellation);
}
