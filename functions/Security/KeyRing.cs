using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Collaborations.Security;

/// <summary>One key for each use, derived from the one that is configured (HKDF, RFC 5869), so that no two uses can be played against each other.</summary>
public sealed class KeyRing(IOptions<SecurityOptions> options)
{
    /// <summary>256 bits, as long as the hash that uses them.</summary>
    public const int KeyBytes = 32;

    private readonly byte[] _master = Convert.FromBase64String(options.Value.Key);

    /// <param name="use">A constant that names the use; changing it changes the key.</param>
    public byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, KeyBytes, info: Encoding.UTF8.GetBytes($"collaborations/{use}"));
}
