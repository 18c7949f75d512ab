using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A transaction on the wire: a multipart batch with one change set, in which each part is an HTTP request in full
/// ("Performing entity group transactions").
/// </summary>
internal static class BatchRequest
{
    public static HttpMessage Create(TableConnection connection, string table, IEnumerable<TableTransactionAction> actions)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var changeSet = $"changeset_{Guid.NewGuid()}";
        using var body = new MemoryStream();
        Write(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeSet}\r\n\r\n");
        foreach (var action in actions)
        {
            Write(body, $"--{changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            using var message = Create(connection, table, action);
            Write(body, message.Request);
        }

        Write(body, $"--{changeSet}--\r\n\r\n--{batch}--\r\n");

        var envelope = connection.CreateMessage(RequestMethod.Post, "$batch");
        envelope.Request.Headers.Add("DataServiceVersion", "3.0");
        envelope.Request.Headers.Add("Accept", "application/json");
        envelope.Request.Headers.Add("Content-Type", $"multipart/mixed; boundary={batch}");
        envelope.Request.Content = RequestContent.Create(body.ToArray());
        return envelope;
    }

    private static HttpMessage Create(TableConnection connection, string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => connection.InsertEntity(table, action.Entity),
        TableTransactionActionType.UpdateMerge => connection.WriteEntity(table, action.Entity, TableUpdateMode.Merge, action.ETag),
        TableTransactionActionType.UpdateReplace => connection.WriteEntity(table, action.Entity, TableUpdateMode.Replace, action.ETag),
        TableTransactionActionType.UpsertMerge => connection.WriteEntity(table, action.Entity, TableUpdateMode.Merge, default),
        TableTransactionActionType.UpsertReplace => connection.WriteEntity(table, action.Entity, TableUpdateMode.Replace, default),
        TableTransactionActionType.Delete =>
            connection.DeleteEntity(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        _ => throw new InvalidOperationException($"Unknown action {action.ActionType}."),
    };

    private static void Write(MemoryStream body, Request request)
    {
        var uri = request.Uri.ToUri();
        Write(body, $"{request.Method} {uri.AbsoluteUri} HTTP/1.1\r\nHost: {uri.Host}\r\n");
        foreach (var header in request.Headers)
        {
            // The signature of the envelope covers its parts; a length is not needed where a boundary ends the part.
            if (!header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                Write(body, $"{header.Name}: {header.Value}\r\n");
            }
        }

        Write(body, "\r\n");
        request.Content?.WriteTo(body, CancellationToken.None);
        Write(body, "\r\n");
    }

    private static void Write(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
