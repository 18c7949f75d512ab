using System.Buffers.Text;
using Collaborations.Identifiers;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Accounts.Sessions;

/// <summary>What the browser keeps: whose session, which, and the secret that proves it.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Session">Which.</param>
/// <param name="Secret">256 random bits, in base64url.</param>
public sealed record SessionCookie(AccountId Account, SessionId Session, string Secret)
{
    public const string Name = "__Host-session";
    public const int SecretBytes = 32;
    private const int IdBytes = 16;

    public static SessionCookie? Of(HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[(2 * IdBytes) + SecretBytes];
        return request.Cookies[Name] is { Length: 86 } text
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && length == bytes.Length
                ? new SessionCookie(
                    AccountId.From(new Guid(bytes[..IdBytes], bigEndian: true)),
                    SessionId.From(new Guid(bytes[IdBytes..(2 * IdBytes)], bigEndian: true)),
                    Base64Url.EncodeToString(bytes[(2 * IdBytes)..]))
                : null;
    }

    /// <summary>Lives as long as the browser; the server ends it sooner.</summary>
    public void Set(HttpResponse response)
    {
        Span<byte> bytes = stackalloc byte[(2 * IdBytes) + SecretBytes];
        Account.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        Session.Value.TryWriteBytes(bytes[IdBytes..], bigEndian: true, out _);
        Base64Url.DecodeFromChars(Secret, bytes[(2 * IdBytes)..]);
        response.Cookies.Append(Name, Base64Url.EncodeToString(bytes), HostCookie.Options());
    }

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, HostCookie.Options());

    public override string ToString() => $"session {Session} of account {Account}";
}
