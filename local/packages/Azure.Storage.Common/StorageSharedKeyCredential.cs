using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;

namespace Azure.Storage;

/// <summary>
/// An account and its key. The key can be replaced while clients use it (key rotation): every signature reads it once.
/// </summary>
public class StorageSharedKeyCredential
{
    private byte[] _key = [];

    /// <param name="accountName">As in the account's address.</param>
    /// <param name="accountKey">Base64, as the portal shows it.</param>
    /// <exception cref="FormatException"><paramref name="accountKey"/> is not Base64.</exception>
    public StorageSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    public string AccountName { get; }

    /// <exception cref="FormatException"><paramref name="accountKey"/> is not Base64.</exception>
    public void SetAccountKey(string accountKey) => Volatile.Write(ref _key, Convert.FromBase64String(accountKey));

    /// <summary>Base64 of the HMAC-SHA256 of <paramref name="message"/> (UTF-8) under the credential's key.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static string ComputeSasSignature(StorageSharedKeyCredential credential, string message) => credential.Sign(message);

    /// <inheritdoc cref="ComputeSasSignature"/>
    internal string Sign(string message) =>
        Convert.ToBase64String(HMACSHA256.HashData(Volatile.Read(ref _key), Encoding.UTF8.GetBytes(message)));
}
