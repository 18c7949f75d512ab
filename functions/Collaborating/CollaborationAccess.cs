using Collaborations.Accounts;
using Collaborations.Accounts.Sessions;
using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Practices;

namespace Collaborations.Collaborating;

/// <summary>A collaboration and the member who may see it.</summary>
public sealed record OpenedCollaboration(MemberCaller Caller, CollaborationId Id, Collaboration Record)
{
    public bool IsMine => Record.Starter == Caller.Id;
}

/// <summary>
/// Lets members in: the starter, the members of its case, and case managers. For anybody else there is no such collaboration.
/// </summary>
public sealed class CollaborationAccess(CollaborationStore collaborations, CaseAccess cases)
{
    public async Task<Result<OpenedCollaboration>> OpenAsync(MemberCaller caller, CollaborationId id, CancellationToken cancellation) =>
        await collaborations.FindAsync(caller.Practice, id, cancellation) is { Record: var record } && await MaySeeAsync(caller, record, cancellation)
            ? new OpenedCollaboration(caller, id, record)
            : new NotFound();

    public async Task<bool> MaySeeAsync(MemberCaller caller, Collaboration record, CancellationToken cancellation) =>
        record.Starter == caller.Id
        || caller.Member.CaseManager
        || (record.Case is { } @case && (await cases.OpenAsync(caller, @case, cancellation)).Refusal is null);
}

/// <summary>A collaboration and the collaborator who asks.</summary>
/// <param name="Practice">That shares.</param>
/// <param name="Id">Which.</param>
/// <param name="Record">As it is now.</param>
/// <param name="Self">Who asks; perhaps without access any more.</param>
/// <param name="Account">Theirs.</param>
public sealed record InvitedCaller(PracticeId Practice, CollaborationId Id, Collaboration Record, Collaborator Self, AccountId Account)
{
    /// <summary>Somebody who has not read the message has not begun: nothing of it is there for them.</summary>
    public bool IsReader => Self is { IsIn: true, ReadAt: not null };
}

/// <summary>
/// Lets collaborators in: whoever has the account of an address that the collaboration was sent to, since an account's owner has proved to read
/// that address. For anybody else there is no such collaboration.
/// </summary>
public sealed class InvitedAccess(CollaborationStore collaborations, SharedListStore shared, AccountStore accounts, AccountEmailStore emails)
{
    public async Task<InvitedCaller?> FindAsync(Caller caller, CollaborationId id, CancellationToken cancellation) =>
        await FindAddressAsync(caller.Account, cancellation) is { } email
        && await shared.FindAsync(emails.DigestOf(email), id, cancellation) is { } entry
            ? await FindAsync(caller.Account, email, entry.Practice, id, cancellation)
            : null;

    /// <summary>The same where the practice is known.</summary>
    public async Task<InvitedCaller?> FindAsync(AccountId account, PracticeId practice, CollaborationId id, CancellationToken cancellation) =>
        await FindAddressAsync(account, cancellation) is { } email ? await FindAsync(account, email, practice, id, cancellation) : null;

    public async Task<EmailAddress?> FindAddressAsync(AccountId account, CancellationToken cancellation) =>
        await accounts.FindAsync(account, cancellation) is { Record: var record } && EmailAddress.TryRead(record.Email, out var email) ? email : null;

    private async Task<InvitedCaller?> FindAsync(
        AccountId account, EmailAddress email, PracticeId practice, CollaborationId id, CancellationToken cancellation) =>
        await collaborations.FindAsync(practice, id, cancellation) is { Record: var record } && record.FindByEmail(email.Value) is { } self
            ? new InvitedCaller(practice, id, record, self, account)
            : null;
}
