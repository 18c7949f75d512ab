namespace Azure.Data.Tables.Sas;

/// <summary>How a signature may travel.</summary>
public enum TableSasProtocol
{
    /// <summary>Not said, which the service takes for <see cref="HttpsAndHttp"/>.</summary>
    None = 0,
    HttpsAndHttp = 1,
    Https = 2,
}
