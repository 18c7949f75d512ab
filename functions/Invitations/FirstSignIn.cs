using Collaborations.Accounts;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Invitations.Registration;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Talks;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations;

/// <summary>
/// Ends registrations at the sign-in that follows them: ties the account to the patient, member or contact it was made for, and opens what was waiting.
/// Done again after it was cut off, it does the same.
/// </summary>
public sealed class FirstSignIn(
    InvitationStore invitations,
    AccountStore accounts,
    AffiliationStore affiliations,
    PatientStore patients,
    MemberStore members,
    TalkStore talks,
    InboxStore inboxes,
    CollaborationStore collaborations,
    TimeProvider clock)
{
    public async Task EndAsync(DurableTaskClient processes, AccountId account, IReadOnlyList<InvitationId> registrations, CancellationToken cancellation)
    {
        foreach (var id in registrations)
        {
            if (await invitations.FindAsync(id, cancellation) is { Record: { Ending: null } invitation } && await IsOfAsync(account, invitation, cancellation))
            {
                await LinkAsync(account, invitation, cancellation);
                await invitations.ChangeAsync<Done>(
                    id,
                    current => (
                        current.Ending is null && current.Generation == invitation.Generation ? End(current, account) : current,
                        Done.Instance),
                    cancellation);
                await RegistrationSignals.TellAsync(processes, new RegistrationInput(id, invitation.Generation), cancellation);
            }

            await accounts.ChangeAsync<Done>(
                account, current => (current with { Registrations = [.. current.Registrations.Where(each => each != id)] }, Done.Instance), cancellation);
        }
    }

    /// <summary>Ties a patient who is known to be this account's owner to the practice, and puts the talk into the inbox.</summary>
    public async Task LinkPatientAsync(AccountId account, PracticeId practice, PatientId patient, ThreadId thread, CancellationToken cancellation)
    {
        await patients.ChangeAsync<Done>(
            practice, patient, current => (current.Account == account ? current : current with { Account = account }, Done.Instance), cancellation);
        await affiliations.AddAsync(account, new Affiliation(AffiliationKind.Patient, practice, patient.Value), cancellation);
        await talks.ChangeAsync<Done>(thread, talk => (talk.Account == account ? talk : talk with { Account = account, LeftAt = null }, Done.Instance), cancellation);
        await inboxes.PutAsync(account, thread, clock.GetUtcNow(), cancellation);
    }

    // Theirs too where the password made the account and the step was cut off before it noted that: at the address that they registered with.
    private async Task<bool> IsOfAsync(AccountId account, Invitation invitation, CancellationToken cancellation) =>
        invitation.Progress.Account == account
        || (invitation.StageAt(clock.GetUtcNow()) == RegistrationStage.Password
            && await accounts.FindAsync(account, cancellation) is { Record: var owner }
            && owner.Email == invitation.Email);

    private Invitation End(Invitation invitation, AccountId account) =>
        (invitation with { Progress = invitation.Progress with { Account = account } })
            .End(RegistrationStage.Done, InvitationEventKind.SignedIn, clock.GetUtcNow());

    private async Task LinkAsync(AccountId account, Invitation invitation, CancellationToken cancellation)
    {
        if (invitation is { Kind: InvitationKind.Patient, Thread: { } thread })
        {
            await LinkPatientAsync(account, invitation.Practice, PatientId.From(invitation.Subject), thread, cancellation);
            return;
        }

        if (invitation is { Kind: InvitationKind.Collaborator, Collaboration: { } collaboration })
        {
            await LinkCollaboratorAsync(account, invitation, collaboration, cancellation);
            return;
        }

        var member = MemberId.From(invitation.Subject);
        await members.ChangeAsync<Done>(
            invitation.Practice, member, current => (current.Account == account ? current : current with { Account = account }, Done.Instance), cancellation);
        await affiliations.AddAsync(account, new Affiliation(AffiliationKind.Member, invitation.Practice, invitation.Subject), cancellation);
    }

    // Whether they may read it the collaboration says: it was sent to the address that this account is of, unless that was corrected meanwhile.
    private async Task LinkCollaboratorAsync(AccountId account, Invitation invitation, CollaborationId collaboration, CancellationToken cancellation)
    {
        var contact = ContactId.From(invitation.Subject);
        await affiliations.AddAsync(account, new Affiliation(AffiliationKind.Collaborator, invitation.Practice, contact.Value), cancellation);
        await collaborations.ChangeAsync<Done>(
            invitation.Practice,
            collaboration,
            record => record.Find(contact) is { Account: null } collaborator && collaborator.Email == invitation.Email
                ? (record.With(collaborator with { Account = account }), Done.Instance)
                : (record, Done.Instance),
            cancellation);
    }
}
