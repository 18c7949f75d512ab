using System.Text.Json;
using Azure.Data.Tables;

namespace Collaborations.Backups;

/// <summary>A row as a line of a backup: its keys, and its columns as they are, all of them texts.</summary>
/// <param name="P">The partition's key.</param>
/// <param name="R">The row's.</param>
/// <param name="C">The columns.</param>
public sealed record BackupLine(string P, string R, IReadOnlyDictionary<string, string> C)
{
    private static readonly string[] OfTheService = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    /// <exception cref="InvalidOperationException">A column is no text: the product writes none.</exception>
    public static BackupLine Of(TableEntity row)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in row)
        {
            if (!OfTheService.Contains(name, StringComparer.Ordinal))
            {
                columns[name] = value as string ?? throw new InvalidOperationException($"The column {name} of a row is no text.");
            }
        }

        return new BackupLine(row.PartitionKey, row.RowKey, columns);
    }

    public static BackupLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupLine>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public TableEntity Row()
    {
        var row = new TableEntity(P, R);
        foreach (var (name, value) in C)
        {
            row[name] = value;
        }

        return row;
    }

    public string Write() => JsonSerializer.Serialize(this);
}
