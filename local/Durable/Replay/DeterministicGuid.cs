using System.Security.Cryptography;
using System.Text;

namespace Local.Durable.Replay;

/// <summary>GUIDs made from a name (RFC 9562, version 5), so that the same name gives the same GUID in every replay.</summary>
internal static class DeterministicGuid
{
    private const int Length = 16;

    // Any fixed GUID serves as the name space; this one was drawn for the purpose.
    private static readonly Guid NameSpace = new("6f1c1a52-6a0e-4c56-9d0b-3f2f9b1f7c11");

    public static Guid From(string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing secret is protected by it.
        SHA1.HashData([.. NameSpace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..Length], bigEndian: true);
    }
}
