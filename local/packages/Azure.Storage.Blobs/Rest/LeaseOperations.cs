using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>"Lease Blob" and "Lease Container", which differ in one query parameter and in the conditions they know.</summary>
/// <param name="resource">The blob or container.</param>
/// <param name="isContainer">Which of the two.</param>
internal sealed class LeaseOperations(Uri resource, bool isContainer)
{
    /// <param name="proposedId">A GUID.</param>
    /// <param name="seconds">15 to 60, or -1 for a lease without end.</param>
    /// <param name="conditions">Null for none.</param>
    public StorageOperation<BlobLease> Acquire(string proposedId, long seconds, RequestConditions? conditions) =>
        Lease("acquire", 201, BlobAnswers.Lease, conditions)
            .Header("x-ms-lease-duration", RequestParts.Number(seconds))
            .Header("x-ms-proposed-lease-id", proposedId);

    public StorageOperation<BlobLease> Renew(string id, RequestConditions? conditions) =>
        Lease("renew", 200, BlobAnswers.Lease, conditions).Header("x-ms-lease-id", id);

    public StorageOperation<ReleasedObjectInfo> Release(string id, RequestConditions? conditions) =>
        Lease("release", 200, BlobAnswers.Released, conditions).Header("x-ms-lease-id", id);

    public StorageOperation<BlobLease> Change(string id, string proposedId, RequestConditions? conditions) =>
        Lease("change", 200, BlobAnswers.Lease, conditions).Header("x-ms-lease-id", id).Header("x-ms-proposed-lease-id", proposedId);

    /// <param name="seconds">0 to 60 for which the lease still holds; null: what is left of it, or at once for one without end.</param>
    /// <param name="conditions">Null for none.</param>
    public StorageOperation<BlobLease> Break(long? seconds, RequestConditions? conditions) =>
        Lease("break", 202, BlobAnswers.Lease, conditions).Header("x-ms-lease-break-period", RequestParts.Number(seconds));

    private StorageOperation<T> Lease<T>(
        string action, int expected, Func<Response, T> read, RequestConditions? conditions, [CallerMemberName] string name = "") =>
        new StorageOperation<T>(RequestMethod.Put, resource, expected, read)
            .Query("restype", isContainer ? "container" : null)
            .Query("comp", "lease")
            .Header("x-ms-lease-action", action)
            .Conditions(conditions, isContainer ? Knows.Dates : Knows.Dates | Knows.ETags | Knows.Tags, name);
}
