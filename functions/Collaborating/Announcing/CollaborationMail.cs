using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Practices;

namespace Collaborations.Collaborating.Announcing;

/// <summary>Writes the email that announces a collaboration, the same for the preview and for the one that is sent.</summary>
public sealed class CollaborationMail(
    PracticeStore practices, KnownLanguages languages, NoticeSender names, Mailer mailer, Wordings wordings, Links links)
{
    /// <summary>The product's own words.</summary>
    public CollaborationTemplate StandardOf(Language language)
    {
        var words = wordings.In(language).Emails[nameof(EmailKind.CollaborationInvitation)];
        return new CollaborationTemplate(language, words.Subject, string.Join("\n\n", words.Before));
    }

    /// <param name="place">Of which practice and member.</param>
    /// <param name="email">As it was edited.</param>
    /// <param name="number">The collaboration's.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="link">Where its button leads.</param>
    /// <param name="cancellation">The work was given up.</param>
    public async Task<(Language Language, WrittenEmail Email)> WriteAsync(
        MailPlace place, CollaborationEmail email, int number, Collaborator to, Uri link, CancellationToken cancellation)
    {
        var practice = (await practices.FindAsync(place.Practice, cancellation))?.Record ?? throw new InvalidOperationException("A practice is gone.");
        var language = await languages.FindAsync(place.Practice, practice, to.Email, cancellation);
        var member = await names.NameOfAsync(place.Practice, place.Member, cancellation);
        var filled = EmailFields.Fill(email, new FieldValues(to.Name, member, practice.Name, number));
        var words = wordings.In(language).Emails[nameof(EmailKind.CollaborationInvitation)];
        var after = words.After.Select(text => Wordings.Fill(text, new Dictionary<string, string> { ["practice"] = practice.Name }));
        return (language, mailer.Write(language, filled.Subject, filled.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries), words.Action, link, [.. after]));
    }

    /// <param name="send">Names the send.</param>
    /// <param name="practice">That shares.</param>
    /// <param name="record">What is announced.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="link">Where its button leads.</param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>False where it cannot be sent.</returns>
    public async Task<bool> SendAsync(
        MailSend send, PracticeId practice, Collaboration record, Collaborator to, Uri link, CancellationToken cancellation)
    {
        var (_, email) = await WriteAsync(new MailPlace(practice, record.Starter), record.Email, record.Number, to, link, cancellation);
        return await mailer.SendAsync(send.Id, send.Process, to.Email, email, cancellation);
    }

    /// <inheritdoc cref="SendAsync"/>
    public async Task<bool> RemindAsync(
        MailSend send, PracticeId practice, Collaboration record, Collaborator to, Uri link, CancellationToken cancellation)
    {
        var place = (await practices.FindAsync(practice, cancellation))?.Record ?? throw new InvalidOperationException("A practice is gone.");
        var values = new Dictionary<string, string>
        {
            ["practice"] = place.Name,
            ["member"] = await names.NameOfAsync(practice, record.Starter, cancellation),
            ["number"] = record.Number.ToString(CultureInfo.InvariantCulture),
        };
        var language = await languages.FindAsync(practice, place, to.Email, cancellation);
        return await mailer.SendAsync(send.Id, send.Process, to.Email, language, EmailKind.CollaborationReminder, values, link, cancellation);
    }

    /// <summary>Where the button of a preview leads: the real one holds a secret of its receiver's.</summary>
    public Uri PreviewLink => links.SignIn();
}

/// <summary>On whose behalf an email is written.</summary>
public sealed record MailPlace(PracticeId Practice, MemberId Member);

/// <param name="Id">The same for the same email.</param>
/// <param name="Process">That is told of its delivery; null where nobody waits.</param>
public sealed record MailSend(SendId Id, string? Process);

/// <summary>
/// The language of what a collaborator is sent: their own, where they have been here before; otherwise the practice's. Of an account that has
/// nothing to do with the practice, a preview would give away that it is there.
/// </summary>
public sealed class KnownLanguages(AccountStore accounts, AccountEmailStore emails, AffiliationStore affiliations)
{
    public async Task<Language> FindAsync(PracticeId id, Practice practice, string address, CancellationToken cancellation)
    {
        if (!EmailAddress.TryRead(address, out var email) || await emails.FindAsync(email, cancellation) is not { } account)
        {
            return practice.Language;
        }

        var ties = await affiliations.ListAsync(account, cancellation);
        return ties.Any(tie => tie.Practice == id) && await accounts.FindAsync(account, cancellation) is { Record: var known } ? known.Language : practice.Language;
    }
}
