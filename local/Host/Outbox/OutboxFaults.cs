using System.Collections.Concurrent;

namespace Local.Host.Outbox;

/// <summary>
/// What goes wrong on purpose, for tests and demonstrations. It can be changed while the outbox runs, and only from within the process.
/// Email addresses are compared without case, numbers as they stand. An address or number without a rule is reached.
/// </summary>
public sealed class OutboxFaults
{
    private readonly ConcurrentDictionary<string, Outcome> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Outcome> _textNumbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Outcome> _callNumbers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Refusal? _refusal;

    /// <summary>The email is taken and handed on, and then the receiver's server sends it back.</summary>
    public void Bounce(string address) => _addresses[address] = Outcome.Bounced;

    /// <summary>The service no longer sends to the address, because it bounced before: the operation fails where no other receiver is left.</summary>
    public void Suppress(string address) => _addresses[address] = Outcome.Suppressed;

    /// <summary>The text is taken and then reported as not delivered.</summary>
    public void FailTexts(string number) => _textNumbers[number] = Outcome.Failed;

    /// <summary>The text is refused at once: the result for this number is 400.</summary>
    public void RefuseTexts(string number) => _textNumbers[number] = Outcome.Refused;

    /// <summary>It rings, and nobody answers.</summary>
    public void LeaveUnanswered(string number) => _callNumbers[number] = Outcome.Unanswered;

    /// <summary>The line is busy.</summary>
    public void KeepBusy(string number) => _callNumbers[number] = Outcome.Busy;

    /// <summary>Somebody answers, but what is to be played cannot be.</summary>
    public void FailPlaying(string number) => _callNumbers[number] = Outcome.Mute;

    /// <summary>An address or number is reached again.</summary>
    public void Clear(string addressOrNumber)
    {
        _addresses.TryRemove(addressOrNumber, out _);
        _textNumbers.TryRemove(addressOrNumber, out _);
        _callNumbers.TryRemove(addressOrNumber, out _);
    }

    /// <summary>The next requests of any kind are answered with an error, and nothing is sent.</summary>
    /// <param name="requests">How many.</param>
    /// <param name="status">429 or 503, as a busy service answers, or another from 400 to 599.</param>
    /// <param name="retryAfter">The wait that the answer asks for, in whole seconds; null asks for none.</param>
    public void RefuseNext(int requests, int status, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        lock (_gate)
        {
            _refusal = new Refusal(requests, status, retryAfter);
        }
    }

    internal Outcome ForEmail(string address) => _addresses.GetValueOrDefault(address, Outcome.Delivered);

    internal Outcome ForText(string number) => _textNumbers.GetValueOrDefault(number, Outcome.Delivered);

    internal Outcome ForCall(string number) => _callNumbers.GetValueOrDefault(number, Outcome.Delivered);

    internal Refusal? TakeRefusal()
    {
        lock (_gate)
        {
            if (_refusal is not { Requests: > 0 } refusal)
            {
                return null;
            }

            _refusal = refusal with { Requests = refusal.Requests - 1 };
            return refusal;
        }
    }

    internal sealed record Refusal(int Requests, int Status, TimeSpan? RetryAfter);
}
