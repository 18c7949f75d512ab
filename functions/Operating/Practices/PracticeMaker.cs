using Collaborations.Identifiers;
using Collaborations.Invitations.Members;
using Collaborations.Invitations.Registration;
using Collaborations.Practices;
using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Practices;

/// <summary>Makes a practice, and invites its first manager by the same link that every member gets.</summary>
public sealed class PracticeMaker(PracticeStore practices, MemberStore members, MemberInviter inviter, IdGenerator ids)
{
    /// <summary>
    /// With an id that the operator chose, asked again is the same practice: what a try that was cut off left undone is done, and what is done is
    /// not done twice.
    /// </summary>
    public async Task<Result<MadePractice>> MakeAsync(NewPractice form, DurableTaskClient processes, CancellationToken cancellation)
    {
        var manager = form.Manager();
        if (form.Check().IsRefused(out var refusal, out var practice) || manager.Check().IsRefused(out refusal, out var typed))
        {
            return refusal;
        }

        var id = form.PracticeId ?? ids.New<PracticeId>();
        if (!await practices.AddAsync(id, practice, cancellation))
        {
            if (!await IsSameAsync(id, practice, cancellation))
            {
                return new PracticeIdTaken();
            }

            if (await FirstAsync(id, cancellation) is (var first, { } member))
            {
                return await ContinueAsync(id, first, member, typed, processes, cancellation);
            }
        }

        var invited = await inviter.InviteFirstAsync(id, manager, processes, cancellation);

        // Asked twice at once, the other was quicker.
        return invited.Refusal is AlreadyMember && await FirstAsync(id, cancellation) is (var other, { } known)
            ? await ContinueAsync(id, other, known, typed, processes, cancellation)
            : invited.Map(first => new MadePractice(id, first));
    }

    /// <summary>A new link for the first manager, whose old one ran out or got lost; as long as nobody is in who could send one.</summary>
    public async Task<Result<MadePractice>> InviteAgainAsync(PracticeId id, DurableTaskClient processes, CancellationToken cancellation)
    {
        MemberId? first = null;
        await foreach (var (member, record) in members.ListAsync(id, cancellation))
        {
            if (record.Account is not null)
            {
                return new PracticeHasMembers();
            }

            first ??= member;
        }

        return first is { } known
            ? await inviter.ResendAsync(id, known, processes, cancellation).MapAsync(member => new MadePractice(id, member))
            : new NotFound();
    }

    private async Task<bool> IsSameAsync(PracticeId id, Practice practice, CancellationToken cancellation) =>
        await practices.FindAsync(id, cancellation) is { Record: var there }
        && (there.Name, there.Language, there.TimeZone) == (practice.Name, practice.Language, practice.TimeZone)
        && there.Countries.SequenceEqual(practice.Countries, StringComparer.Ordinal);

    private async Task<(MemberId Id, Member Member)?> FirstAsync(PracticeId id, CancellationToken cancellation)
    {
        await foreach (var first in members.ListAsync(id, cancellation))
        {
            return first;
        }

        return null;
    }

    // The member comes before the process that writes to them.
    private static async Task<Result<MadePractice>> ContinueAsync(
        PracticeId id, MemberId first, Member member, Member typed, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (member.Account is not null)
        {
            return new PracticeHasMembers();
        }

        if (member.Email != typed.Email || member.Invitation is not { } invitation)
        {
            return new PracticeIdTaken();
        }

        // The first link's: where it ran, whatever became of it, it is for the link to be sent anew.
        var registration = new RegistrationInput(invitation, Generation: 1);
        await RegistrationSignals.StartOnceAsync(processes, registration, cancellation);

        return new MadePractice(id, first);
    }
}
