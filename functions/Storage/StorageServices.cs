using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Collaborations.Storage;

/// <summary>One client per service for the whole process: they are thread-safe and share their connections.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<StorageOptions>()
            .Bind(section)
            .Validate(options => options.Missing() is null, $"Set {StorageOptions.Section}:ConnectionString, or both {StorageOptions.Section}:TableEndpoint and {StorageOptions.Section}:BlobEndpoint.")
            .ValidateOnStart();
        services.AddSingleton(provider => CreateTables(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton(provider => CreateBlobs(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<BlobSigner>();
        return services.AddHostedService<BlobAccess>();
    }

    private static TableServiceClient CreateTables(StorageOptions options) =>
        string.IsNullOrEmpty(options.ConnectionString)
            ? new TableServiceClient(options.TableEndpoint!, Credential(options))
            : new TableServiceClient(options.ConnectionString);

    private static BlobServiceClient CreateBlobs(StorageOptions options) =>
        string.IsNullOrEmpty(options.ConnectionString)
            ? new BlobServiceClient(options.BlobEndpoint!, Credential(options))
            : new BlobServiceClient(options.ConnectionString);

    private static DefaultAzureCredential Credential(StorageOptions options) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId });
}
