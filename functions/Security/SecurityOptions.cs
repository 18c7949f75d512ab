namespace Collaborations.Security;

/// <summary>The secrets that are not in the tables (NIST SP 800-63B-4, 3.1.1.2: a keyed step, its key stored apart).</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>Base64 of at least 32 random bytes; from Key Vault on Azure, from a file of the data folder locally. Every other key is derived from it.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Passwords hashed at once; each takes one core for about a tenth of a second. Beyond it, and as many waiting, the answer is 429.</summary>
    public int ConcurrentHashes { get; set; } = 2;

    /// <returns>Whether <see cref="Key"/> can be used.</returns>
    public bool HasKey() =>
        Convert.TryFromBase64String(Key, new byte[Key.Length], out var length) && length >= KeyRing.KeyBytes;
}
