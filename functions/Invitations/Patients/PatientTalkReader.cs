using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Talks;

namespace Collaborations.Invitations.Patients;

public enum PatientTalkState
{
    NotInvited,
    Invited,
    Talking,

    /// <summary>The patient closed the account: what was written is there, and they can be invited again.</summary>
    Left,
}

/// <summary>An invitation in one word.</summary>
public enum InvitationState
{
    Queued,
    Sent,
    Delivered,
    Bounced,
    Opened,
    Locked,
    Done,
    Withdrawn,
    Expired,
}

public sealed record InvitationAnswer(
    InvitationId InvitationId, string Email, InvitationState State, IReadOnlyList<InvitationEvent> Timeline, DateTimeOffset ExpiresAt);

public sealed record PatientTalkAnswer(PatientTalkState State, PatientAnswer Patient, InvitationAnswer? Invitation, ThreadId? ThreadId);

/// <summary>Reads this member's own thread with the case's patient, or how far the invitation is. Of anybody else's it knows nothing.</summary>
public sealed class PatientTalkReader(PatientTalkStore patientTalks, TalkStore talks, InvitationStore invitations, PatientStore patients, TimeProvider clock)
{
    public async Task<Result<PatientTalkAnswer>> ReadAsync(OpenedCase opened, CancellationToken cancellation)
    {
        var patientId = opened.Case.Record.Patient;
        if (await patients.FindAsync(opened.Caller.Practice, patientId, cancellation) is not { } patient)
        {
            return new NotFound();
        }

        var shown = PatientAnswer.Of(patientId, patient);
        if (await patientTalks.FindAsync(opened.Id, opened.Caller.Id, cancellation) is not { Record: var own })
        {
            return new PatientTalkAnswer(PatientTalkState.NotInvited, shown, null, null);
        }

        var invitation = own.Invitation is { } id && await invitations.FindAsync(id, cancellation) is { Record: var found } ? AnswerOf(id, found) : null;
        return await talks.FindAsync(own.Thread, cancellation) is { Record: { Account: not null } talk }
            ? new PatientTalkAnswer(StateOf(talk, invitation), shown, invitation, own.Thread)
            : new PatientTalkAnswer(PatientTalkState.Invited, shown, invitation, null);
    }

    private static PatientTalkState StateOf(Talk talk, InvitationAnswer? latest) => talk switch
    {
        { LeftAt: null } => PatientTalkState.Talking,
        _ when latest is { State: not InvitationState.Done } => PatientTalkState.Invited,
        _ => PatientTalkState.Left,
    };

    private InvitationAnswer AnswerOf(InvitationId id, Invitation invitation) =>
        new(id, invitation.Email, StateOf(invitation), invitation.Timeline, invitation.ExpiresAt);

    private InvitationState StateOf(Invitation invitation) => invitation.StageAt(clock.GetUtcNow()) switch
    {
        RegistrationStage.Done => InvitationState.Done,
        RegistrationStage.Locked => InvitationState.Locked,
        RegistrationStage.Withdrawn => InvitationState.Withdrawn,
        RegistrationStage.Expired => InvitationState.Expired,
        _ => LatestOf(invitation),
    };

    // Since the link was last renewed: what was delivered to a wrong address says nothing of the right one.
    private static InvitationState LatestOf(Invitation invitation)
    {
        var kinds = invitation.Timeline.Where(each => each.At >= invitation.SentAt).Select(each => each.Kind).ToHashSet();
        return kinds switch
        {
            _ when kinds.Contains(InvitationEventKind.Opened) => InvitationState.Opened,
            _ when kinds.Contains(InvitationEventKind.Bounced) => InvitationState.Bounced,
            _ when kinds.Contains(InvitationEventKind.Delivered) => InvitationState.Delivered,
            _ when kinds.Contains(InvitationEventKind.Sent) => InvitationState.Sent,
            _ => InvitationState.Queued,
        };
    }
}
