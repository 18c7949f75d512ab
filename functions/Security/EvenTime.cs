namespace Collaborations.Security;

/// <summary>
/// Gives a refusal no earlier than a set time after the question, so that how long it took does not tell what was found on the way: an unknown
/// address, a wrong password and a lock look alike also to a watch (OWASP Authentication Cheat Sheet, authentication responses; ASVS 5.0, 6.3.8).
/// </summary>
/// <param name="machine">The clock that people wait by.</param>
/// <param name="least">Longer than the slowest of the ways that are to look alike; on a system that is slower still they differ.</param>
public sealed class EvenTime(TimeProvider machine, TimeSpan least)
{
    /// <summary>A password takes about 0.14 s of a core, or twice that behind another, and the record a few requests to the store.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(600);

    public long Begin() => machine.GetTimestamp();

    /// <param name="began">What <see cref="Begin"/> gave.</param>
    /// <param name="cancellation">The client left.</param>
    public Task WaitAsync(long began, CancellationToken cancellation) =>
        least - machine.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? Task.Delay(left, machine, cancellation) : Task.CompletedTask;
}
