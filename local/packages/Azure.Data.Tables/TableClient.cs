using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Sas;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table. Safe for concurrent use; make one per table and keep it.</summary>
/// <remarks>
/// Every operation throws <see cref="RequestFailedException"/> with the service's status and error code when the service refuses.
/// </remarks>
public partial class TableClient
{
    private readonly TableConnection? _connection;

    /// <param name="connectionString">With the account's key or a shared access signature, or for the emulator.</param>
    /// <exception cref="InvalidOperationException">It names no account, or neither a key nor a signature for it.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <inheritdoc cref="TableClient(string, string)"/>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _connection = TableConnection.ByConnectionString(connectionString, options);
        Name = tableName;
    }

    /// <param name="endpoint">The account's address.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <inheritdoc cref="TableClient(Uri, string, TableSharedKeyCredential)"/>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _connection = TableConnection.ByKey(endpoint, credential, options);
        Name = tableName;
    }

    /// <param name="endpoint">The account's address; tokens are only sent over HTTPS.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _connection = TableConnection.ByToken(endpoint, tokenCredential, options);
        Name = tableName;
    }

    /// <param name="endpoint">The table's address.</param>
    /// <exception cref="ArgumentException">The address names no table, or is neither HTTPS nor on this machine.</exception>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        TableEndpoint.RequireSecrecy(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        var table = TableEndpoint.OfTable(endpoint, credential.Signature);
        _connection = TableConnection.BySignature(table, credential, options);
        Name = RequireName(table);
    }

    /// <param name="endpoint">The table's address with a shared access signature as its query.</param>
    /// <exception cref="ArgumentException">The address names no table, or is neither HTTPS nor on this machine.</exception>
    public TableClient(Uri endpoint, TableClientOptions? options = null)
    {
        TableEndpoint.RequireSecrecy(endpoint);
        var table = TableEndpoint.OfTable(endpoint, null);
        _connection = TableConnection.ByEndpoint(table, options);
        Name = RequireName(table);
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        _connection = connection;
        Name = tableName;
    }

    /// <summary>For test doubles that override what they are asked.</summary>
    protected TableClient() => Name = string.Empty;

    public virtual string Name { get; }

    public virtual string AccountName => Connection.AccountName;

    /// <summary>The table's address, without any signature.</summary>
    public virtual Uri Uri => new($"{Connection.Endpoint.Service.AbsoluteUri.TrimEnd('/')}/{Name}");

    private TableConnection Connection =>
        _connection ?? throw new InvalidOperationException(
            "This client was made without a connection, as a test double; the member called is not overridden.");

    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        TableLifecycle.Create(Connection, $"{nameof(TableClient)}.{nameof(Create)}", Name, cancellationToken);

    /// <inheritdoc cref="Create"/>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        await TableLifecycle.CreateAsync(Connection, $"{nameof(TableClient)}.{nameof(Create)}", Name, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>The raw response's status is 409 where the table was there already.</summary>
    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        TableLifecycle.CreateIfNotExists(Connection, $"{nameof(TableClient)}.{nameof(CreateIfNotExists)}", Name, cancellationToken);

    /// <inheritdoc cref="CreateIfNotExists"/>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var operation = $"{nameof(TableClient)}.{nameof(CreateIfNotExists)}";
        return await TableLifecycle.CreateIfNotExistsAsync(Connection, operation, Name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the table with all its rows; a table that is not there is a response of status 404, not an error.</summary>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        TableLifecycle.Delete(Connection, $"{nameof(TableClient)}.{nameof(Delete)}", Name, cancellationToken);

    /// <inheritdoc cref="Delete"/>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await TableLifecycle.DeleteAsync(Connection, $"{nameof(TableClient)}.{nameof(Delete)}", Name, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>A builder for a signature that is good for this table.</summary>
    /// <param name="rawPermissions">Letters out of "raud".</param>
    public virtual TableSasBuilder GetSasBuilder(string rawPermissions, DateTimeOffset expiresOn) =>
        new(Name, rawPermissions, expiresOn) { Version = Connection.Version };

    /// <summary>A builder for a signature that is good for this table.</summary>
    public virtual TableSasBuilder GetSasBuilder(TableSasPermissions permissions, DateTimeOffset expiresOn) =>
        new(Name, permissions, expiresOn) { Version = Connection.Version };

    /// <summary>The table's address with a signature.</summary>
    /// <exception cref="InvalidOperationException">The client was not made with the account's key.</exception>
    public virtual Uri GenerateSasUri(TableSasPermissions permissions, DateTimeOffset expiresOn) =>
        GenerateSasUri(new TableSasBuilder(Name, permissions, expiresOn));

    /// <inheritdoc cref="GenerateSasUri(TableSasPermissions, DateTimeOffset)"/>
    /// <exception cref="ArgumentException">The builder is for another table.</exception>
    public virtual Uri GenerateSasUri(TableSasBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.TableName != Name)
        {
            throw new ArgumentException($"The builder is for the table '{builder.TableName}', this client for '{Name}'.", nameof(builder));
        }

        var key = Connection.Key ?? throw new InvalidOperationException("Only a client made with the account's key can sign.");
        return new UriBuilder(Uri) { Query = builder.Sign(key) }.Uri;
    }

    private static string RequireName(TableEndpoint endpoint) =>
        string.IsNullOrEmpty(endpoint.TableName)
            ? throw new ArgumentException("The address names no table.", nameof(endpoint))
            : endpoint.TableName;
}
