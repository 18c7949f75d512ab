using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Which conditions an operation of the service knows: "Specifying conditional headers for Blob service operations".</summary>
[Flags]
internal enum Knows
{
    Lease = 1,
    ModifiedSince = 2,
    UnmodifiedSince = 4,
    ETags = 8,
    Tags = 16,
    Dates = ModifiedSince | UnmodifiedSince,
    All = Lease | Dates | ETags | Tags,
}

/// <summary>Conditions as headers.</summary>
internal static class ConditionHeaders
{
    /// <param name="operation">The request.</param>
    /// <param name="conditions">Null for none.</param>
    /// <param name="knows">The service passes over every other condition without a word.</param>
    /// <param name="name">The operation's, for the exception.</param>
    /// <exception cref="ArgumentException">A condition is stated that the operation does not know.</exception>
    public static StorageOperation<T> Conditions<T>(
        this StorageOperation<T> operation, RequestConditions? conditions, Knows knows = Knows.All, [CallerMemberName] string name = "")
    {
        ThrowIfUnknown(conditions, knows, name);
        return operation
            .ETagsAndDates(string.Empty, conditions)
            .Header("x-ms-if-tags", (conditions as BlobLeaseRequestConditions)?.TagConditions)
            .Header("x-ms-lease-id", (conditions as BlobRequestConditions)?.LeaseId);
    }

    /// <summary>For a blob's tags the conditions on the blob go by headers of their own.</summary>
    public static StorageOperation<T> ConditionsOfTags<T>(this StorageOperation<T> operation, BlobRequestConditions? conditions) =>
        operation
            .ETagsAndDates("x-ms-blob-", conditions)
            .Header("x-ms-if-tags", conditions?.TagConditions)
            .Header("x-ms-lease-id", conditions?.LeaseId);

    /// <summary>Conditions of the blob a copy is made from.</summary>
    /// <exception cref="ArgumentException">A lease is stated, or a condition on tags, which only the newest kind of copy knows.</exception>
    public static StorageOperation<T> ConditionsOfSource<T>(
        this StorageOperation<T> operation, BlobRequestConditions? conditions, [CallerMemberName] string name = "")
    {
        ThrowIfUnknown(conditions, Knows.ETags | Knows.Dates, name);
        return operation.ETagsAndDates("x-ms-source-", conditions);
    }

    private static StorageOperation<T> ETagsAndDates<T>(this StorageOperation<T> operation, string prefix, RequestConditions? conditions) =>
        operation
            .Header($"{prefix}If-Match", conditions?.IfMatch?.ToString("H"))
            .Header($"{prefix}If-None-Match", conditions?.IfNoneMatch?.ToString("H"))
            .Header($"{prefix}If-Modified-Since", Date(conditions?.IfModifiedSince))
            .Header($"{prefix}If-Unmodified-Since", Date(conditions?.IfUnmodifiedSince));

    private static void ThrowIfUnknown(RequestConditions? conditions, Knows knows, string name)
    {
        (Knows Kind, bool IsStated, string Name)[] stated =
        [
            (Knows.ETags, conditions?.IfMatch is not null, nameof(MatchConditions.IfMatch)),
            (Knows.ETags, conditions?.IfNoneMatch is not null, nameof(MatchConditions.IfNoneMatch)),
            (Knows.ModifiedSince, conditions?.IfModifiedSince is not null, nameof(RequestConditions.IfModifiedSince)),
            (Knows.UnmodifiedSince, conditions?.IfUnmodifiedSince is not null, nameof(RequestConditions.IfUnmodifiedSince)),
            (Knows.Tags, conditions is BlobLeaseRequestConditions { TagConditions: not null }, nameof(BlobLeaseRequestConditions.TagConditions)),
            (Knows.Lease, conditions is BlobRequestConditions { LeaseId: not null }, nameof(BlobRequestConditions.LeaseId)),
        ];
        var unknown = stated.Where(condition => condition.IsStated && !knows.HasFlag(condition.Kind)).Select(condition => condition.Name).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"{name} does not support the {string.Join(", ", unknown)} condition(s).", nameof(conditions));
        }
    }

    /// <summary>RFC 1123, which knows whole seconds only.</summary>
    private static string? Date(DateTimeOffset? time) => time?.ToString("r", CultureInfo.InvariantCulture);
}
