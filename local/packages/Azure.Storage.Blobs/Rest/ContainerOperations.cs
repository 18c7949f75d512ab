using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>"Operations on containers" of the Blob service REST API.</summary>
internal static class ContainerOperations
{
    public static StorageOperation<BlobContainerInfo> Create(
        Uri container, PublicAccessType access, IDictionary<string, string>? metadata, BlobContainerEncryptionScopeOptions? encryption) =>
        new StorageOperation<BlobContainerInfo>(RequestMethod.Put, container, 201, Info)
            .Query("restype", "container")
            .Header("x-ms-blob-public-access", Access(access))
            .Header("x-ms-default-encryption-scope", encryption?.DefaultEncryptionScope)
            .Header("x-ms-deny-encryption-scope-override", encryption?.PreventEncryptionScopeOverride switch { null => null, true => "true", _ => "false" })
            .Metadata(metadata);

    public static StorageOperation<Response> Delete(Uri container, BlobRequestConditions? conditions) =>
        new StorageOperation<Response>(RequestMethod.Delete, container, 202, response => response)
            .Query("restype", "container")
            .Conditions(conditions, Knows.Lease | Knows.Dates);

    public static StorageOperation<BlobContainerProperties> GetProperties(Uri container, BlobRequestConditions? conditions) =>
        new StorageOperation<BlobContainerProperties>(RequestMethod.Get, container, 200, Properties)
            .Query("restype", "container")
            .Conditions(conditions, Knows.Lease);

    public static StorageOperation<BlobContainerInfo> SetMetadata(
        Uri container, IDictionary<string, string> metadata, BlobRequestConditions? conditions) =>
        new StorageOperation<BlobContainerInfo>(RequestMethod.Put, container, 200, Info)
            .Query("restype", "container")
            .Query("comp", "metadata")
            .Conditions(conditions, Knows.Lease | Knows.ModifiedSince)
            .Metadata(metadata);

    public static StorageOperation<Page<BlobItem>> List(Uri container, GetBlobsOptions options, string? marker, int? pageSize) =>
        List(container, ListAnswers.Blobs, options.Traits, options.States, options.Prefix, options.StartFrom, marker, pageSize);

    public static StorageOperation<Page<BlobHierarchyItem>> ListByHierarchy(
        Uri container, GetBlobsByHierarchyOptions options, string? marker, int? pageSize) =>
        List(container, ListAnswers.Hierarchy, options.Traits, options.States, options.Prefix, options.StartFrom, marker, pageSize)
            .Query("delimiter", options.Delimiter);

    /// <param name="resource">A container, or the account.</param>
    /// <param name="isContainer">Which of the two.</param>
    /// <param name="where">A condition in the language of "Find Blobs by Tags".</param>
    /// <param name="marker">Where the page before ended.</param>
    /// <param name="pageSize">Null: the service's (5,000).</param>
    public static StorageOperation<Page<TaggedBlobItem>> FindByTags(Uri resource, bool isContainer, string where, string? marker, int? pageSize) =>
        new StorageOperation<Page<TaggedBlobItem>>(RequestMethod.Get, resource, 200, ListAnswers.TaggedBlobs)
            .Query("restype", isContainer ? "container" : null)
            .Query("comp", "blobs")
            .Query("where", where)
            .Query("marker", marker)
            .Query("maxresults", RequestParts.Number(pageSize));

    private static StorageOperation<Page<T>> List<T>(
        Uri container,
        Func<Response, Page<T>> read,
        BlobTraits traits,
        BlobStates states,
        string? prefix,
        string? startFrom,
        string? marker,
        int? pageSize)
        where T : notnull =>
        new StorageOperation<Page<T>>(RequestMethod.Get, container, 200, read)
            .Query("restype", "container")
            .Query("comp", "list")
            .Query("prefix", prefix)
            .Query("startFrom", startFrom)
            .Query("marker", marker)
            .Query("maxresults", RequestParts.Number(pageSize))
            .Query("include", Include(traits, states));

    private static string? Include(BlobTraits traits, BlobStates states)
    {
        string[] parts =
        [
            .. Of(traits.HasFlag(BlobTraits.CopyStatus), "copy"),
            .. Of(states.HasFlag(BlobStates.Deleted), "deleted"),
            .. Of(traits.HasFlag(BlobTraits.Metadata), "metadata"),
            .. Of(states.HasFlag(BlobStates.Snapshots), "snapshots"),
            .. Of(states.HasFlag(BlobStates.Uncommitted), "uncommittedblobs"),
            .. Of(states.HasFlag(BlobStates.Version), "versions"),
            .. Of(traits.HasFlag(BlobTraits.Tags), "tags"),
            .. Of(traits.HasFlag(BlobTraits.ImmutabilityPolicy), "immutabilitypolicy"),
            .. Of(traits.HasFlag(BlobTraits.LegalHold), "legalhold"),
            .. Of(states.HasFlag(BlobStates.DeletedWithVersions), "deletedwithversions"),
        ];
        return parts.Length > 0 ? string.Join(',', parts) : null;

        static string[] Of(bool wanted, string name) => wanted ? [name] : [];
    }

    private static string? Access(PublicAccessType access) => access switch
    {
        PublicAccessType.BlobContainer => "container",
        PublicAccessType.Blob => "blob",
        _ => null,
    };

    private static BlobContainerInfo Info(Response response) => new() { ETag = response.ETag(), LastModified = response.LastModified() };

    private static BlobContainerProperties Properties(Response response) => new()
    {
        LastModified = response.LastModified(),
        ETag = response.ETag(),
        LeaseStatus = AnswerParts.ParseLeaseStatus(response.Text("x-ms-lease-status")),
        LeaseState = AnswerParts.ParseLeaseState(response.Text("x-ms-lease-state")),
        LeaseDuration = AnswerParts.ParseLeaseDuration(response.Text("x-ms-lease-duration")),
        PublicAccess = AnswerParts.ParsePublicAccess(response.Text("x-ms-blob-public-access")) ?? PublicAccessType.None,
        HasImmutabilityPolicy = response.Flag("x-ms-has-immutability-policy"),
        HasLegalHold = response.Flag("x-ms-has-legal-hold"),
        Metadata = response.Metadata(),
    };
}
