namespace Azure.Storage.Sas;

/// <summary>What the bearer of an account SAS may do (<c>sp</c>).</summary>
[Flags]
public enum AccountSasPermissions
{
    Read = 1,
    Write = 2,
    Delete = 4,
    List = 8,
    Add = 16,
    Create = 32,
    Update = 64,
    Process = 128,
    Tag = 256,
    Filter = 512,
    DeleteVersion = 1024,
    SetImmutabilityPolicy = 2048,
    PermanentDelete = 4096,
    All = ~0,
}

/// <summary>On what kinds of resource an account SAS holds (<c>srt</c>).</summary>
[Flags]
public enum AccountSasResourceTypes
{
    Service = 1,
    Container = 2,
    Object = 4,
    All = ~0,
}

/// <summary>For which services of the account an account SAS holds (<c>ss</c>).</summary>
[Flags]
public enum AccountSasServices
{
    Blobs = 1,
    Queues = 2,
    Files = 4,
    Tables = 8,
    All = ~0,
}
