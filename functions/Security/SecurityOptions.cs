namespace Collaborations.Security;

/// <summary>The secrets that are not in the tables (NIST SP 800-63B-4, 3.1.1.2: a keyed step, its key stored apart).</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    private const string None = "none";
    private const StringSplitOptions Parts = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Base64 of at least 32 random bytes; from Key Vault on Azure, from a file of the data folder locally. What is found or compared by a digest, and the
    /// audit's chains, follow from it for good.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>
    /// Keys that came after the first, with spaces between, the newest last; each as long as that one. The word <c>none</c> stands for no key:
    /// a vault keeps no empty secret. What is new is made with the newest; what an older one made goes on working as long as that one is here.
    /// </summary>
    public string NewerKeys { get; set; } = string.Empty;

    /// <summary>Passwords hashed at once; each takes one core for about a tenth of a second. Beyond it, and as many waiting, the answer is 429.</summary>
    public int ConcurrentHashes { get; set; } = 2;

    /// <returns>Every key, the first one first.</returns>
    public IReadOnlyList<string> Keys() => [Key, .. NewerKeys.Split((char[])[' ', ',', '\n'], Parts).Where(key => key != None)];

    /// <returns>Whether every key can be used.</returns>
    public bool HasKeys() => Keys().All(IsKey);

    private static bool IsKey(string key) => Convert.TryFromBase64String(key, new byte[key.Length], out var length) && length >= KeyRing.KeyBytes;
}
