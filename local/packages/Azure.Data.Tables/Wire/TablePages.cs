using System.Text.Json;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Reads what the service answers to queries: rows in the body, the way to the next page in headers ("Query timeout and pagination").
/// </summary>
internal static class TablePages
{
    public static Page<T> Entities<T>(Response response)
    {
        var token = Header(response, "x-ms-continuation-NextPartitionKey") is { } partition
            ? $"{partition} {Header(response, "x-ms-continuation-NextRowKey")}"
            : null;
        return Page(response, token, EntityReader.Read<T>);
    }

    public static Page<TableItem> Tables(Response response) => Page(
        response,
        Header(response, "x-ms-continuation-NextTableName"),
        row => new TableItem(row.GetProperty("TableName").GetString()!));

    private static Page<T> Page<T>(Response response, string? token, Func<JsonElement, T> read)
    {
        using var body = JsonDocument.Parse(response.Content);
        var rows = body.RootElement.GetProperty("value").EnumerateArray().Select(read).ToArray();
        return Azure.Page<T>.FromValues(rows, token, response);
    }

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
}
