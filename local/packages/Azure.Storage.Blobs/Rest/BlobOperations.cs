using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Transfer;

namespace Azure.Storage.Blobs.Rest;

/// <summary>"Operations on blobs" of the Blob service REST API, for blobs of every type.</summary>
internal static class BlobOperations
{
    /// <summary>Get Blob. The caller owns the stream, which is empty where the answer is 304.</summary>
    public static StorageOperation<BlobDownloadStreamingResult> Download(
        Uri blob, HttpRange range, BlobRequestConditions? conditions, bool wantsRangeHash = false) =>
        new StorageOperation<BlobDownloadStreamingResult>(RequestMethod.Get, blob, 200, DownloadResult) 
        {
            AlsoExpected = 206,
            AlsoTakes = response => response.Status == UnmodifiedResponse<BlobDownloadStreamingResult>.Status,
            StreamsBody = true,
        }
            .Header("x-ms-range", range == default ? null : range.ToString())
            .Header("x-ms-range-get-content-md5", wantsRangeHash ? "true" : null)
            .Conditions(conditions);

    public static StorageOperation<BlobProperties> GetProperties(Uri blob, BlobRequestConditions? conditions) =>
        new StorageOperation<BlobProperties>(RequestMethod.Head, blob, 200, BlobAnswers.Properties).Conditions(conditions);

    public static StorageOperation<BlobInfo> SetHttpHeaders(Uri blob, BlobHttpHeaders? headers, BlobRequestConditions? conditions) =>
        new StorageOperation<BlobInfo>(RequestMethod.Put, blob, 200, BlobAnswers.Info)
            .Query("comp", "properties")
            .BlobHeaders(headers)
            .Conditions(conditions);

    public static StorageOperation<BlobInfo> SetMetadata(Uri blob, IDictionary<string, string> metadata, BlobRequestConditions? conditions) =>
        new StorageOperation<BlobInfo>(RequestMethod.Put, blob, 200, BlobAnswers.Info)
            .Query("comp", "metadata")
            .Metadata(metadata)
            .Conditions(conditions);

    public static StorageOperation<GetBlobTagResult> GetTags(Uri blob, BlobRequestConditions? conditions) =>
        new StorageOperation<GetBlobTagResult>(RequestMethod.Get, blob, 200, BlobAnswers.Tags)
            .Query("comp", "tags")
            .ConditionsOfTags(conditions);

    public static StorageOperation<Response> SetTags(Uri blob, IDictionary<string, string> tags, BlobRequestConditions? conditions) =>
        new StorageOperation<Response>(RequestMethod.Put, blob, 204, response => response) { Body = RequestParts.Xml(RequestParts.Tags(tags)) }
            .Query("comp", "tags")
            .Header("Content-Type", "application/xml")
            .ConditionsOfTags(conditions);

    public static StorageOperation<Response> SetTier(
        Uri blob, AccessTier tier, BlobRequestConditions? conditions, RehydratePriority? priority) =>
        new StorageOperation<Response>(RequestMethod.Put, blob, 200, response => response) { AlsoExpected = 202 }
            .Query("comp", "tier")
            .Header("x-ms-access-tier", tier.ToString())
            .Header("x-ms-rehydrate-priority", priority?.ToString())
            .Conditions(conditions, Knows.Lease | Knows.Tags);

    public static StorageOperation<Response> Delete(Uri blob, DeleteSnapshotsOption snapshots, BlobRequestConditions? conditions) =>
        new StorageOperation<Response>(RequestMethod.Delete, blob, 202, response => response)
            .Header("x-ms-delete-snapshots", snapshots switch
            {
                DeleteSnapshotsOption.IncludeSnapshots => "include",
                DeleteSnapshotsOption.OnlySnapshots => "only",
                _ => null,
            })
            .Conditions(conditions);

    public static StorageOperation<BlobSnapshotInfo> CreateSnapshot(
        Uri blob, IDictionary<string, string>? metadata, BlobRequestConditions? conditions) =>
        new StorageOperation<BlobSnapshotInfo>(RequestMethod.Put, blob, 201, BlobAnswers.SnapshotInfo)
            .Query("comp", "snapshot")
            .Metadata(metadata)
            .Conditions(conditions);

    /// <summary>Copy Blob, or Copy Blob From URL where <paramref name="waits"/>: then the copy is done when the answer comes (256 MiB at most).</summary>
    public static StorageOperation<BlobCopyInfo> Copy(Uri blob, Uri source, BlobCopyFromUriOptions? options, bool waits) =>
        new StorageOperation<BlobCopyInfo>(RequestMethod.Put, blob, 202, BlobAnswers.CopyInfo)
            .Header("x-ms-copy-source", source.AbsoluteUri)
            .Header("x-ms-requires-sync", waits ? "true" : null)
            .Header("x-ms-access-tier", options?.AccessTier?.ToString())
            .Header("x-ms-rehydrate-priority", waits ? null : options?.RehydratePriority?.ToString())
            .Metadata(options?.Metadata)
            .TagHeader(options?.Tags)
            .ConditionsOfSource(options?.SourceConditions)
            .Conditions(options?.DestinationConditions);

    private static BlobDownloadStreamingResult DownloadResult(Response response) =>
        new(BlobAnswers.DownloadDetails(response), response.ContentStream ?? Stream.Null);
}
