using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Collaborations.Tests.Scale;

/// <summary>Counts the requests that the app's table and blob clients send, each try for itself, by what the service bills them as.</summary>
public sealed class TransactionCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int this[string kind] => _counts.GetValueOrDefault(kind);

    public int Total => _counts.Values.Sum();

    public void Clear() => _counts.Clear();

    public override void OnSendingRequest(HttpMessage message) => _counts.AddOrUpdate(KindOf(message.Request), 1, (_, count) => count + 1);

    private static string KindOf(Request request)
    {
        var path = request.Uri.Path;
        if (path.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return "batches";
        }

        if (path.EndsWith("/Tables", StringComparison.Ordinal))
        {
            return "tables made";
        }

        if (request.Headers.TryGetValue("DataServiceVersion", out _))
        {
            return (request.Method == RequestMethod.Get, path.Contains("PartitionKey=", StringComparison.Ordinal)) switch
            {
                (true, true) => "rows read",
                (true, false) => "lists read",
                _ => "rows written",
            };
        }

        return request.Method == RequestMethod.Get || request.Method == RequestMethod.Head ? "blobs read" : "blobs written";
    }
}
