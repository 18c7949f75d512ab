using System.ComponentModel;
using System.Text;

namespace Azure.Storage.Sas;

/// <summary>The parts of a shared access signature as they stand in a query. Empty where a part is not stated.</summary>
public class SasQueryParameters
{
    /// <summary>The service version (<c>sv</c>) whose rules every signature made here follows.</summary>
    public const string DefaultSasVersion = "2026-10-06";

    [EditorBrowsable(EditorBrowsableState.Never)]
    protected SasQueryParameters()
        : this(new SasValues())
    {
    }

    /// <summary>Takes the parts of a signature out of <paramref name="values"/> (names and unescaped values of a query) and leaves the rest.</summary>
    /// <exception cref="FormatException">A time or an address cannot be read.</exception>
    /// <exception cref="ArgumentException">A protocol, service or resource type is unknown.</exception>
    protected SasQueryParameters(IDictionary<string, string> values)
        : this(SasValues.Take(values))
    {
    }

    internal SasQueryParameters(SasValues values) => Values = values;

    public static SasQueryParameters Empty { get; } = new();

    public string Version => Values.Version ?? string.Empty;

    /// <summary>Null in a service SAS.</summary>
    public AccountSasServices? Services => Values.Services;

    /// <summary>Null in a service SAS.</summary>
    public AccountSasResourceTypes? ResourceTypes => Values.ResourceTypes;

    public SasProtocol Protocol => Values.Protocol;

    /// <summary>The default value where the signature holds at once.</summary>
    public DateTimeOffset StartsOn => Values.StartsOn.Value;

    /// <summary>The default value where a stored access policy states it.</summary>
    public DateTimeOffset ExpiresOn => Values.ExpiresOn.Value;

    public SasIPRange IPRange => Values.IPRange;

    /// <summary>The name of a stored access policy of the container.</summary>
    public string Identifier => Values.Identifier ?? string.Empty;

    public string Resource => Values.Resource ?? string.Empty;

    public string Permissions => Values.Permissions ?? string.Empty;

    /// <summary>Base64.</summary>
    public string Signature => Values.Signature ?? string.Empty;

    public string CacheControl => Values.CacheControl ?? string.Empty;

    public string ContentDisposition => Values.ContentDisposition ?? string.Empty;

    public string ContentEncoding => Values.ContentEncoding ?? string.Empty;

    public string ContentLanguage => Values.ContentLanguage ?? string.Empty;

    public string ContentType => Values.ContentType ?? string.Empty;

    internal SasValues Values { get; }

    /// <summary>The query without a question mark, values escaped.</summary>
    public override string ToString()
    {
        var query = new StringBuilder();
        AppendProperties(query);
        return query.ToString();
    }

    /// <summary>Appends what <see cref="ToString"/> gives, after an ampersand where something stands already.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal void AppendProperties(StringBuilder stringBuilder)
    {
        SasFormat.Append(stringBuilder, "sv", Values.Version);
        SasFormat.Append(stringBuilder, "ss", Values.Services is { } services ? SasFormat.Services(services) : null);
        SasFormat.Append(stringBuilder, "srt", Values.ResourceTypes is { } types ? SasFormat.ResourceTypes(types) : null);
        SasFormat.Append(stringBuilder, "spr", SasFormat.Protocol(Values.Protocol));
        SasFormat.Append(stringBuilder, "st", Values.StartsOn.ToString());
        SasFormat.Append(stringBuilder, "se", Values.ExpiresOn.ToString());
        SasFormat.Append(stringBuilder, "sip", Values.IPRange.ToString());
        SasFormat.Append(stringBuilder, "si", Values.Identifier);
        SasFormat.Append(stringBuilder, "sr", Values.Resource);
        SasFormat.Append(stringBuilder, "sp", Values.Permissions);
        SasFormat.Append(stringBuilder, "rscc", Values.CacheControl);
        SasFormat.Append(stringBuilder, "rscd", Values.ContentDisposition);
        SasFormat.Append(stringBuilder, "rsce", Values.ContentEncoding);
        SasFormat.Append(stringBuilder, "rscl", Values.ContentLanguage);
        SasFormat.Append(stringBuilder, "rsct", Values.ContentType);
        SasFormat.Append(stringBuilder, "sig", Values.Signature);
    }
}
