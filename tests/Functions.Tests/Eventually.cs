namespace Collaborations.Tests;

/// <summary>Waits for what follows beside a request: it is asked for again and again, since nobody tells whoever waits.</summary>
internal static class Eventually
{
    /// <summary>Far above what anything takes on a loaded machine: only a fault reaches it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // Whoever asks without a pause takes the processor from what is waited for.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <param name="happened">Asks once.</param>
    /// <param name="otherwise">What is wrong where it does not happen.</param>
    public static Task IsAsync(Func<Task<bool>> happened, string otherwise) => ReadAsync(happened, static yes => yes, _ => otherwise);

    /// <param name="read">Reads once.</param>
    /// <param name="isThere">Whether this is what is waited for.</param>
    /// <param name="otherwise">What is wrong with the last that was read.</param>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read, Predicate<T> isThere, Func<T, string> otherwise)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var pause = new PeriodicTimer(Pause);
        while (true)
        {
            var found = await read();
            if (isThere(found))
            {
                return found;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException(otherwise(found));
            }

            await pause.WaitForNextTickAsync();
        }
    }
}
