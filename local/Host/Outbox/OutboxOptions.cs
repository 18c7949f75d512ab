using System.Security.Cryptography;

namespace Local.Host.Outbox;

/// <summary>What the outbox needs to stand in for a communication resource.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// The name under which <see cref="IHttpClientFactory"/> makes the client that posts events and reports.
    /// Its handler can be set where they are to go somewhere else than over the network.
    /// </summary>
    public const string HttpClientName = "outbox";

    /// <summary>Where <c>outbox.jsonl</c> is kept; made where it is missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// The key that clients sign with, Base64. By default a new one for each start: clients of the same process get it by
    /// <see cref="ConnectionString"/>; set it where another process must know it.
    /// </summary>
    public string AccessKey { get; init; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>How many messages are kept in memory and shown; the file keeps all of them.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>Where delivery reports are posted, as Event Grid would; null posts none.</summary>
    public Uri? ReportsTo { get; init; }

    /// <summary>What goes wrong on purpose.</summary>
    public OutboxFaults Faults { get; init; } = new();

    /// <summary>What the clients for email, texts and calls are given.</summary>
    /// <param name="host">The address of this host, such as <c>http://127.0.0.1:8080/</c>.</param>
    public string ConnectionString(Uri host) => $"endpoint={host};accesskey={AccessKey}";
}
