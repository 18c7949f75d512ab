using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>An account's tables. Safe for concurrent use; the table clients it makes share its pipeline.</summary>
/// <remarks>
/// Every operation throws <see cref="RequestFailedException"/> with the service's status and error code when the service refuses.
/// </remarks>
public class TableServiceClient
{
    private readonly TableConnection? _connection;

    /// <param name="connectionString">With the account's key or a shared access signature, or for the emulator.</param>
    /// <exception cref="InvalidOperationException">It names no account, or neither a key nor a signature for it.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(string)"/>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _connection = TableConnection.ByConnectionString(connectionString, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        _connection = TableConnection.ByKey(endpoint, credential, options);

    /// <param name="endpoint">Tokens are only sent over HTTPS.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _connection = TableConnection.ByToken(endpoint, tokenCredential, options);

    /// <exception cref="ArgumentException">The address is neither HTTPS nor on this machine.</exception>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(Uri, AzureSasCredential)"/>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        TableEndpoint.RequireSecrecy(endpoint);
        _connection = TableConnection.BySignature(TableEndpoint.OfAccount(endpoint), credential, options);
    }

    /// <param name="endpoint">The account's address with a shared access signature as its query.</param>
    /// <exception cref="ArgumentException">The address has no query, or is neither HTTPS nor on this machine.</exception>
    public TableServiceClient(Uri endpoint, TableClientOptions? options = null)
    {
        TableEndpoint.RequireSecrecy(endpoint);
        var account = TableEndpoint.OfAccount(endpoint);
        _connection = account.Signature is null
            ? throw new ArgumentException("The address carries no shared access signature.", nameof(endpoint))
            : TableConnection.ByEndpoint(account, options);
    }

    /// <summary>For test doubles that override what they are asked.</summary>
    protected TableServiceClient()
    {
    }

    public virtual string AccountName => Connection.AccountName;

    /// <summary>The account's address, without any signature.</summary>
    public virtual Uri Uri => Connection.Endpoint.Service;

    private TableConnection Connection =>
        _connection ?? throw new InvalidOperationException(
            "This client was made without a connection, as a test double; the member called is not overridden.");

    /// <summary>The service's filter for a condition on the names of tables.</summary>
    /// <returns>Null for a condition that is always true.</returns>
    /// <exception cref="NotSupportedException">The service has no counterpart for a part of the expression.</exception>
    public static string? CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => FilterTranslator.Translate(filter);

    /// <summary>The service's filter for an interpolated text, whose values are quoted and escaped by their types.</summary>
    /// <exception cref="ArgumentException">A value is of a type that has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => FormattedFilter.Create(filter)!;

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return new TableClient(Connection, tableName);
    }

    /// <summary>409 TableAlreadyExists where the table is there.</summary>
    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return TableLifecycle.Create(Connection, $"{nameof(TableServiceClient)}.{nameof(CreateTable)}", tableName, cancellationToken);
    }

    /// <inheritdoc cref="CreateTable"/>
    public virtual async Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        var operation = $"{nameof(TableServiceClient)}.{nameof(CreateTable)}";
        return await TableLifecycle.CreateAsync(Connection, operation, tableName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The raw response's status is 409 where the table was there already.</summary>
    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        var operation = $"{nameof(TableServiceClient)}.{nameof(CreateTableIfNotExists)}";
        return TableLifecycle.CreateIfNotExists(Connection, operation, tableName, cancellationToken);
    }

    /// <inheritdoc cref="CreateTableIfNotExists"/>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        var operation = $"{nameof(TableServiceClient)}.{nameof(CreateTableIfNotExists)}";
        return await TableLifecycle.CreateIfNotExistsAsync(Connection, operation, tableName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a table with all its rows; a table that is not there is a response of status 404, not an error.</summary>
    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return TableLifecycle.Delete(Connection, $"{nameof(TableServiceClient)}.{nameof(DeleteTable)}", tableName, cancellationToken);
    }

    /// <inheritdoc cref="DeleteTable"/>
    public virtual async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        var operation = $"{nameof(TableServiceClient)}.{nameof(DeleteTable)}";
        return await TableLifecycle.DeleteAsync(Connection, operation, tableName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The tables that satisfy a filter, by name, read page by page as they are enumerated.</summary>
    /// <param name="filter">In the service's language, on TableName; null means all.</param>
    /// <param name="maxPerPage">At most 1,000, which is also the default.</param>
    public virtual Pageable<TableItem> Query(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Named(filter, maxPerPage, cancellationToken).Pages;

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Named(filter, maxPerPage, cancellationToken).PagesAsync;

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    /// <exception cref="ArgumentException">A value is of a type that has no literal.</exception>
    public virtual Pageable<TableItem> Query(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Named(FormattedFilter.Create(filter), maxPerPage, cancellationToken).Pages;

    /// <inheritdoc cref="Query(FormattableString, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Named(FormattedFilter.Create(filter), maxPerPage, cancellationToken).PagesAsync;

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    /// <exception cref="NotSupportedException">The service has no counterpart for a part of the expression.</exception>
    public virtual Pageable<TableItem> Query(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Named(FilterTranslator.Translate(filter), maxPerPage, cancellationToken).Pages;

    /// <inheritdoc cref="Query(Expression{Func{TableItem, bool}}, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Named(FilterTranslator.Translate(filter), maxPerPage, cancellationToken).PagesAsync;

    private PagedQuery<TableItem> Named(string? filter, int? maxPerPage, CancellationToken cancellationToken)
    {
        var connection = Connection;
        return new PagedQuery<TableItem>(
            connection,
            $"{nameof(TableServiceClient)}.{nameof(Query)}",
            maxPerPage,
            (top, token) => connection.QueryTables(filter, top, token),
            TablePages.Tables,
            cancellationToken);
    }
}
