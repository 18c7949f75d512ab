using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Collaborations.Storage;

/// <summary>Lets the pages reach the blobs, where <see cref="StorageOptions.PagesOrigin"/> asks for it.</summary>
public sealed class BlobAccess(BlobServiceClient blobs, IOptions<StorageOptions> options) : IHostedService
{
    private const int OneHour = 3600;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.PagesOrigin is not { Length: > 0 } origin)
        {
            return;
        }

        var rule = new BlobCorsRule
        {
            AllowedOrigins = origin,
            AllowedMethods = "GET,HEAD,PUT",
            AllowedHeaders = "x-ms-*,content-type,range",
            ExposedHeaders = "content-length,content-range,content-type",
            MaxAgeInSeconds = OneHour,
        };
        await blobs.SetPropertiesAsync(new BlobServiceProperties { Cors = [rule] }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
