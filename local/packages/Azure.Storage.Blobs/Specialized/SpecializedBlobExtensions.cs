namespace Azure.Storage.Blobs.Specialized;

/// <summary>From a client to its neighbours, which share its credential and pipeline.</summary>
public static class SpecializedBlobExtensions
{
    public static BlobBaseClient GetBlobBaseClient(this BlobContainerClient client, string blobName) => client.GetBlobBaseClientCore(
        blobName);

    public static BlockBlobClient GetBlockBlobClient(this BlobContainerClient client, string blobName) => client.GetBlockBlobClientCore(
        blobName);

    public static AppendBlobClient GetAppendBlobClient(this BlobContainerClient client, string blobName) => client.GetAppendBlobClientCore(
        blobName);

    /// <param name="client">The blob.</param>
    /// <param name="leaseId">A GUID; null: one is made up.</param>
    public static BlobLeaseClient GetBlobLeaseClient(this BlobBaseClient client, string? leaseId = null) => client.GetBlobLeaseClientCore(
        leaseId);

    /// <param name="client">The container.</param>
    /// <param name="leaseId">A GUID; null: one is made up.</param>
    public static BlobLeaseClient GetBlobLeaseClient(this BlobContainerClient client, string? leaseId = null) =>
        client.GetBlobLeaseClientCore(leaseId);

    public static BlobContainerClient GetParentBlobContainerClient(this BlobBaseClient client) => client.GetParentBlobContainerClientCore();

    public static BlobServiceClient GetParentBlobServiceClient(this BlobContainerClient client) => client.GetParentBlobServiceClientCore();
}
