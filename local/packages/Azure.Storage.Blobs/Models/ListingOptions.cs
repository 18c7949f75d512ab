namespace Azure.Storage.Blobs.Models;

/// <summary>Which blobs of a container are listed, and what is told of them.</summary>
public class GetBlobsOptions
{
    public BlobTraits Traits { get; set; }

    public BlobStates States { get; set; }

    public string? Prefix { get; set; }

    /// <summary>The name the list begins with; null: the first.</summary>
    public string? StartFrom { get; set; }
}

/// <summary>Which blobs and prefixes of a container are listed, and what is told of them.</summary>
public class GetBlobsByHierarchyOptions
{
    public BlobTraits Traits { get; set; }

    public BlobStates States { get; set; }

    /// <summary>Names are cut behind it, where it comes after <see cref="Prefix"/>; null: no name is cut.</summary>
    public string? Delimiter { get; set; }

    public string? Prefix { get; set; }

    /// <summary>The name the list begins with; null: the first.</summary>
    public string? StartFrom { get; set; }
}
