using System.Globalization;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused as a whole because of one of its actions; nothing of it was stored.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (System.Collections.DictionaryEntry entry in requestFailedException.Data)
        {
            Data[entry.Key] = entry.Value;
        }

        if (Data[TableErrorParser.FailedEntity] is string index
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            FailedTransactionActionIndex = position;
        }
    }

    /// <summary>The position of the refused action in the list that was submitted, from 0; null where the service named none.</summary>
    public int? FailedTransactionActionIndex { get; }
}
