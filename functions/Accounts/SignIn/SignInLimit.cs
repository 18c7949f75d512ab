using Collaborations.Http;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Accounts.SignIn;

public sealed record TooManySignIns(TimeSpan RetryAfter) : TooMany("too-many-sign-ins", RetryAfter);

/// <summary>Tries from one network address, with whatever somebody signs in; a whole clinic may stand behind one.</summary>
public sealed class SignInLimit(ClientAddress addresses, Throttle throttle)
{
    private const int Tries = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <returns>Null where there was room, and the try is counted.</returns>
    public async Task<TooManySignIns?> TakeAsync(HttpRequest request, CancellationToken cancellation) =>
        await throttle.TakeAsync("sign-in", addresses.Of(request), Tries, Window, cancellation) is { } wait ? new TooManySignIns(wait) : null;
}
