using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Wire;

/// <summary>The requests of the Table service's REST API, as the reference names them.</summary>
internal static class TableRequests
{
    private const string MinimalMetadata = "application/json;odata=minimalmetadata";
    private const string NoMetadata = "application/json;odata=nometadata";
    private const string Json = "application/json";

    /// <param name="echo">Whether the table is to come back in the answer.</param>
    public static HttpMessage CreateTable(this TableConnection connection, string name, bool echo)
    {
        var message = connection.Start(RequestMethod.Post, "Tables", MinimalMetadata);
        message.Prefer(echo);
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = name });
        message.Send(RequestContent.Create(body), NoMetadata);
        return message;
    }

    public static HttpMessage DeleteTable(this TableConnection connection, string name)
    {
        var message = connection.CreateMessage(RequestMethod.Delete, $"Tables('{Key(name)}')");
        message.Request.Headers.Add("Accept", Json);
        return message;
    }

    public static HttpMessage QueryTables(this TableConnection connection, string? filter, int? top, string? token)
    {
        var message = connection.Start(RequestMethod.Get, "Tables", MinimalMetadata);
        message.Ask("$top", top?.ToString(CultureInfo.InvariantCulture));
        message.Ask("$filter", filter);
        message.Ask("NextTableName", token);
        return message;
    }

    public static HttpMessage InsertEntity(this TableConnection connection, string table, ITableEntity entity)
    {
        var message = connection.Start(RequestMethod.Post, Uri.EscapeDataString(table), MinimalMetadata);
        message.Prefer(echo: false);
        message.Send(EntityWriter.Write(entity), NoMetadata);
        return message;
    }

    /// <summary>Update or merge under a version; without one, insert or replace, insert or merge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mode is none of <see cref="TableUpdateMode"/>.</exception>
    public static HttpMessage WriteEntity(
        this TableConnection connection, string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
        };
        var message = connection.Start(method, Row(table, entity.PartitionKey, entity.RowKey), Json);
        message.IfMatch(ifMatch);
        message.Send(EntityWriter.Write(entity), Json);
        return message;
    }

    /// <param name="ifMatch">The version required; none means any.</param>
    public static HttpMessage DeleteEntity(this TableConnection connection, string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = connection.Start(RequestMethod.Delete, Row(table, partitionKey, rowKey), MinimalMetadata);
        message.IfMatch(ifMatch == default ? ETag.All : ifMatch);
        return message;
    }

    public static HttpMessage GetEntity(this TableConnection connection, string table, string partitionKey, string rowKey, string? select)
    {
        var message = connection.Start(RequestMethod.Get, Row(table, partitionKey, rowKey), MinimalMetadata);
        message.Ask("$select", select);
        return message;
    }

    public static HttpMessage QueryEntities(
        this TableConnection connection, string table, string? filter, string? select, int? top, string? token)
    {
        // The two halves of a token travel in one string, apart by the one character that neither can hold.
        var halves = token?.Split(' ', 2);
        var message = connection.Start(RequestMethod.Get, $"{Uri.EscapeDataString(table)}()", MinimalMetadata);
        message.Ask("$top", top?.ToString(CultureInfo.InvariantCulture));
        message.Ask("$select", select);
        message.Ask("$filter", filter);
        message.Ask("NextPartitionKey", halves?[0]);
        message.Ask("NextRowKey", halves is [_, var row] ? row : null);
        return message;
    }

    private static HttpMessage Start(this TableConnection connection, RequestMethod method, string path, string accept)
    {
        var message = connection.CreateMessage(method, path);
        message.Ask("$format", MinimalMetadata);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", accept);
        return message;
    }

    private static void Ask(this HttpMessage message, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        }
    }

    private static void Prefer(this HttpMessage message, bool echo)
    {
        if (!echo)
        {
            message.Request.Headers.Add("Prefer", "return-no-content");
        }
    }

    private static void IfMatch(this HttpMessage message, ETag version)
    {
        if (version != default)
        {
            message.Request.Headers.Add("If-Match", version.ToString());
        }
    }

    private static void Send(this HttpMessage message, RequestContent content, string type)
    {
        message.Request.Headers.Add("Content-Type", type);
        message.Request.Content = content;
    }

    /// <exception cref="ArgumentNullException">A key is null.</exception>
    private static string Row(string table, string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"{Uri.EscapeDataString(table)}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";
    }

    // A quote inside a key is written twice ("Query entities", key syntax).
    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
