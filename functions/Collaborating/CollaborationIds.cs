using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Collaborations.Collaborating.Starting;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Security;

namespace Collaborations.Collaborating;

/// <summary>
/// A collaboration's id follows from its starter's own key for it, and the ids of its parts from that: pressed twice, or cut off and tried again,
/// a start makes the same.
/// </summary>
public sealed class CollaborationIds(KeyRing keys)
{
    private const int IdBytes = 16;

    private readonly byte[] _key = keys.Derive("collaborations");

    public CollaborationId Of(PracticeId practice, MemberId starter, string key) => CollaborationId.From(Derive($"{practice}\n{starter}\n{key}"));

    public ThreadId ThreadOf(CollaborationId id) => ThreadId.From(Derive($"{id}\nthread"));

    /// <param name="id">The collaboration.</param>
    /// <param name="kind">What is written down.</param>
    /// <param name="version">For which version of the collaboration: taken out and put in again, it is written anew.</param>
    /// <param name="content">Digest of what stands in it: corrected between two tries of a start, it is another file.</param>
    public FileId FileOf(CollaborationId id, PatientInfoKind kind, int version, string content) => FileId.From(Derive($"{id}\n{kind}\n{version}\n{content}"));

    /// <summary>Knows a draft again, and tells nobody what is in it.</summary>
    public string DigestOf(CollaborationDraft draft) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(draft, ApiJson.Options)).AsSpan(0, IdBytes));

    private Guid Derive(string text) => new(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, IdBytes));
}
