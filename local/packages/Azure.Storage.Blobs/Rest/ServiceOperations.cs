using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>"Operations on the account" of the Blob service REST API.</summary>
internal static class ServiceOperations
{
    public static StorageOperation<Page<BlobContainerItem>> ListContainers(
        Uri service, BlobContainerTraits traits, BlobContainerStates states, string? prefix, string? marker, int? pageSize)
    {
        List<string> include = [];
        if (traits.HasFlag(BlobContainerTraits.Metadata))
        {
            include.Add("metadata");
        }

        if (states.HasFlag(BlobContainerStates.Deleted))
        {
            include.Add("deleted");
        }

        if (states.HasFlag(BlobContainerStates.System))
        {
            include.Add("system");
        }

        return new StorageOperation<Page<BlobContainerItem>>(RequestMethod.Get, service, 200, ListAnswers.Containers)
            .Query("comp", "list")
            .Query("prefix", prefix)
            .Query("marker", marker)
            .Query("maxresults", RequestParts.Number(pageSize))
            .Query("include", include.Count > 0 ? string.Join(',', include) : null);
    }

    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public static StorageOperation<UserDelegationKey> GetUserDelegationKey(Uri service, DateTimeOffset? startsOn, DateTimeOffset expiresOn)
    {
        if (startsOn >= expiresOn)
        {
            throw new ArgumentException("The key must end after it starts.", nameof(expiresOn));
        }

        var body = new XElement(
            "KeyInfo",
            startsOn is { } start ? new XElement("Start", RequestParts.Time(start)) : null,
            new XElement("Expiry", RequestParts.Time(expiresOn)));
        return new StorageOperation<UserDelegationKey>(RequestMethod.Post, service, 200, Key) { Body = RequestParts.Xml(body) }
            .Query("restype", "service")
            .Query("comp", "userdelegationkey")
            .Header("Content-Type", "application/xml");
    }

    private static UserDelegationKey Key(Response response)
    {
        var root = response.Xml();
        return new UserDelegationKey
        {
            SignedObjectId = Text("SignedOid"),
            SignedTenantId = Text("SignedTid"),
            SignedStartsOn = AnswerParts.ParseTime(Text("SignedStart")) ?? default,
            SignedExpiresOn = AnswerParts.ParseTime(Text("SignedExpiry")) ?? default,
            SignedService = Text("SignedService"),
            SignedVersion = Text("SignedVersion"),
            Value = Text("Value"),
        };

        string Text(string name) => (string?)root.Element(name) ?? string.Empty;
    }
}
