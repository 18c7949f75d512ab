namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does to its row.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; fails with 409 if the row exists.</summary>
    Add = 0,

    /// <summary>Merges into an existing row under the action's ETag.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces an existing row under the action's ETag.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes under the action's ETag; without one, whatever the version.</summary>
    Delete = 3,

    /// <summary>Inserts or merges.</summary>
    UpsertMerge = 4,

    /// <summary>Inserts or replaces.</summary>
    UpsertReplace = 5,
}
