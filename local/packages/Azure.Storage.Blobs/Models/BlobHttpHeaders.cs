using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>What the service answers as headers when the blob is read. What is null is empty afterwards, on every write.</summary>
public class BlobHttpHeaders
{
    /// <summary><c>application/octet-stream</c> where a new blob states none.</summary>
    public string? ContentType { get; set; }

    /// <summary>The MD5 of the whole content (16 bytes): kept and answered, and checked where the content comes in the same request.</summary>
    public byte[]? ContentHash { get; set; }

    public string? ContentEncoding { get; set; }

    public string? ContentLanguage { get; set; }

    public string? ContentDisposition { get; set; }

    public string? CacheControl { get; set; }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => base.Equals(obj);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => base.ToString()!;
}
