using Collaborations.Accounts;
using Collaborations.Accounts.Passwords;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Practices;
using Collaborations.Security;
using Collaborations.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

/// <summary>The registration is done but for the first sign-in, with this address.</summary>
public sealed record RegistrationFinished(string Email);

/// <summary>Steps 5 and 6: the terms, and the password that makes the account and uses the link up.</summary>
public sealed class AccountSteps(
    RegistrationGate gate,
    RegistrationReader reader,
    AccountRegistry registry,
    KnownAccounts known,
    PracticeStore practices,
    NoticeSender names)
{
    public Task<Result<RegistrationState>> AcceptTermsAsync(
        HttpRequest request, TermsAnswer body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(async link =>
        {
            var accepted = await gate.StepAsync(
                link,
                [RegistrationStage.Terms],
                Result<(Invitation, Done)> (invitation, now) => body.Version == TermsOfUse.Version
                    ? ((invitation with { Progress = invitation.Progress with { TermsVersion = body.Version } }).Note(InvitationEventKind.TermsAccepted, now), Done.Instance)
                    : new OtherTerms(),
                cancellation);
            return await accepted.ThenAsync(async _ =>
            {
                await RegistrationSignals.TellAsync(processes, link, cancellation);
                return await reader.ReadAsync(link, cancellation);
            });
        });

    public Task<Result<RegistrationFinished>> SetPasswordAsync(
        HttpRequest request, NewPassword body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(async link =>
        {
            var due = await gate.StepAsync<Invitation>(link, [RegistrationStage.Password], (invitation, _) => (invitation, invitation), cancellation);
            return await due
                .ThenAsync(invitation => RegisterAsync(link.Id, invitation, body, cancellation))
                .ThenAsync(account => gate.StepAsync<RegistrationFinished>(
                    link,
                    [RegistrationStage.Password],
                    (invitation, now) => (
                        (invitation with { Progress = invitation.Progress with { Account = account } }).Note(InvitationEventKind.PasswordSet, now),
                        new RegistrationFinished(invitation.Email)),
                    cancellation))
                .ThenAsync<RegistrationFinished, RegistrationFinished>(async finished =>
                {
                    await RegistrationSignals.TellAsync(processes, link, cancellation);
                    return finished;
                });
        });

    private async Task<Result<AccountId>> RegisterAsync(InvitationId id, Invitation invitation, NewPassword body, CancellationToken cancellation)
    {
        if (!EmailAddress.TryRead(invitation.Email, out var email)
            || await practices.FindAsync(invitation.Practice, cancellation) is not { Record: var practice })
        {
            return new LinkNotOpen();
        }

        var name = await names.NameOfAsync(invitation, cancellation);
        var progress = invitation.Progress;
        AccountPhone[] phones = [.. progress.Phones.Where(each => each.Id == progress.Phone).Select(each => new AccountPhone(each.Id, each.Number, each.Kind))];
        return await PasswordPolicy.Check(body.Password, body.ConfirmPassword, PasswordPolicy.RulesFor([invitation.TieTo(practice)], invitation.Email, name))
            .ThenAsync(async password =>
            {
                var made = await registry.RegisterAsync(
                    new NewAccount(
                        email, name, invitation.Language, practice.TimeZone, password, phones, progress.TermsVersion!, AcceptedAt(invitation), [id]),
                    cancellation);
                return made.Refusal is EmailTaken ? await JoinAsync(id, invitation, cancellation) : made;
            });
    }

    private static DateTimeOffset AcceptedAt(Invitation invitation) =>
        invitation.Timeline.Last(each => each.Kind == InvitationEventKind.TermsAccepted).At;

    // Cut off after the account was made and before that was noted, or registered with another practice meanwhile: the account that is there
    // stands, with the password it has, and its owner signs in.
    private async Task<Result<AccountId>> JoinAsync(InvitationId id, Invitation invitation, CancellationToken cancellation)
    {
        if (await known.FindAsync(invitation.Email, cancellation) is not { } account)
        {
            return new EmailTaken();
        }

        return await known.JoinAsync(account, id, cancellation);
    }
}
