using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Collaborations.Security;

/// <summary>
/// One key for each use, derived from those that are configured (HKDF, RFC 5869), so that no two uses can be played against each other. Some
/// uses follow from the first key for good, because rows are found by what it made; others move on to the newest. Decision 0020.
/// </summary>
public sealed class KeyRing
{
    /// <summary>256 bits, as long as the hash that uses them.</summary>
    public const int KeyBytes = 32;

    private const int NameBytes = 4;

    private readonly byte[] _first;
    private readonly OrderedDictionary<string, byte[]> _newer = new(StringComparer.Ordinal);

    public KeyRing(IOptions<SecurityOptions> options)
    {
        var keys = options.Value.Keys();
        _first = Convert.FromBase64String(keys[0]);
        foreach (var key in keys.Skip(1).Select(Convert.FromBase64String))
        {
            Newest = Convert.ToHexStringLower(Derive(key, "name").AsSpan(0, NameBytes));
            _newer[Newest] = key;
        }
    }

    /// <summary>The name of the key that makes what is new; null for the first, which has none.</summary>
    public string? Newest { get; }

    /// <summary>Names of the keys that came after the first, the oldest first.</summary>
    public IReadOnlyCollection<string> Newer => _newer.Keys;

    /// <summary>A key of what follows from the first for good.</summary>
    /// <param name="use">A constant that names the use; changing it changes the key.</param>
    public byte[] Derive(string use) => Derive(_first, use);

    /// <summary>The keys of a use that moves on: each key of the ring gives one.</summary>
    /// <param name="use">As for <see cref="Derive(string)"/>.</param>
    public RingKeys All(string use) => new(Derive(use), _newer.ToDictionary(key => key.Key, key => Derive(key.Value, use), StringComparer.Ordinal), Newest);

    private static byte[] Derive(byte[] master, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyBytes, info: Encoding.UTF8.GetBytes($"collaborations/{use}"));
}

/// <summary>The keys of one use.</summary>
/// <param name="first">Of what names none.</param>
/// <param name="newer">By their names.</param>
/// <param name="newest">See <see cref="KeyRing.Newest"/>.</param>
public sealed class RingKeys(byte[] first, IReadOnlyDictionary<string, byte[]> newer, string? newest)
{
    /// <summary>The name of the key to make something new with; null for the first.</summary>
    public string? Newest => newest;

    /// <returns>The key of this name; null where it was taken away.</returns>
    public byte[]? Find(string? name) => name is null ? first : newer.GetValueOrDefault(name);
}
