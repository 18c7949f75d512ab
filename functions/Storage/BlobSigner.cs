using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Collaborations.Storage;

/// <summary>Makes addresses that let whoever has them do one thing with one blob for a while.</summary>
public sealed class BlobSigner(BlobServiceClient service)
{
    /// <summary>Security rule: at most five minutes to read.</summary>
    public static readonly TimeSpan ReadLifetime = TimeSpan.FromMinutes(5);

    /// <param name="blob">Which.</param>
    /// <param name="contentType">What it is served as.</param>
    /// <param name="name">The name it is saved under; any characters.</param>
    /// <param name="download">Whether the browser is to save it rather than show it.</param>
    /// <param name="expires">At most <see cref="ReadLifetime"/> from now.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Uri> SignReadAsync(BlobClient blob, string contentType, string name, bool download, DateTimeOffset expires, CancellationToken cancellation) =>
        SignAsync(
            blob,
            new BlobSasBuilder(BlobSasPermissions.Read, expires)
            {
                ContentType = contentType,
                ContentDisposition = $"{(download ? "attachment" : "inline")}; filename*=UTF-8''{Uri.EscapeDataString(name)}",
                CacheControl = "no-store",
            },
            expires,
            cancellation);

    /// <param name="blob">Which.</param>
    /// <param name="permissions">What may be done with it.</param>
    /// <param name="expires">Until when.</param>
    /// <param name="cancellation">The client left.</param>
    public Task<Uri> SignAsync(BlobClient blob, BlobSasPermissions permissions, DateTimeOffset expires, CancellationToken cancellation) =>
        SignAsync(blob, new BlobSasBuilder(permissions, expires), expires, cancellation);

    // With an account key the client signs; with an identity the service lends a key for it.
    private async Task<Uri> SignAsync(BlobClient blob, BlobSasBuilder builder, DateTimeOffset expires, CancellationToken cancellation)
    {
        builder.BlobContainerName = blob.BlobContainerName;
        builder.BlobName = blob.Name;
        builder.Resource = "b";
        if (blob.CanGenerateSasUri)
        {
            return blob.GenerateSasUri(builder);
        }

        var key = await service.GetUserDelegationKeyAsync(new BlobGetUserDelegationKeyOptions(expires), cancellation);
        return blob.GenerateUserDelegationSasUri(builder, key.Value);
    }
}
