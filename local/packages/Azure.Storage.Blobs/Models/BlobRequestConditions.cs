namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions of a lease operation: "Specifying conditional headers for Blob service operations".</summary>
public class BlobLeaseRequestConditions : RequestConditions
{
    /// <summary>A condition on the blob's tags, in the language of "Find Blobs by Tags" (<c>x-ms-if-tags</c>).</summary>
    public string? TagConditions { get; set; }
}

/// <summary>Conditions under which a request is carried out; 304 (IfNoneMatch and IfModifiedSince on reads) or 412 with ConditionNotMet, or a lease code, where they do not hold.</summary>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
    /// <summary>The lease that must be held; a blob with a lease is written only with it.</summary>
    public string? LeaseId { get; set; }
}

/// <summary>Conditions of an append; 412 with AppendPositionConditionNotMet or MaxBlobSizeConditionNotMet where they do not hold.</summary>
public class AppendBlobRequestConditions : BlobRequestConditions
{
    /// <summary>Append only at this offset, in bytes: what makes a repeated append safe.</summary>
    public long? IfAppendPositionEqual { get; set; }

    /// <summary>Append only while the blob then has at most this many bytes.</summary>
    public long? IfMaxSizeLessThanOrEqual { get; set; }
}
