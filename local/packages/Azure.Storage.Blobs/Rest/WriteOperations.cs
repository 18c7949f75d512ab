using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>"Operations on block blobs" and "on append blobs" of the Blob service REST API.</summary>
internal static class WriteOperations
{
    private const string Bytes = "application/octet-stream";

    /// <summary>Put Blob with its content.</summary>
    public static StorageOperation<BlobContentInfo> Upload(Uri blob, RequestContent content, BlobUploadOptions? options) =>
        new StorageOperation<BlobContentInfo>(RequestMethod.Put, blob, 201, BlobAnswers.ContentInfo) { Body = content }
            .Header("Content-Type", Bytes)
            .Header("x-ms-blob-type", "BlockBlob")
            .Header("x-ms-access-tier", options?.AccessTier?.ToString())
            .BlobHeaders(options?.HttpHeaders)
            .Metadata(options?.Metadata)
            .TagHeader(options?.Tags)
            .Conditions(options?.Conditions);

    public static StorageOperation<BlockInfo> StageBlock(
        Uri blob, string base64BlockId, RequestContent content, byte[]? hash, BlobRequestConditions? conditions) =>
        new StorageOperation<BlockInfo>(RequestMethod.Put, blob, 201, BlobAnswers.Block) { Body = content }
            .Query("comp", "block")
            .Query("blockid", base64BlockId)
            .Header("Content-Type", Bytes)
            .Header("Content-MD5", hash is null ? null : Convert.ToBase64String(hash))
            .Conditions(conditions, Knows.Lease);

    public static StorageOperation<BlobContentInfo> CommitBlockList(
        Uri blob, IEnumerable<string> base64BlockIds, CommitBlockListOptions? options) =>
        new StorageOperation<BlobContentInfo>(RequestMethod.Put, blob, 201, BlobAnswers.ContentInfo)
        {
            Body = RequestParts.Xml(new XElement("BlockList", base64BlockIds.Select(id => new XElement("Latest", id)))),
        }
            .Query("comp", "blocklist")
            .Header("Content-Type", "application/xml")
            .Header("x-ms-access-tier", options?.AccessTier?.ToString())
            .BlobHeaders(options?.HttpHeaders)
            .Metadata(options?.Metadata)
            .TagHeader(options?.Tags)
            .Conditions(options?.Conditions);

    public static StorageOperation<BlockList> GetBlockList(
        Uri blob, BlockListTypes types, string? snapshot, BlobRequestConditions? conditions) =>
        new StorageOperation<BlockList>(RequestMethod.Get, blob, 200, BlobAnswers.Blocks)
            .Snapshot(snapshot)
            .Query("comp", "blocklist")
            .Query("blocklisttype", types switch
            {
                BlockListTypes.Committed => "committed",
                BlockListTypes.Uncommitted => "uncommitted",
                _ => "all",
            })
            .Conditions(conditions, Knows.Lease | Knows.Tags);

    /// <summary>Put Blob without content.</summary>
    public static StorageOperation<BlobContentInfo> CreateAppendBlob(Uri blob, AppendBlobCreateOptions? options) =>
        new StorageOperation<BlobContentInfo>(RequestMethod.Put, blob, 201, BlobAnswers.ContentInfo)
            .Header("x-ms-blob-type", "AppendBlob")
            .BlobHeaders(options?.HttpHeaders)
            .Metadata(options?.Metadata)
            .TagHeader(options?.Tags)
            .Conditions(options?.Conditions);

    public static StorageOperation<BlobAppendInfo> AppendBlock(
        Uri blob, RequestContent content, byte[]? hash, AppendBlobRequestConditions? conditions) =>
        new StorageOperation<BlobAppendInfo>(RequestMethod.Put, blob, 201, BlobAnswers.AppendInfo) { Body = content }
            .Query("comp", "appendblock")
            .Header("Content-Type", Bytes)
            .Header("Content-MD5", hash is null ? null : Convert.ToBase64String(hash))
            .Header("x-ms-blob-condition-appendpos", RequestParts.Number(conditions?.IfAppendPositionEqual))
            .Header("x-ms-blob-condition-maxsize", RequestParts.Number(conditions?.IfMaxSizeLessThanOrEqual))
            .Conditions(conditions);
}
