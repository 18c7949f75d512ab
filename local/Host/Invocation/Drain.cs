using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Local.Host.Invocation;

/// <summary>
/// Says when invocations that still run must give up: not when the host begins to stop, but when two thirds of the time that
/// requests may take to end (<see cref="HostOptions.ShutdownTimeout"/>) are over, so that they can end in order.
/// </summary>
internal sealed class Drain : IDisposable
{
    private readonly CancellationTokenSource _deadline = new();
    private readonly CancellationTokenRegistration _registration;
    private ITimer? _timer;

    public Drain(IHostApplicationLifetime lifetime, IOptions<HostOptions> options, TimeProvider time) =>
        _registration = lifetime.ApplicationStopping.Register(() =>
            _timer = time.CreateTimer(_ => _deadline.Cancel(), null, options.Value.ShutdownTimeout * 2 / 3, Timeout.InfiniteTimeSpan));

    public CancellationToken Deadline => _deadline.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _timer?.Dispose();
        _deadline.Dispose();
    }
}
