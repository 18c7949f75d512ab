using System.Security.Cryptography;
using System.Text.Json;

namespace Collaborations.Http;

/// <summary>The version of an answer that is put together from many records: the digest of what it says.</summary>
public static class VersionTag
{
    private const int Bytes = 12;

    public static string Of<T>(T answer) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Options)).AsSpan(0, Bytes));
}
