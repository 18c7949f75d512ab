using System.Linq.Expressions;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>The service's filter for an expression.</summary>
    /// <returns>Null for a condition that is always true.</returns>
    /// <exception cref="NotSupportedException">The service has no counterpart for a part of the expression.</exception>
    public static string? CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterTranslator.Translate(filter);

    /// <summary>The service's filter for an interpolated text, whose values are quoted and escaped by their types.</summary>
    /// <exception cref="ArgumentException">A value is of a type that has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => FormattedFilter.Create(filter)!;

    /// <summary>The rows that satisfy a filter, in the order of their keys, read page by page as they are enumerated.</summary>
    /// <param name="filter">In the service's language ("Querying tables and entities"); null means all.</param>
    /// <param name="maxPerPage">At most 1,000, which is also the default.</param>
    /// <param name="select">The properties to return; null means all.</param>
    public virtual Pageable<T> Query<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Rows<T>(filter, maxPerPage, select, cancellationToken).Pages;

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Rows<T>(filter, maxPerPage, select, cancellationToken).PagesAsync;

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    /// <exception cref="NotSupportedException">The service has no counterpart for a part of the expression.</exception>
    public virtual Pageable<T> Query<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Rows<T>(FilterTranslator.Translate(filter), maxPerPage, select, cancellationToken).Pages;

    /// <inheritdoc cref="Query{T}(Expression{Func{T, bool}}, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Rows<T>(FilterTranslator.Translate(filter), maxPerPage, select, cancellationToken).PagesAsync;

    private PagedQuery<T> Rows<T>(string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var (connection, columns) = (Connection, Columns(select));
        return new PagedQuery<T>(
            connection,
            $"{nameof(TableClient)}.{nameof(Query)}",
            maxPerPage,
            (top, token) => connection.QueryEntities(Name, filter, columns, top, token),
            TablePages.Entities<T>,
            cancellationToken);
    }
}
