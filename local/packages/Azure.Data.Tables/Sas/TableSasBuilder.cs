using System.Globalization;

namespace Azure.Data.Tables.Sas;

/// <summary>Makes shared access signatures for one table, signed with the account's key ("Create a service SAS").</summary>
public class TableSasBuilder
{
    private const string DefaultVersion = "2019-07-07";

    // The order in which the service wants the letters.
    private static readonly (TableSasPermissions Permission, char Letter)[] Letters =
    [
        (TableSasPermissions.Read, 'r'),
        (TableSasPermissions.Add, 'a'),
        (TableSasPermissions.Update, 'u'),
        (TableSasPermissions.Delete, 'd'),
    ];

    public TableSasBuilder()
    {
    }

    public TableSasBuilder(string tableName, TableSasPermissions permissions, DateTimeOffset expiresOn)
    {
        TableName = tableName;
        ExpiresOn = expiresOn;
        SetPermissions(permissions);
    }

    /// <param name="rawPermissions">Letters out of "raud", in that order.</param>
    public TableSasBuilder(string tableName, string rawPermissions, DateTimeOffset expiresOn)
    {
        TableName = tableName;
        ExpiresOn = expiresOn;
        SetPermissions(rawPermissions);
    }

    public string? TableName { get; set; }

    /// <summary>Required unless <see cref="Identifier"/> names a stored policy.</summary>
    public DateTimeOffset ExpiresOn { get; set; }

    /// <summary>The default value means at once.</summary>
    public DateTimeOffset StartsOn { get; set; }

    /// <summary>As letters out of "raud"; required unless <see cref="Identifier"/> names a stored policy.</summary>
    public string? Permissions { get; private set; }

    public TableSasProtocol Protocol { get; set; }

    public TableSasIPRange IPRange { get; set; }

    /// <summary>The name of an access policy stored with the table.</summary>
    public string? Identifier { get; set; }

    /// <summary>The first partition that is visible; null means the first there is.</summary>
    public string? PartitionKeyStart { get; set; }

    /// <summary>The last partition that is visible; null means the last there is.</summary>
    public string? PartitionKeyEnd { get; set; }

    /// <summary>The first row visible in <see cref="PartitionKeyStart"/>.</summary>
    public string? RowKeyStart { get; set; }

    /// <summary>The last row visible in <see cref="PartitionKeyEnd"/>.</summary>
    public string? RowKeyEnd { get; set; }

    internal string Version { get; init; } = DefaultVersion;

    public void SetPermissions(TableSasPermissions permissions) =>
        Permissions = string.Concat(Letters.Where(entry => permissions.HasFlag(entry.Permission)).Select(entry => entry.Letter));

    /// <param name="rawPermissions">Letters out of "raud", in that order; the service checks them.</param>
    public void SetPermissions(string rawPermissions) => Permissions = rawPermissions;

    /// <summary>The signature as a query, without a question mark.</summary>
    /// <exception cref="InvalidOperationException">The table is missing, or, without a policy, permissions or expiry.</exception>
    public string Sign(TableSharedKeyCredential sharedKeyCredential)
    {
        ArgumentNullException.ThrowIfNull(sharedKeyCredential);
        if (string.IsNullOrEmpty(TableName))
        {
            throw new InvalidOperationException($"A signature needs a {nameof(TableName)}.");
        }

        if (string.IsNullOrEmpty(Identifier) && (ExpiresOn == default || string.IsNullOrEmpty(Permissions)))
        {
            throw new InvalidOperationException(
                $"A signature without a stored policy needs {nameof(ExpiresOn)} and {nameof(Permissions)}.");
        }

        (string Name, string? Value)[] query =
        [
            ("tn", TableName),
            ("spk", PartitionKeyStart), ("epk", PartitionKeyEnd), ("srk", RowKeyStart), ("erk", RowKeyEnd),
            ("sv", Version), ("spr", ProtocolText()), ("st", Instant(StartsOn)), ("se", Instant(ExpiresOn)),
            ("sip", IPRange.ToString()), ("si", Identifier), ("sp", Permissions),
            ("sig", sharedKeyCredential.Sign(StringToSign(sharedKeyCredential.AccountName))),
        ];
        var given = query.Where(part => !string.IsNullOrEmpty(part.Value));
        return string.Join('&', given.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    private static string Instant(DateTimeOffset value) =>
        value == default ? string.Empty : value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string StringToSign(string account) => string.Join(
        '\n',
        Permissions,
        Instant(StartsOn),
        Instant(ExpiresOn),
#pragma warning disable CA1308 // the service signs the table's name in lower case
        $"/table/{account}/{TableName!.ToLowerInvariant()}",
#pragma warning restore CA1308
        Identifier,
        IPRange.ToString(),
        ProtocolText(),
        Version,
        PartitionKeyStart,
        RowKeyStart,
        PartitionKeyEnd,
        RowKeyEnd);

    private string? ProtocolText() => Protocol switch
    {
        TableSasProtocol.Https => "https",
        TableSasProtocol.HttpsAndHttp => "https,http",
        _ => null,
    };
}
