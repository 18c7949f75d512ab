using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Cases;

/// <summary>A case and the member who may see it.</summary>
public sealed record OpenedCase(MemberCaller Caller, CaseId Id, Versioned<Case> Case)
{
    /// <summary>A case manager sees a case without being one of its members.</summary>
    public bool IsMine => Case.Record.Members.Contains(Caller.Id);
}

/// <summary>Lets a case's members and case managers in. For anybody else there is no such case.</summary>
public sealed class CaseAccess(CaseStore cases)
{
    public async Task<Result<OpenedCase>> OpenAsync(MemberCaller caller, CaseId id, CancellationToken cancellation) =>
        await cases.FindAsync(caller.Practice, id, cancellation) is { } found && (caller.Member.CaseManager || found.Record.Members.Contains(caller.Id))
            ? new OpenedCase(caller, id, found)
            : new NotFound();

    /// <summary>For what only a member of the case does, such as to talk to its patient.</summary>
    public async Task<Result<OpenedCase>> OpenMineAsync(MemberCaller caller, CaseId id, CancellationToken cancellation) =>
        (await OpenAsync(caller, id, cancellation)).Then<OpenedCase>(opened => opened.IsMine ? opened : new NotFound());
}
