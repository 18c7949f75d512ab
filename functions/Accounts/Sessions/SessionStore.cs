using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Accounts.Sessions;

/// <summary>Table Sessions. Partition: the account's id; row: the session's.</summary>
public sealed class SessionStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "Sessions");

    public async Task<Versioned<Session>?> FindAsync(AccountId account, SessionId id, CancellationToken cancellation) =>
        await _table.FindAsync(account.ToString(), id.ToString(), cancellation) is { } row ? RecordRow.Read<Session>(row) : null;

    public async Task<IReadOnlyList<(SessionId Id, Session Session)>> ListAsync(AccountId account, CancellationToken cancellation)
    {
        var found = new List<(SessionId, Session)>();
        await foreach (var row in _table.ListAsync(account.ToString(), null, null, cancellation))
        {
            found.Add((Identifier.Parse<SessionId>(row.RowKey), RecordRow.Read<Session>(row).Record));
        }

        return found;
    }

    public async Task<bool> AddAsync(AccountId account, SessionId id, Session session, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(account.ToString(), id.ToString(), session), cancellation) is not null;

    /// <returns>False where the session was ended or seen meanwhile.</returns>
    public async Task<bool> ReplaceAsync(AccountId account, SessionId id, Session session, Versioned<Session> before, CancellationToken cancellation) =>
        await _table.ReplaceAsync(RecordRow.Of(account.ToString(), id.ToString(), session), before.ETag, cancellation) is not null;

    /// <summary>Notes that the terms in force were accepted, whatever else is written to the session meanwhile.</summary>
    public Task<Result<Done>> AcceptTermsAsync(AccountId account, SessionId id, CancellationToken cancellation) =>
        ChangeAsync(account, id, session => session with { AcceptedTerms = true }, cancellation);

    /// <summary>Notes that there is a new password; likewise.</summary>
    public Task<Result<Done>> RenewPasswordAsync(AccountId account, SessionId id, CancellationToken cancellation) =>
        ChangeAsync(account, id, session => session with { PasswordExpired = false }, cancellation);

    /// <summary>Ends an account's sessions, but one where one is to stay.</summary>
    public Task EndAllAsync(AccountId account, SessionId? but, CancellationToken cancellation) =>
        EndAllAsync(account, (id, _) => id != but, cancellation);

    /// <summary>Ends those of an account's sessions that are to end.</summary>
    public Task EndAllAsync(AccountId account, Func<Session, bool> which, CancellationToken cancellation) =>
        EndAllAsync(account, (_, session) => which(session), cancellation);

    /// <summary>Likewise.</summary>
    public async Task EndAllAsync(AccountId account, Func<SessionId, Session, bool> which, CancellationToken cancellation)
    {
        foreach (var (id, session) in await ListAsync(account, cancellation))
        {
            if (which(id, session))
            {
                await EndAsync(account, id, cancellation);
            }
        }
    }

    /// <summary>Ends it whatever was written to it meanwhile.</summary>
    public Task EndAsync(AccountId account, SessionId id, CancellationToken cancellation) =>
        _table.DeleteAsync(account.ToString(), id.ToString(), Azure.ETag.All, cancellation);

    private Task<Result<Done>> ChangeAsync(AccountId account, SessionId id, Func<Session, Session> change, CancellationToken cancellation) =>
        Decision.MakeAsync<Session, Done>(
            () => FindAsync(account, id, cancellation),
            session => session is null ? new Unauthenticated() : (change(session), Done.Instance),
            (session, before) => ReplaceAsync(account, id, session, before!, cancellation));
}
