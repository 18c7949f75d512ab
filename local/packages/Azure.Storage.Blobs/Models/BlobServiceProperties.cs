namespace Azure.Storage.Blobs.Models;

/// <summary>How an account's blob service is set up: "Set Blob Service Properties". What is null is left as it is.</summary>
public class BlobServiceProperties
{
    public BlobAnalyticsLogging? Logging { get; set; }

    public BlobMetrics? HourMetrics { get; set; }

    public BlobMetrics? MinuteMetrics { get; set; }

    /// <summary>At most five; an empty list takes all rules away.</summary>
    public IList<BlobCorsRule>? Cors { get; set; }

    /// <summary>The version by which requests that state none are taken.</summary>
    public string? DefaultServiceVersion { get; set; }

    /// <summary>How long deleted blobs can be brought back.</summary>
    public BlobRetentionPolicy? DeleteRetentionPolicy { get; set; }

    public BlobStaticWebsite? StaticWebsite { get; set; }
}

/// <summary>Which pages of another origin may ask the service, and how. Lists are separated by commas; <c>*</c> is everything.</summary>
public class BlobCorsRule
{
    public string AllowedOrigins { get; set; } = string.Empty;

    public string AllowedMethods { get; set; } = string.Empty;

    public string AllowedHeaders { get; set; } = string.Empty;

    public string ExposedHeaders { get; set; } = string.Empty;

    /// <summary>How long a browser keeps the answer to its question.</summary>
    public int MaxAgeInSeconds { get; set; }
}

/// <summary>How long something is kept.</summary>
public class BlobRetentionPolicy
{
    public bool Enabled { get; set; }

    /// <summary>1 to 365, where <see cref="Enabled"/>.</summary>
    public int? Days { get; set; }
}

/// <summary>Which requests are logged.</summary>
public class BlobAnalyticsLogging
{
    public string? Version { get; set; }

    public bool Delete { get; set; }

    public bool Read { get; set; }

    public bool Write { get; set; }

    public BlobRetentionPolicy? RetentionPolicy { get; set; }
}

/// <summary>What is counted.</summary>
public class BlobMetrics
{
    public string? Version { get; set; }

    public bool Enabled { get; set; }

    /// <summary>Must be stated where <see cref="Enabled"/>, and not be otherwise.</summary>
    public bool? IncludeApis { get; set; }

    public BlobRetentionPolicy? RetentionPolicy { get; set; }
}

/// <summary>Whether the container <c>$web</c> is served as a site.</summary>
public class BlobStaticWebsite
{
    public bool Enabled { get; set; }

    /// <summary>The file served for a folder.</summary>
    public string? IndexDocument { get; set; }

    /// <summary>The file served with 404.</summary>
    public string? ErrorDocument404Path { get; set; }

    /// <summary>The file served for whatever is not found, in place of 404.</summary>
    public string? DefaultIndexDocumentPath { get; set; }
}
