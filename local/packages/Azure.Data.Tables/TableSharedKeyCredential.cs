using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The account's name and key, with which requests and shared access signatures are signed.</summary>
public class TableSharedKeyCredential
{
    private volatile byte[] _key;

    /// <param name="accountKey">Base64, as the portal shows it.</param>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        _key = Convert.FromBase64String(accountKey);
    }

    public string AccountName { get; }

    /// <summary>Replaces the key for every client that shares this credential, after the account's keys were rotated.</summary>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public void SetAccountKey(string accountKey) => _key = Convert.FromBase64String(accountKey);

    /// <summary>HMAC-SHA256 over the UTF-8 text, in base64 (the service's "Authorize with Shared Key").</summary>
    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
