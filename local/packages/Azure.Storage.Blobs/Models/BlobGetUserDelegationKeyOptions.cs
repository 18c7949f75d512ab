namespace Azure.Storage.Blobs.Models;

public class BlobGetUserDelegationKeyOptions
{
    /// <param name="expiresOn">At most seven days ahead.</param>
    public BlobGetUserDelegationKeyOptions(DateTimeOffset expiresOn) => ExpiresOn = expiresOn;

    /// <summary>Null: at once.</summary>
    public DateTimeOffset? StartsOn { get; set; }

    public DateTimeOffset ExpiresOn { get; set; }
}
