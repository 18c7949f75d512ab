namespace Azure.Data.Tables.Sas;

/// <summary>What a signature allows on a table's rows.</summary>
[Flags]
public enum TableSasPermissions
{
    All = -1,
    Read = 1,
    Add = 2,
    Update = 4,
    Delete = 8,
}
