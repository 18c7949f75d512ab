using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>Making and removing tables, for both clients.</summary>
internal static class TableLifecycle
{
    private const int NotFound = 404;
    private const int Conflict = 409;

    public static Response<TableItem> Create(
        TableConnection connection, string operation, string table, CancellationToken cancellationToken) =>
        Item(connection.Send(operation, connection.CreateTable(table, echo: true), null, cancellationToken), table);

    public static async Task<Response<TableItem>> CreateAsync(
        TableConnection connection, string operation, string table, CancellationToken cancellationToken) =>
        Item(
            await connection.SendAsync(operation, connection.CreateTable(table, echo: true), null, cancellationToken).ConfigureAwait(false),
            table);

    public static Response<TableItem> CreateIfNotExists(
        TableConnection connection, string operation, string table, CancellationToken cancellationToken) =>
        Existing(connection.Send(operation, CreateTolerantly(connection, table), Conflict, cancellationToken), table);

    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(
        TableConnection connection, string operation, string table, CancellationToken cancellationToken) =>
        Existing(
            await connection.SendAsync(operation, CreateTolerantly(connection, table), Conflict, cancellationToken).ConfigureAwait(false),
            table);

    public static Response Delete(TableConnection connection, string operation, string table, CancellationToken cancellationToken) =>
        connection.Send(operation, DeleteTolerantly(connection, table), NotFound, cancellationToken);

    public static Task<Response> DeleteAsync(
        TableConnection connection, string operation, string table, CancellationToken cancellationToken) =>
        connection.SendAsync(operation, DeleteTolerantly(connection, table), NotFound, cancellationToken);

    private static HttpMessage CreateTolerantly(TableConnection connection, string table) =>
        Tolerating(Conflict, connection.CreateTable(table, echo: false));

    private static HttpMessage DeleteTolerantly(TableConnection connection, string table) =>
        Tolerating(NotFound, connection.DeleteTable(table));

    private static HttpMessage Tolerating(int status, HttpMessage message)
    {
        message.ResponseClassifier = new ToleratedStatusClassifier(status);
        return message;
    }

    // A table that is still being deleted also answers 409, but is not there.
    private static Response<TableItem> Existing(Response response, string table) =>
        response.Status == Conflict && TableErrorParser.CodeOf(response) != TableErrorCode.TableAlreadyExists
            ? throw new RequestFailedException(response)
            : Item(response, table);

    private static Response<TableItem> Item(Response response, string table) => Response.FromValue(new TableItem(table), response);
}
