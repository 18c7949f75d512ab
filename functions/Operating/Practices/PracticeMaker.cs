using Collaborations.Identifiers;
using Collaborations.Invitations.Members;
using Collaborations.Practices;
using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Practices;

/// <summary>Makes a practice, and invites its first manager by the same link that every member gets.</summary>
public sealed class PracticeMaker(PracticeStore practices, MemberStore members, MemberInviter inviter, IdGenerator ids)
{
    public async Task<Result<MadePractice>> MakeAsync(NewPractice form, DurableTaskClient processes, CancellationToken cancellation)
    {
        var manager = form.Manager();
        if (form.Check().IsRefused(out var refusal, out var practice) || manager.Check().IsRefused(out refusal, out _))
        {
            return refusal;
        }

        var id = ids.New<PracticeId>();
        return await practices.AddAsync(id, practice, cancellation)
            ? await inviter.InviteFirstAsync(id, manager, processes, cancellation).MapAsync(member => new MadePractice(id, member))
            : throw new InvalidOperationException("A new practice's id is taken.");
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
}
