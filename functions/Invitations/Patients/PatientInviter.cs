using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Invitations.Registration;
using Collaborations.Messaging;
using Collaborations.Notices;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Security;
using Collaborations.Storage;
using Collaborations.Talks;
using Collaborations.Talks.Posting;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Patients;

public sealed record BirthDateMissing() : Conflict("birth-date-missing");

public sealed record NotInvited() : Conflict("not-invited");

public sealed record AlreadyRegistered() : Conflict("already-registered");

/// <summary>Invites a patient into one member's Patient Talk, sends the invitation again, corrects its address, and withdraws it.</summary>
public sealed class PatientInviter(
    PatientStore patients,
    PracticeStore practices,
    PatientTalkStore patientTalks,
    TalkStore talks,
    InvitationStore invitations,
    KnownAccounts known,
    FirstSignIn firstSignIn,
    MessageIds messageIds,
    IdGenerator ids,
    DerivedSecrets secrets,
    TimeProvider clock)
{
    /// <summary>
    /// A talk and an invitation are made first, and claimed last: of two clicks at the same time one is heard, and what the other made goes. What follows
    /// from the claim does not depend on whoever asked staying; cut off all the same, the same click again does the rest.
    /// </summary>
    public async Task<Result<Done>> InviteAsync(OpenedCase opened, PatientInvitationForm form, DurableTaskClient processes, CancellationToken cancellation)
    {
        var (practiceId, patientId) = (opened.Caller.Practice, opened.Case.Record.Patient);
        if (opened.Case.Record.Status == CaseStatus.Closed)
        {
            return new CaseClosed();
        }

        if (await practices.FindAsync(practiceId, cancellation) is not { Record: var practice }
            || await patients.FindAsync(practiceId, patientId, cancellation) is not { Record: var patient })
        {
            return new NotFound();
        }

        if (form.Check(practice).IsRefused(out var refusal, out var typed))
        {
            return refusal;
        }

        if (practice.BirthDateCheck && patient.BirthDate is null)
        {
            return new BirthDateMissing();
        }

        var before = await patientTalks.FindAsync(opened.Id, opened.Caller.Id, cancellation);
        if (before is { Record: var own } && await GoOnAsync(own, processes, cancellation))
        {
            return Done.Instance;
        }

        if ((await KeepAsync(practiceId, patientId, typed, cancellation)).IsRefused(out var gone, out var kept))
        {
            return gone;
        }

        var thread = before?.Record.Thread ?? await BeginTalkAsync(opened, cancellation);
        await PostFirstAsync(opened, thread, typed.FirstMessage, cancellation);
        return await known.FindSameAsync(typed.Email.Value, patient, cancellation) is { } account
            ? await OpenAsync(opened, thread, before, account, processes, cancellation)
            : await SendAsync(opened, thread, before, typed, practice, kept, processes, cancellation);
    }

    public Task<Result<Done>> ResendAsync(OpenedCase opened, DurableTaskClient processes, CancellationToken cancellation) =>
        ChangeAsync(opened, (invitation, now) => Renew(invitation, invitation.Email, InvitationEventKind.Resent, now), processes, cancellation);

    public Task<Result<Done>> CorrectAsync(OpenedCase opened, EmailTwice form, DurableTaskClient processes, CancellationToken cancellation) =>
        form.Check().ThenAsync(email => ChangeAsync(
            opened, (invitation, now) => Renew(invitation, email.Value, InvitationEventKind.AddressCorrected, now), processes, cancellation));

    public Task<Result<Done>> WithdrawAsync(OpenedCase opened, DurableTaskClient processes, CancellationToken cancellation) =>
        ChangeAsync(
            opened,
            (invitation, now) => invitation.Ending is null ? invitation.End(RegistrationStage.Withdrawn, InvitationEventKind.Withdrawn, now) : invitation,
            processes,
            cancellation);

    private string NewNonce() => secrets.NewNonce();

    private Result<Invitation> Renew(Invitation invitation, string email, InvitationEventKind kind, DateTimeOffset now) =>
        invitation.WhyNotAgain(now) is { } often ? often : invitation.Renew(email, NewNonce(), kind, now);

    // What the member typed into the form is what the practice now knows of the person.
    private Task<Result<Patient>> KeepAsync(PracticeId practice, PatientId id, CheckedInvitation typed, CancellationToken cancellation) =>
        patients.ChangeAsync<Patient>(
            practice,
            id,
            patient =>
            {
                var kept = patient with { Email = typed.Email.Value, Mobile = typed.Mobile ?? patient.Mobile, Landline = typed.Landline ?? patient.Landline };
                return (kept, kept);
            },
            cancellation);

    private async Task<ThreadId> BeginTalkAsync(OpenedCase opened, CancellationToken cancellation)
    {
        var id = ids.New<ThreadId>();
        await talks.CreateAsync(id, Talk.WithPatient(opened.Caller.Practice, opened.Id, opened.Caller.Id, opened.Case.Record.Patient, clock.GetUtcNow()), cancellation);
        return id;
    }

    // The first of a talk, or the first to somebody who left it and is invited again. Of two clicks one writes it.
    private async Task PostFirstAsync(OpenedCase opened, ThreadId thread, string text, CancellationToken cancellation)
    {
        if (text.Length == 0 || await talks.FindAsync(thread, cancellation) is not { Record: var talk } found)
        {
            return;
        }

        var (now, me, next) = (clock.GetUtcNow(), opened.Caller.Id.Value, talk.Sequence + 1);
        var key = talk.LeftAt is { } left ? $"first-{left.UtcTicks}" : "first";
        var message = new Message(messageIds.Of(thread, me, key), next, Side.Practice, me, now, text, [], MessageState.Sent, null, Changes: 0);
        await talks.AddMessageAsync(thread, found, (talk with { Sequence = next }).Read(me, next, now), message, cancellation);
    }

    // Invited, and the process of the link begins should it not have begun, or talking. False where the talk was claimed and not opened yet, and for
    // somebody who left it and was not invited since.
    private async Task<bool> GoOnAsync(PatientTalk own, DurableTaskClient processes, CancellationToken cancellation)
    {
        var talk = (await talks.FindAsync(own.Thread, cancellation))?.Record;
        if (own.Invitation is not { } id
            || await invitations.FindAsync(id, cancellation) is not { Record: var sent }
            || (talk?.LeftAt is not null && sent.Ending is RegistrationStage.Done))
        {
            return talk is { Account: not null, LeftAt: null };
        }

        if (sent.Ending is null)
        {
            await RegistrationSignals.StartOnceAsync(processes, new RegistrationInput(id, sent.Generation), cancellation);
        }

        return true;
    }

    // Whoever lost takes away what nothing leads to: no retention would find it. A claim that was heard and whose answer was lost is ours.
    private async Task<bool> ClaimAsync(OpenedCase opened, PatientTalk talk, Versioned<PatientTalk>? before, CancellationToken cancellation)
    {
        var claimed = before is null
            ? await patientTalks.AddAsync(opened.Id, opened.Caller.Id, talk, cancellation)
            : await patientTalks.ReplaceAsync(opened.Id, opened.Caller.Id, talk, before, cancellation);
        if (claimed || (await patientTalks.FindAsync(opened.Id, opened.Caller.Id, CancellationToken.None))?.Record == talk)
        {
            return true;
        }

        if (before is null)
        {
            await talks.DeleteAsync(talk.Thread, CancellationToken.None);
        }

        if (talk.Invitation is { } invitation)
        {
            await invitations.DeleteAsync(invitation, CancellationToken.None);
        }

        return false;
    }

    // Registered already: the second thread is there at once, and the email says that a message waits.
    private async Task<Result<Done>> OpenAsync(
        OpenedCase opened,
        ThreadId thread,
        Versioned<PatientTalk>? before,
        AccountId account,
        DurableTaskClient processes,
        CancellationToken cancellation)
    {
        if (await ClaimAsync(opened, new PatientTalk(thread, Invitation: null), before, cancellation))
        {
            await firstSignIn.LinkPatientAsync(account, opened.Caller.Practice, opened.Case.Record.Patient, thread, CancellationToken.None);
            await ProcessGate.StartOnceAsync(
                processes,
                nameof(UnreadOrchestration),
                UnreadOrchestration.InstanceOf(thread, account.Value, 1),
                new UnreadInput(thread, account.Value, 1, EmailKind.SecureMessage),
                CancellationToken.None);
        }

        return Done.Instance;
    }

    private async Task<Result<Done>> SendAsync(
        OpenedCase opened,
        ThreadId thread,
        Versioned<PatientTalk>? before,
        CheckedInvitation typed,
        Practice practice,
        Patient patient,
        DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var id = ids.New<InvitationId>();
        var now = clock.GetUtcNow();
        var invitation = new Invitation(
            InvitationKind.Patient,
            opened.Caller.Practice,
            opened.Caller.Id,
            opened.Case.Record.Patient.Value,
            opened.Id,
            thread,
            typed.Email.Value,
            patient.Language,
            practice.BirthDateCheck,
            Generation: 1,
            NewNonce(),
            now,
            Ending: null,
            // Where no birth date is asked, nothing comes before the telephones: they are offered at once, masked.
            RegistrationProgress.Start(practice.BirthDateCheck) with { Phones = practice.BirthDateCheck ? [] : RegistrationPhone.OnFileOf(patient, ids) },
            [new InvitationEvent(InvitationEventKind.Queued, now)]);
        await invitations.AddAsync(id, invitation, cancellation);
        if (await ClaimAsync(opened, new PatientTalk(thread, id), before, cancellation))
        {
            await RegistrationSignals.StartOnceAsync(processes, new RegistrationInput(id, 1), CancellationToken.None);
        }

        return Done.Instance;
    }

    private async Task<Result<Done>> ChangeAsync(
        OpenedCase opened, Func<Invitation, DateTimeOffset, Result<Invitation>> change, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await patientTalks.FindAsync(opened.Id, opened.Caller.Id, cancellation) is not { Record: { Invitation: { } id } })
        {
            return new NotInvited();
        }

        var changed = await invitations.ChangeAsync<(int Before, int After)>(
            id,
            invitation => invitation.Progress.Account is not null
                ? new AlreadyRegistered()
                : change(invitation, clock.GetUtcNow()).Map(after => (after, (invitation.Generation, after.Generation))),
            cancellation);
        return await changed.ThenAsync<Done>(async generations =>
        {
            await RegistrationSignals.ChangedAsync(processes, id, generations.Before, generations.After, CancellationToken.None);
            return Done.Instance;
        });
    }
}
