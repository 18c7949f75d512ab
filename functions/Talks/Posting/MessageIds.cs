using System.Security.Cryptography;
using System.Text;
using Collaborations.Identifiers;
using Collaborations.Security;

namespace Collaborations.Talks.Posting;

/// <summary>A message's id follows from thread, author and the author's key for it, so that a repeat is the same message.</summary>
public sealed class MessageIds(KeyRing keys)
{
    private const int IdBytes = 16;

    private readonly byte[] _key = keys.Derive("messages");

    public MessageId Of(ThreadId thread, Guid author, string key) =>
        MessageId.From(new Guid(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{thread}\n{author:N}\n{key}")).AsSpan(0, IdBytes)));
}
