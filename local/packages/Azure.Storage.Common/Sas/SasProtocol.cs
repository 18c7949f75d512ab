namespace Azure.Storage.Sas;

/// <summary>Over which protocols a shared access signature may be used (<c>spr</c>).</summary>
public enum SasProtocol
{
    /// <summary>Not stated: the service takes both.</summary>
    None = 0,
    HttpsAndHttp = 1,
    Https = 2,
}
