using Azure;

namespace Local.Durable.Storage;

/// <summary>
/// Every call to the store goes through here: none is made once the engine was cut off, and one that fails for a reason that may pass is made
/// again until <see cref="DurableOptions.StoreTimeout"/>.
/// </summary>
internal sealed class StoreCalls : IDisposable
{
    private const int ImmediateRetries = 3;
    private const int MostRetries = 60;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly DurableOptions _options;
    private readonly CancellationTokenSource _cut = new();

    public StoreCalls(DurableOptions options)
    {
        _options = options;
        Cut = _cut.Token;
    }

    /// <summary>Cancelled when the engine makes no more calls.</summary>
    public CancellationToken Cut { get; }

    /// <summary>Ends every call that is under way and lets no other begin.</summary>
    public void CutOff() => _cut.Cancel();

    public async Task RunAsync(Func<CancellationToken, Task> call) => await RunAsync(async token =>
    {
        await call(token);
        return true;
    });

    /// <summary>For calls that may be made twice.</summary>
    /// <exception cref="OperationCanceledException">The engine was cut off.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        var retries = NewRetries();
        while (true)
        {
            Cut.ThrowIfCancellationRequested();
            try
            {
                return await call(Cut);
            }
            catch (Exception failure) when (MayPass(failure))
            {
                await retries.PauseAsync(failure, Cut);
            }
        }
    }

    /// <summary>Whether the store might do the same call a moment later; when it might, it might also have done it already.</summary>
    public bool MayPass(Exception failure) => !Cut.IsCancellationRequested && failure switch
    {
        RequestFailedException request => request.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.All(MayPass),
        OperationCanceledException or IOException or HttpRequestException => true,
        _ => false,
    };

    public Retries NewRetries() => new(_options.StoreTime, _options.StoreTimeout);

    public void Dispose() => _cut.Dispose();

    /// <summary>The pauses between the tries of one call.</summary>
    internal sealed class Retries(TimeProvider time, TimeSpan limit)
    {
        private readonly DateTimeOffset _begun = time.GetUtcNow();
        private int _count;

        /// <exception cref="DurableEngineException">The time for tries is over.</exception>
        public async Task PauseAsync(Exception failure, CancellationToken cut)
        {
            _count++;
            if (_count > MostRetries || time.GetUtcNow() - _begun >= limit)
            {
                throw new DurableEngineException($"The store has not answered for {limit}: {failure.Message}", failure);
            }

            if (_count > ImmediateRetries)
            {
                var pause = FirstPause * Math.Pow(2, Math.Min(_count - ImmediateRetries - 1, 10));
                await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cut);
            }
        }
    }
}
