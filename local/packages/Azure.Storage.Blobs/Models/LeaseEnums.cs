namespace Azure.Storage.Blobs.Models;

public enum LeaseDurationType
{
    Infinite = 0,
    Fixed = 1,
}

/// <summary>Where a lease stands: "Lease Blob", lease states.</summary>
public enum LeaseState
{
    Available = 0,
    Leased = 1,
    Expired = 2,
    Breaking = 3,
    Broken = 4,
}

public enum LeaseStatus
{
    Locked = 0,
    Unlocked = 1,
}
