using System.Globalization;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int Accepted = 202;
    private const int BadRequest = 400;

    /// <summary>
    /// All of the actions or none: at most 100, 4 MiB together, one partition, each row once ("Performing entity group transactions").
    /// The value holds one response per action, in order.
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

    // The service checks all of its limits, but the emulator not this one, and a transaction that only works there is worse than none:
    // it is refused here with the service's own answer.
    private static void RequireOnePartition(TableTransactionAction[] actions)
    {
        var stray = Array.FindIndex(actions, action => action.Entity.PartitionKey != actions[0].Entity.PartitionKey);
        if (stray > 0)
        {
            var code = TableErrorCode.CommandsInBatchActOnDifferentPartitions.ToString();
            var message = $"{stray}:Every action of a transaction must be in the partition of the first.";
            var refusal = new RequestFailedException(BadRequest, message, code, null);
            refusal.Data[TableErrorParser.FailedEntity] = stray.ToString(CultureInfo.InvariantCulture);
            throw new TableTransactionFailedException(refusal);
        }
    }

    private HttpMessage Batch(IEnumerable<TableTransactionAction> transactionActions)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        if (actions.Length == 0)
        {
            throw new InvalidOperationException("The transaction has no action.");
        }

        foreach (var action in actions)
        {
            ArgumentNullException.ThrowIfNull(action, nameof(transactionActions));
            RequireKeys(action.Entity);
        }

        RequireOnePartition(actions);
        return BatchRequest.Create(Connection, Name, actions);
    }
}
