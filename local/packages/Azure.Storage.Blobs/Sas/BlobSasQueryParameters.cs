using System.Text;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Sas;

/// <summary>The parts of a blob's or container's signature as they stand in a query.</summary>
public sealed class BlobSasQueryParameters : SasQueryParameters
{
    private readonly SasTime _keyStartsOn;
    private readonly SasTime _keyExpiresOn;

    private BlobSasQueryParameters(SasValues values, SasTime keyStartsOn = default, SasTime keyExpiresOn = default)
        : base(values)
    {
        _keyStartsOn = keyStartsOn;
        _keyExpiresOn = keyExpiresOn;
    }

    internal BlobSasQueryParameters(SasValues values, UserDelegationKey? key)
        : base(values)
    {
        KeyObjectId = key?.SignedObjectId ?? string.Empty;
        KeyTenantId = key?.SignedTenantId ?? string.Empty;
        _keyStartsOn = key?.SignedStartsOn ?? default(DateTimeOffset);
        _keyExpiresOn = key?.SignedExpiresOn ?? default(DateTimeOffset);
        KeyService = key?.SignedService ?? string.Empty;
        KeyVersion = key?.SignedVersion ?? string.Empty;
    }

    public static new BlobSasQueryParameters Empty { get; } = new(new SasValues());

    /// <summary>Empty where an account's key signed.</summary>
    public string KeyObjectId { get; private init; } = string.Empty;

    public string KeyTenantId { get; private init; } = string.Empty;

    public DateTimeOffset KeyStartsOn => _keyStartsOn.Value;

    public DateTimeOffset KeyExpiresOn => _keyExpiresOn.Value;

    public string KeyService { get; private init; } = string.Empty;

    public string KeyVersion { get; private init; } = string.Empty;

    /// <summary>The query without a question mark, values escaped. Whoever has it has the access it grants.</summary>
    public override string ToString()
    {
        var query = new StringBuilder();
        SasFormat.Append(query, "skoid", KeyObjectId);
        SasFormat.Append(query, "sktid", KeyTenantId);
        SasFormat.Append(query, "skt", _keyStartsOn.ToString());
        SasFormat.Append(query, "ske", _keyExpiresOn.ToString());
        SasFormat.Append(query, "sks", KeyService);
        SasFormat.Append(query, "skv", KeyVersion);
        AppendProperties(query);
        return query.ToString();
    }

    /// <summary>Removes what belongs to a signature from <paramref name="query"/> and reads it.</summary>
    internal static BlobSasQueryParameters Take(IDictionary<string, string> query)
    {
        var keyStartsOn = SasTime.Read(SasValues.Take(query, "skt"));
        var keyExpiresOn = SasTime.Read(SasValues.Take(query, "ske"));
        return new BlobSasQueryParameters(SasValues.Take(query), keyStartsOn, keyExpiresOn)
        {
            KeyObjectId = SasValues.Take(query, "skoid") ?? string.Empty,
            KeyTenantId = SasValues.Take(query, "sktid") ?? string.Empty,
            KeyService = SasValues.Take(query, "sks") ?? string.Empty,
            KeyVersion = SasValues.Take(query, "skv") ?? string.Empty,
        };
    }
}
