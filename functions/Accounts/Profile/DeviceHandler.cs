using Collaborations.Accounts.Sessions;
using Collaborations.Identifiers;

namespace Collaborations.Accounts.Profile;

/// <summary>One place where an account is signed in.</summary>
public sealed record DeviceAnswer(SessionId SessionId, string Words, bool Current, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

public sealed record DeviceList(IReadOnlyList<DeviceAnswer> Devices);

/// <summary>Shows an account's own sessions and ends one.</summary>
public sealed class DeviceHandler(SessionStore sessions, TimeProvider clock)
{
    public async Task<Result<DeviceList>> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await sessions.ListAsync(caller.Account, cancellation);
        return new DeviceList(
        [
            .. found.Where(each => !each.Session.IsOver(now))
                .OrderByDescending(each => each.Session.LastSeenAt)
                .Select(each => new DeviceAnswer(
                    each.Id, each.Session.Words, each.Id == caller.Session, each.Session.CreatedAt, each.Session.LastSeenAt)),
        ]);
    }

    public async Task<Result<Done>> EndAsync(Caller caller, SessionId id, CancellationToken cancellation)
    {
        if (await sessions.FindAsync(caller.Account, id, cancellation) is null)
        {
            return new NotFound();
        }

        await sessions.EndAsync(caller.Account, id, cancellation);
        return Done.Instance;
    }
}
