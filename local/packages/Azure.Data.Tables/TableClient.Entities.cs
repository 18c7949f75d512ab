using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int NotFound = 404;

    /// <summary>Inserts; 409 EntityAlreadyExists where the row is there. The response carries the new ETag.</summary>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => Send(nameof(AddEntity), Insert(entity), null, cancellationToken);

    /// <inheritdoc cref="AddEntity"/>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => await SendAsync(nameof(AddEntity), Insert(entity), null, cancellationToken).ConfigureAwait(false);

    /// <summary>Inserts, or merges into or replaces what is there, whatever its version.</summary>
    public virtual Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => Send(nameof(UpsertEntity), Write(entity, mode, default), null, cancellationToken);

    /// <inheritdoc cref="UpsertEntity"/>
    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await SendAsync(nameof(UpsertEntity), Write(entity, mode, default), null, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Updates a row that is there: 404 ResourceNotFound where it is not, 412 UpdateConditionNotSatisfied where its version is another.
    /// </summary>
    /// <param name="ifMatch">The version required; <see cref="ETag.All"/> for any.</param>
    /// <exception cref="ArgumentException">The version is the default value, which would silently mean no condition.</exception>
    public virtual Response UpdateEntity<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => Send(nameof(UpdateEntity), Update(entity, mode, ifMatch), null, cancellationToken);

    /// <inheritdoc cref="UpdateEntity"/>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await SendAsync(nameof(UpdateEntity), Update(entity, mode, ifMatch), null, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes; a row that is not there is a response of status 404, not an error; 412 where its version is another.</summary>
    /// <param name="ifMatch">The version required; the default value means any.</param>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        Send(nameof(DeleteEntity), Connection.DeleteEntity(Name, partitionKey, rowKey, ifMatch), NotFound, cancellationToken);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        await SendAsync(nameof(DeleteEntity), Connection.DeleteEntity(Name, partitionKey, rowKey, ifMatch), NotFound, cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    /// <remarks>The entity's own ETag is not used: pass it as <paramref name="ifMatch"/> to make it the condition.</remarks>
    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntity(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntity(ITableEntity, ETag, CancellationToken)"/>
    public virtual async Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>404 ResourceNotFound where the row is not there.</summary>
    /// <param name="select">The properties to return; null means all.</param>
    public virtual Response<T> GetEntity<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Entity<T>(Send(nameof(GetEntity), Get(partitionKey, rowKey, select), null, cancellationToken));

    /// <inheritdoc cref="GetEntity"/>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Entity<T>(await SendAsync(nameof(GetEntity), Get(partitionKey, rowKey, select), null, cancellationToken).ConfigureAwait(false));

    /// <summary>A response without a value where the row (or the table) is not there.</summary>
    /// <inheritdoc cref="GetEntity"/>
    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        EntityOrNone<T>(Send(nameof(GetEntityIfExists), GetTolerantly(partitionKey, rowKey, select), NotFound, cancellationToken));

    /// <inheritdoc cref="GetEntityIfExists"/>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        EntityOrNone<T>(
            await SendAsync(nameof(GetEntityIfExists), GetTolerantly(partitionKey, rowKey, select), NotFound, cancellationToken)
                .ConfigureAwait(false));

    private static Response<T> Entity<T>(Response response)
    {
        using var body = JsonDocument.Parse(response.Content);
        return Response.FromValue(EntityReader.Read<T>(body.RootElement), response);
    }

    private static NullableResponse<T> EntityOrNone<T>(Response response) =>
        response.Status == NotFound ? new NoValueResponse<T>(response) : Entity<T>(response);

    private static string? Columns(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
    }

    private HttpMessage Insert(ITableEntity entity)
    {
        RequireKeys(entity);
        return Connection.InsertEntity(Name, entity);
    }

    private HttpMessage Write(ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        RequireKeys(entity);
        return Connection.WriteEntity(Name, entity, mode, ifMatch);
    }

    private HttpMessage Update(ITableEntity entity, TableUpdateMode mode, ETag ifMatch) =>
        ifMatch == default
            ? throw new ArgumentException("The version required is missing.", nameof(ifMatch))
            : Write(entity, mode, ifMatch);

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string>? select) =>
        Connection.GetEntity(Name, partitionKey, rowKey, Columns(select));

    private HttpMessage GetTolerantly(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var message = Get(partitionKey, rowKey, select);
        message.ResponseClassifier = new ToleratedStatusClassifier(NotFound);
        return message;
    }

    private Response Send(string operation, HttpMessage message, int? tolerated, CancellationToken cancellationToken) =>
        Connection.Send($"{nameof(TableClient)}.{operation}", message, tolerated, cancellationToken);

    private Task<Response> SendAsync(string operation, HttpMessage message, int? tolerated, CancellationToken cancellationToken) =>
        Connection.SendAsync($"{nameof(TableClient)}.{operation}", message, tolerated, cancellationToken);
}
