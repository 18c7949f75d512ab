using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Durable.Tests.Crasher;

/// <summary>What the probe does to a write that it was told to break.</summary>
public enum WriteFault
{
    /// <summary>The process dies before the write has left it.</summary>
    KilledBefore,

    /// <summary>The store has done the write, the process dies before it hears so.</summary>
    KilledAfter,

    /// <summary>The write is held back while everything that does not wait for it goes on; when nothing more happens, the process dies.</summary>
    KilledWhileHeld,

    /// <summary>The store has done the write, the answer is lost on the way, the process lives.</summary>
    ReplyLost,
}

/// <summary>
/// Stands between the storage clients and the network: counts requests and bytes, and breaks the write it was told to break.
/// After a kill nothing passes any more and nothing is answered, as for a process that is gone.
/// </summary>
public sealed class StorageProbe : HttpPipelineTransport, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly HttpClientTransport _inner = new();
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<long, WriteFault> _faults = [];
    private readonly ConcurrentDictionary<long, HeldWrite> _holds = [];
    private long _outage;
    private long _reads;
    private long _writes;
    private long _bytesWritten;
    private long _largestWrite;

    /// <summary>Completes when the process whose requests pass here has been killed.</summary>
    public Task Killed => _killed.Task;

    public long Reads => Interlocked.Read(ref _reads);

    public long Writes => Interlocked.Read(ref _writes);

    /// <summary>Bytes of request bodies that were sent.</summary>
    public long BytesWritten => Interlocked.Read(ref _bytesWritten);

    /// <summary>The largest request body since the last <see cref="Reset"/>, in bytes.</summary>
    public long LargestWrite => Interlocked.Read(ref _largestWrite);

    /// <summary>Called with the number of each write before it leaves.</summary>
    public Action<long> OnWrite { get; init; } = static _ => { };

    /// <summary>What each write was, in the order they left: for the message of a test that failed.</summary>
    public ConcurrentQueue<string> Journal { get; } = [];

    /// <summary>Breaks the write of this number; the first has the number 1.</summary>
    public void BreakWrite(long number, WriteFault fault) => _faults[number] = fault;

    /// <summary>Holds back the write of this number until it is let go.</summary>
    public HeldWrite HoldWrite(long number) => _holds.GetOrAdd(number, static _ => new HeldWrite());

    /// <summary>The next requests meet no store.</summary>
    public void LoseStore(long requests) => Interlocked.Exchange(ref _outage, requests);

    public void Kill() => _killed.TrySetResult();

    public void Reset()
    {
        Interlocked.Exchange(ref _reads, 0);
        Interlocked.Exchange(ref _writes, 0);
        Interlocked.Exchange(ref _bytesWritten, 0);
        Interlocked.Exchange(ref _largestWrite, 0);
        Journal.Clear();
    }

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await StayDeadAsync(message);
        if (Interlocked.Read(ref _outage) > 0 && Interlocked.Decrement(ref _outage) >= 0)
        {
            throw new IOException("The store does not answer.");
        }

        if (!IsWrite(message.Request))
        {
            Interlocked.Increment(ref _reads);
            await _inner.ProcessAsync(message);
            await StayDeadAsync(message);
            return;
        }

        var number = Count(message.Request);
        if (_holds.TryRemove(number, out var held))
        {
            await held.ArriveAsync();
            await StayDeadAsync(message);
        }

        if (!_faults.TryRemove(number, out var fault))
        {
            await _inner.ProcessAsync(message);
            await StayDeadAsync(message);
            return;
        }

        if (fault is WriteFault.KilledWhileHeld)
        {
            await WhenQuietAsync();
        }

        if (fault is WriteFault.KilledBefore or WriteFault.KilledWhileHeld)
        {
            Kill();
            await StayDeadAsync(message);
        }

        await _inner.ProcessAsync(message);
        if (fault is WriteFault.KilledAfter)
        {
            Kill();
            await StayDeadAsync(message);
        }

        message.Response.Dispose();
        throw new IOException("The connection was closed before the answer had been read.");
    }

    public void Dispose()
    {
        Kill();
        _inner.Dispose();
    }

    private static bool IsWrite(Request request) => request.Method != RequestMethod.Get && request.Method != RequestMethod.Head;

    // That nothing more comes cannot be told but by waiting; too short a wait makes the fault milder, never wrong. Reads do not count: whoever
    // asks for a state that only the held write brings about asks for ever.
    private async Task WhenQuietAsync()
    {
        for (var (before, now) = (-1L, Writes); before != now; (before, now) = (now, Writes))
        {
            await Task.Delay(Quiet);
        }
    }

    private long Count(Request request)
    {
        var number = Interlocked.Increment(ref _writes);
        OnWrite(number);
        Journal.Enqueue($"{number}: {request.Method} {request.Uri.Path}{request.Uri.Query}");
        if (request.Content is { } content && content.TryComputeLength(out var length))
        {
            Interlocked.Add(ref _bytesWritten, length);
            for (var largest = LargestWrite; length > largest; largest = LargestWrite)
            {
                Interlocked.CompareExchange(ref _largestWrite, length, largest);
            }
        }

        return number;
    }

    private async ValueTask StayDeadAsync(HttpMessage message)
    {
        if (_killed.Task.IsCompleted)
        {
            await Task.Delay(Timeout.Infinite, message.CancellationToken);
        }
    }
}
