using System.Globalization;
using System.Text;

namespace Azure.Storage.Sas;

/// <summary>How the parts of a shared access signature are written ("Create a service SAS", "Create an account SAS").</summary>
internal static class SasFormat
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    private static readonly (AccountSasServices Flag, char Letter)[] ServiceLetters =
    [
        (AccountSasServices.Blobs, 'b'), (AccountSasServices.Files, 'f'), (AccountSasServices.Queues, 'q'), (AccountSasServices.Tables, 't'),
    ];

    private static readonly (AccountSasResourceTypes Flag, char Letter)[] ResourceTypeLetters =
    [
        (AccountSasResourceTypes.Service, 's'), (AccountSasResourceTypes.Container, 'c'), (AccountSasResourceTypes.Object, 'o'),
    ];

    /// <summary>UTC to the second; empty for the default value, which stands for "not stated".</summary>
    public static string Time(DateTimeOffset time) =>
        time == default ? string.Empty : time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Any of the ISO 8601 forms the service accepts, as UTC where no zone is stated.</summary>
    public static DateTimeOffset ParseTime(string? text) =>
        string.IsNullOrEmpty(text)
            ? default
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static string Protocol(SasProtocol protocol) => protocol switch
    {
        SasProtocol.Https => "https",
        SasProtocol.HttpsAndHttp => "https,http",
        _ => string.Empty,
    };

    /// <exception cref="ArgumentException">The text is neither form of <c>spr</c>.</exception>
    public static SasProtocol ParseProtocol(string? text) => text switch
    {
        null or "" => SasProtocol.None,
        "https" => SasProtocol.Https,
        "https,http" => SasProtocol.HttpsAndHttp,
        _ => throw new ArgumentException($"\"{text}\" is no signed protocol.", nameof(text)),
    };

    public static string Services(AccountSasServices services) => Letters(ServiceLetters, flag => services.HasFlag(flag));

    public static AccountSasServices ParseServices(string text) =>
        Flags(ServiceLetters, text).Aggregate(default(AccountSasServices), (all, flag) => all | flag);

    public static string ResourceTypes(AccountSasResourceTypes types) => Letters(ResourceTypeLetters, flag => types.HasFlag(flag));

    public static AccountSasResourceTypes ParseResourceTypes(string text) =>
        Flags(ResourceTypeLetters, text).Aggregate(default(AccountSasResourceTypes), (all, flag) => all | flag);

    /// <summary>The permissions in the order the service wants them signed, each once, in lower case.</summary>
    /// <exception cref="ArgumentException">A letter is not among <paramref name="order"/>.</exception>
    public static string OrderPermissions(string permissions, string order)
    {
        foreach (var letter in permissions)
        {
            if (!order.Contains(letter, StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"{letter} is not a valid SAS permission", nameof(permissions));
            }
        }

        return string.Concat(order.Where(letter => permissions.Contains(letter, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Appends <c>name=value</c> with the value escaped; nothing for an empty value.</summary>
    public static void Append(StringBuilder query, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (query.Length > 0)
        {
            query.Append('&');
        }

        // A comma may stand in a query as it is (RFC 3986, section 3.4), and does so in what the service's own tools make.
        query.Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
    }

    private static string Letters<T>((T Flag, char Letter)[] table, Func<T, bool> has) =>
        string.Concat(table.Where(row => has(row.Flag)).Select(row => row.Letter));

    private static IEnumerable<T> Flags<T>((T Flag, char Letter)[] table, string text)
    {
        foreach (var letter in text)
        {
            var row = Array.FindIndex(table, row => row.Letter == letter);
            yield return row >= 0 ? table[row].Flag : throw new ArgumentException($"Unknown letter \"{letter}\" in \"{text}\".", nameof(text));
        }
    }
}
