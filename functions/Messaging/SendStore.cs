using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Messaging;

/// <summary>What became of a send.</summary>
public enum DeliveryOutcome
{
    Delivered,

    /// <summary>The address does not exist, or its server refuses us.</summary>
    Bounced,

    /// <summary>The number cannot be reached, nobody answered, or the line was busy.</summary>
    Failed,
}

/// <summary>One email, text or call, for its report to find who waits for it.</summary>
/// <param name="Process">The orchestration that is told; null where nobody waits.</param>
/// <param name="Challenge">What a call speaks.</param>
/// <param name="Sequence">Of the code.</param>
public sealed record Send(string? Process, ChallengeId? Challenge, int Sequence)
{
    /// <summary>The service said that it took it.</summary>
    public bool Taken { get; init; }
}

/// <summary>Names a send by who sends it and at which step: a step that is tried again sends the same once.</summary>
public sealed class SendIds(KeyRing keys)
{
    private const int IdBytes = 16;

    private readonly byte[] _key = keys.Derive("sends");

    public SendId Of(string process, string step) =>
        SendId.From(new Guid(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{process}\n{step}")).AsSpan(0, IdBytes)));
}

/// <summary>Table Sends. Partition: the send's id; one row.</summary>
public sealed class SendStore(TableServiceClient service)
{
    private const string Row = "send";

    private readonly RecordTable _table = new(service, "Sends");

    public async Task<Send?> FindAsync(SendId id, CancellationToken cancellation) =>
        await _table.FindAsync(id.ToString(), Row, cancellation) is { } row ? RecordRow.Read<Send>(row).Record : null;

    /// <summary>
    /// Asks a service that does as it is asked every time, once. What it refuses is asked again when the step is tried again; what was cut off
    /// before its answer is not, because it may have been done, and counts as failed: a person who is told so asks anew.
    /// </summary>
    /// <returns>Whether it took it.</returns>
    /// <exception cref="RequestFailedException">The service refused, or did not answer.</exception>
    public async Task<bool> OnceAsync(SendId id, Send send, Func<Task<bool>> ask, CancellationToken cancellation)
    {
        if (!await AddAsync(id, send, cancellation))
        {
            return await FindAsync(id, cancellation) is { Taken: true };
        }

        try
        {
            var taken = await ask();
            await _table.PutAsync(RecordRow.Of(id.ToString(), Row, send with { Taken = taken }), cancellation);
            return taken;
        }
        catch (RequestFailedException refused) when (refused.Status != 0)
        {
            await _table.DeleteAsync(id.ToString(), Row, ETag.All, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Asks a service that knows a send by its id, until it has said that it took it. What was cut off before its answer is asked again, because
    /// the service then says the same; what it took is not, however long ago: nobody says for how long a service knows an id.
    /// </summary>
    /// <exception cref="RequestFailedException">The service refused, or did not answer.</exception>
    public async Task UntilTakenAsync(SendId id, Send send, Func<Task> ask, CancellationToken cancellation)
    {
        if (await AddAsync(id, send, cancellation) || await FindAsync(id, cancellation) is not { Taken: true })
        {
            await ask();
            await _table.PutAsync(RecordRow.Of(id.ToString(), Row, send with { Taken = true }), cancellation);
        }
    }

    /// <returns>False where it is there already: the step is tried again.</returns>
    private async Task<bool> AddAsync(SendId id, Send send, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(id.ToString(), Row, send), cancellation) is not null;
}
