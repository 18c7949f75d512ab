using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>
/// How a client speaks to the service: retries, transport, diagnostics (<see cref="ClientOptions"/>) and the service's version.
/// Set it up before the first client is made with it.
/// </summary>
public class BlobClientOptions : ClientOptions
{
    internal const ServiceVersion LatestVersion = ServiceVersion.V2026_10_06;

    /// <param name="version">The version of the service whose rules hold (<c>x-ms-version</c>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is unknown.</exception>
    public BlobClientOptions(ServiceVersion version = LatestVersion)
    {
        if (!Enum.IsDefined(version))
        {
            throw new ArgumentOutOfRangeException(nameof(version));
        }

        Version = version;
    }

    /// <summary>The versions of the service (<c>x-ms-version</c>).</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2019_07_07 = 2,
        V2019_12_12 = 3,
        V2020_02_10 = 4,
        V2020_04_08 = 5,
        V2020_06_12 = 6,
        V2020_08_04 = 7,
        V2020_10_02 = 8,
        V2020_12_06 = 9,
        V2021_02_12 = 10,
        V2021_04_10 = 11,
        V2021_06_08 = 12,
        V2021_08_06 = 13,
        V2021_10_04 = 14,
        V2021_12_02 = 15,
        V2022_11_02 = 16,
        V2023_01_03 = 17,
        V2023_05_03 = 18,
        V2023_08_03 = 19,
        V2023_11_03 = 20,
        V2024_02_04 = 21,
        V2024_05_04 = 22,
        V2024_08_04 = 23,
        V2024_11_04 = 24,
        V2025_01_05 = 25,
        V2025_05_05 = 26,
        V2025_07_05 = 27,
        V2025_11_05 = 28,
        V2026_02_06 = 29,
        V2026_04_06 = 30,
        V2026_06_06 = 31,
        V2026_10_06 = 32,
    }

    public ServiceVersion Version { get; }

    /// <summary>For whom a <see cref="TokenCredential"/> asks its tokens; null: <see cref="BlobAudience.DefaultAudience"/>.</summary>
    public BlobAudience? Audience { get; set; }

    /// <summary>Whether slashes at both ends of a blob's name are dropped; true unless set.</summary>
    public bool TrimBlobNameSlashes { get; set; } = true;

    /// <summary>The version as it stands in <c>x-ms-version</c>.</summary>
    internal string VersionHeader => Version.ToString()[1..].Replace('_', '-');
}
