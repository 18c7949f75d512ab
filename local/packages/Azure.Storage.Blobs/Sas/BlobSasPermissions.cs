namespace Azure.Storage.Sas;

/// <summary>What the bearer of a blob's SAS may do (<c>sp</c>).</summary>
[Flags]
public enum BlobSasPermissions
{
    Read = 1,
    Add = 2,
    Create = 4,
    Write = 8,
    Delete = 16,
    Tag = 32,
    DeleteBlobVersion = 64,
    List = 128,
    Move = 256,
    Execute = 512,
    SetImmutabilityPolicy = 1024,
    PermanentDelete = 2048,
    All = ~0,
}

/// <summary>What the bearer of a container's SAS may do to the container and its blobs (<c>sp</c>).</summary>
[Flags]
public enum BlobContainerSasPermissions
{
    Read = 1,
    Add = 2,
    Create = 4,
    Write = 8,
    Delete = 16,
    List = 32,
    Tag = 64,
    DeleteBlobVersion = 128,
    SetImmutabilityPolicy = 1024,
    Filter = 2048,
    All = ~0,
}

/// <summary>The letters of permissions, in the order the service wants them signed: "Create a service SAS", signedPermissions.</summary>
internal static class BlobSasPermissionLetters
{
    /// <summary>Every letter a blob service SAS may carry.</summary>
    public const string Order = "racwdxyltfmei";

    private static readonly (BlobSasPermissions Flag, char Letter)[] OfBlobs =
    [
        (BlobSasPermissions.Read, 'r'), (BlobSasPermissions.Add, 'a'), (BlobSasPermissions.Create, 'c'), (BlobSasPermissions.Write, 'w'),
        (BlobSasPermissions.Delete, 'd'), (BlobSasPermissions.DeleteBlobVersion, 'x'), (BlobSasPermissions.PermanentDelete, 'y'),
        (BlobSasPermissions.List, 'l'), (BlobSasPermissions.Tag, 't'), (BlobSasPermissions.Move, 'm'), (BlobSasPermissions.Execute, 'e'),
        (BlobSasPermissions.SetImmutabilityPolicy, 'i'),
    ];

    private static readonly (BlobContainerSasPermissions Flag, char Letter)[] OfContainers =
    [
        (BlobContainerSasPermissions.Read, 'r'), (BlobContainerSasPermissions.Add, 'a'), (BlobContainerSasPermissions.Create, 'c'),
        (BlobContainerSasPermissions.Write, 'w'), (BlobContainerSasPermissions.Delete, 'd'),
        (BlobContainerSasPermissions.DeleteBlobVersion, 'x'), (BlobContainerSasPermissions.List, 'l'),
        (BlobContainerSasPermissions.Tag, 't'), (BlobContainerSasPermissions.Filter, 'f'),
        (BlobContainerSasPermissions.SetImmutabilityPolicy, 'i'),
    ];

    public static string Letters(this BlobSasPermissions permissions) =>
        string.Concat(OfBlobs.Where(row => permissions.HasFlag(row.Flag)).Select(row => row.Letter));

    public static string Letters(this BlobContainerSasPermissions permissions) =>
        string.Concat(OfContainers.Where(row => permissions.HasFlag(row.Flag)).Select(row => row.Letter));
}
