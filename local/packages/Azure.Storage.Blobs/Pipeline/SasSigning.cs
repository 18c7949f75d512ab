using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>How clients make signatures for what they stand for.</summary>
internal static class SasSigning
{
    /// <summary>Adds a signature to an address.</summary>
    public static Uri Sign(Uri address, string signature) =>
        new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query}&{signature}" : signature }.Uri;

    /// <exception cref="InvalidOperationException">The client cannot sign, or the builder names something else.</exception>
    public static Uri Sign(BlobAddress address, BlobSasBuilder builder, BlobSession session, out string stringToSign)
    {
        var key = session.SharedKey ?? throw new InvalidOperationException("Only a client with the account's key can sign.");
        return Sign(Unsigned(address), Complete(address, builder).ToSasQueryParameters(key, out stringToSign).ToString());
    }

    /// <exception cref="InvalidOperationException">
    /// The address does not tell the account's name, or the builder names something else.
    /// </exception>
    public static Uri Sign(BlobAddress address, BlobSasBuilder builder, UserDelegationKey key, out string stringToSign)
    {
        var account = address.Account is { Length: > 0 } name
            ? name
            : throw new InvalidOperationException(
                "The client's address does not tell the account's name, which is part of what is signed.");
        return Sign(Unsigned(address), Complete(address, builder).ToSasQueryParameters(key, account, out stringToSign).ToString());
    }

    /// <summary>A signature that stood in the client's own address would count for more than the new one.</summary>
    private static Uri Unsigned(BlobAddress address) =>
        (address with { Service = new UriBuilder(address.Service) { Query = string.Empty }.Uri }).ToUri();

    private static BlobSasBuilder Complete(BlobAddress address, BlobSasBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Check(nameof(builder.BlobContainerName), builder.BlobContainerName, address.Container);
        Check(nameof(builder.BlobName), builder.BlobName, address.Blob);
        Check(nameof(builder.Snapshot), builder.Snapshot, address.Snapshot);
        Check(nameof(builder.BlobVersionId), builder.BlobVersionId, address.VersionId);
        return builder.For(address.Container, address.Blob, address.Snapshot, address.VersionId);
    }

    private static void Check(string name, string? stated, string? own)
    {
        if (!string.IsNullOrEmpty(stated) && !string.Equals(stated, own ?? string.Empty, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"SAS Uri cannot be generated. BlobSasBuilder.{name} does not match the client's: leave it empty or let it match.");
        }
    }
}
