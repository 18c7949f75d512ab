using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int Accepted = 202;

    /// <summary>
    /// All of the actions or none: at most 100, 4 MiB together, one partition, each row once ("Performing entity group transactions");
    /// the service checks these limits. The value holds one response per action, in order.
    /// </summary>
    /// <exception cref="TableTransactionFailedException">An action was refused; its index is in the exception.</exception>
    /// <exception cref="InvalidOperationException">There is no action, or one of an unknown type.</exception>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Outcome(Send(nameof(SubmitTransaction), Batch(transactionActions), null, cancellationToken));

    /// <inheritdoc cref="SubmitTransaction"/>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Outcome(await SendAsync(nameof(SubmitTransaction), Batch(transactionActions), null, cancellationToken).ConfigureAwait(false));

    private static Response<IReadOnlyList<Response>> Outcome(Response envelope)
    {
        if (envelope.Status != Accepted)
        {
            throw new RequestFailedException(envelope);
        }

        var responses = BatchReader.Read(envelope);
        return responses.FirstOrDefault(response => response.IsError) is { } refusal
            ? throw new TableTransactionFailedException(new RequestFailedException(refusal, null, TableErrorParser.Instance))
            : Response.FromValue(responses, envelope);
    }

    private HttpMessage Batch(IEnumerable<TableTransactionAction> transactionActions)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        return actions.Length == 0
            ? throw new InvalidOperationException("The transaction has no action.")
            : BatchRequest.Create(Connection, Name, actions);
    }
}
