using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Local.Durable.Storage;

namespace Local.Durable.Ownership;

/// <summary>
/// The right to run a task hub: a lease on one blob, renewed while the engine runs. The blob's text names the holder, so that who is refused
/// can say by whom, and so that the lease of a process that died on this machine need not be waited for.
/// </summary>
internal sealed class OwnerLease : IAsyncDisposable
{
    private const string BlobName = "owner.json";

    // The longest a blob lease can have, short of for ever.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly DurableOptions _options;
    private readonly BlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly EngineLog _log;
    private readonly CancellationTokenSource _end = new();
    private Task _renewing = Task.CompletedTask;
    private bool _isDisposed;

    public OwnerLease(DurableOptions options, BlobContainerClient container, EngineLog log)
    {
        _options = options;
        _blob = container.GetBlobClient(BlobName);
        _lease = _blob.GetBlobLeaseClient(Guid.NewGuid().ToString());
        _log = log;
    }

    /// <exception cref="DurableEngineException">Another process holds the hub; the message names it.</exception>
    public Task AcquireAsync(StoreCalls calls) => calls.RunAsync(TakeAsync);

    /// <param name="onLost">Told once, if another process takes the lease.</param>
    public void KeepRenewing(Action<Exception> onLost) => _renewing = RenewAsync(onLost);

    /// <summary>Gives the hub to whoever wants it next.</summary>
    public async Task ReleaseAsync()
    {
        await StopRenewingAsync();
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (Exception failure)
        {
            // It is no longer ours to release, or the store does not answer; either way it ends by itself.
            _log.ReleaseFailed(failure, _options.TaskHub);
        }
    }

    /// <summary>Ends the renewal without waiting for it.</summary>
    public void Abandon() => _end.Cancel();

    /// <summary>Ends the renewal; a lease that was not released runs out by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await StopRenewingAsync();
            _end.Dispose();
        }
    }

    private async Task StopRenewingAsync()
    {
        await _end.CancelAsync();
        await _renewing;
    }

    private static JsonSerializerOptions HistoryJson => History.HistorySerializer.Options;

    private async Task TakeAsync(CancellationToken token)
    {
        var holder = JsonSerializer.SerializeToUtf8Bytes(LeaseHolder.Current(_options.StoreTime.GetUtcNow()), HistoryJson);
        for (var isLast = false; ; isLast = true)
        {
            try
            {
                // The name is there before the lease is, so that a lease never stands without one; and again after it, because whoever
                // tried at the same time may have written another.
                await WriteHolderAsync(holder, null, token);
                await _lease.AcquireAsync(Duration, cancellationToken: token);
                await WriteHolderAsync(holder, _lease.LeaseId, token);
                return;
            }
            catch (RequestFailedException held) when (held.Status is 409 or 412)
            {
                var other = await ReadHolderAsync(token);
                if (isLast || other is null || _options.IsHolderAlive(other))
                {
                    throw InUse(other, held);
                }

                _log.BreakingLease(_options.TaskHub, other.ToString());
                await BreakAsync(token);
            }
        }
    }

    private DurableEngineException InUse(LeaseHolder? other, Exception cause) => new(
        $"The task hub '{_options.TaskHub}' is in use by {other?.ToString() ?? "another process"}: stop that one first, or name another hub. "
        + $"If it is gone already, its hold ends by itself within {Duration.TotalSeconds:0} seconds.",
        cause);

    private async Task WriteHolderAsync(byte[] holder, string? leaseId, CancellationToken token) => await _blob.UploadAsync(
        BinaryData.FromBytes(holder), new BlobUploadOptions { Conditions = new BlobRequestConditions { LeaseId = leaseId } }, token);

    private async Task BreakAsync(CancellationToken token)
    {
        try
        {
            await _lease.BreakAsync(TimeSpan.Zero, cancellationToken: token);
        }
        catch (RequestFailedException ended) when (ended.Status is 404 or 409)
        {
            // It ran out in the meantime, or someone else broke it; who has it now shows in the next try.
            _log.LeaseEndedItself(_options.TaskHub, ended.ErrorCode);
        }
    }

    private async Task<LeaseHolder?> ReadHolderAsync(CancellationToken token)
    {
        var content = await _blob.DownloadContentAsync(token);
        var holder = JsonSerializer.Deserialize<LeaseHolder>(content.Value.Content, HistoryJson);
        return holder?.Machine is null ? null : holder;
    }

    private async Task RenewAsync(Action<Exception> onLost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_options.LeaseRenewal, _options.StoreTime, _end.Token);
                try
                {
                    await _lease.RenewAsync(cancellationToken: _end.Token);
                }
                catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
                {
                    onLost(new DurableEngineException($"The task hub '{_options.TaskHub}' was taken over by another process.", lost));
                    return;
                }
                catch (Exception failure) when (!_end.IsCancellationRequested)
                {
                    // The store does not answer. Should another process take the hub meanwhile, the next commit meets its ETag.
                    _log.RenewalFailed(failure, _options.TaskHub);
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The engine has ended.
        }
    }
}
