using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Collaborations.Practices.Members;

/// <summary>Whether somebody can sign in.</summary>
public enum MemberState
{
    Invited,
    Active,
    Disabled,
}

/// <summary>A member as colleagues see them.</summary>
public sealed record MemberAnswer(
    MemberId MemberId, string FirstName, string LastName, string Email, MemberRole Role, bool Manager, bool CaseManager, MemberState State);

public sealed record MemberList(IReadOnlyList<MemberAnswer> Members);

public sealed class MemberFunctions(Edge edge, MemberStore members)
{
    [Function(nameof(GetMembers))]
    public Task<IResult> GetMembers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "practices/{practiceId:guid}/members")] HttpRequest request,
        Guid practiceId,
        CancellationToken cancellation)
    {
        var practice = PracticeId.From(practiceId);
        return edge.MemberAsync(
            request, practice, new AuditNote(AuditAction.MembersListed), _ => ListAsync(practice, cancellation));
    }

    private async Task<Result<MemberList>> ListAsync(PracticeId practice, CancellationToken cancellation)
    {
        var found = new List<MemberAnswer>();
        await foreach (var (id, member) in members.ListAsync(practice, cancellation))
        {
            found.Add(new MemberAnswer(
                id, member.FirstName, member.LastName, member.Email, member.Role, member.Manager, member.CaseManager, StateOf(member)));
        }

        return new MemberList(found);
    }

    private static MemberState StateOf(Member member) => member switch
    {
        { Disabled: true } => MemberState.Disabled,
        { Account: null } => MemberState.Invited,
        _ => MemberState.Active,
    };
}
