namespace Azure.Data.Tables.Models;

/// <summary>Makes results for tests that stand in for the clients.</summary>
public static class TableModelFactory
{
    /// <param name="odataType">Part of the full metadata, which <see cref="Models.TableItem"/> does not show.</param>
    /// <param name="odataId">See <paramref name="odataType"/>.</param>
    /// <param name="odataEditLink">See <paramref name="odataType"/>.</param>
    public static TableItem TableItem(
        string? name = null, string? odataType = null, string? odataId = null, string? odataEditLink = null) => new(name!);
}
