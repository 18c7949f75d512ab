using System.Text.Json;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Accounts.Passkeys;

/// <param name="Options">As the library wrote them.</param>
/// <param name="At">When.</param>
public sealed record BegunCeremony(string Options, DateTimeOffset At);

/// <summary>
/// Keeps a ceremony's options in the browser that asked for them, sealed: nobody can begin so many that the tables fill. What makes one used up
/// is on the passkey's record.
/// </summary>
public sealed class PasskeyCeremony(Sealing sealing, TimeProvider clock)
{
    private const string Cookie = "__Host-passkey";

    /// <summary>Ours: time enough to find one's phone.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="response">Gets the cookie.</param>
    /// <param name="purpose">Which ceremony, and whose.</param>
    /// <param name="options">As the library writes them.</param>
    public void Begin(HttpResponse response, string purpose, string options) =>
        response.Cookies.Append(
            Cookie,
            sealing.Seal(Purpose(purpose), JsonSerializer.SerializeToUtf8Bytes(new BegunCeremony(options, clock.GetUtcNow()))),
            HostCookie.Options());

    /// <returns>The options and when they were made; null where this browser has none of this purpose, or they are too old.</returns>
    public BegunCeremony? End(HttpContext context, string purpose)
    {
        context.Response.Cookies.Delete(Cookie, HostCookie.Options());
        return sealing.TryOpen(Purpose(purpose), context.Request.Cookies[Cookie], out var bytes)
            && JsonSerializer.Deserialize<BegunCeremony>(bytes) is { } begun
            && clock.GetUtcNow() - begun.At < Lifetime
                ? begun
                : null;
    }

    private static string Purpose(string purpose) => $"passkey/{purpose}";
}
