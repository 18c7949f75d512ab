using System.Collections.Concurrent;

namespace Tests.Support;

/// <summary>
/// An empty account of an Azurite that others use one after another, since to start one takes longer than many a class of tests.
/// Disposing gives the emulator back, with whatever the account holds.
/// </summary>
public sealed class AzuriteAccount : IAsyncDisposable
{
    // What was stored stays in its memory, so after so many accounts an emulator is ended.
    private const int AccountsOfOne = 24;

    // Windows of limits are hours and days of the calendar: a test passes at any time of the day or at none.
    private static readonly TimeSpan Offset = UntilMorning(TimeProvider.System.GetUtcNow());

    // An app's clock stands still, and an address that it signed must not end while the emulator's goes on.
    private static readonly TimeSpan Behind = TimeSpan.FromHours(1);

    private static readonly ConcurrentBag<Shared> Idle = [];

    private readonly Shared _shared;

    private AzuriteAccount(Shared shared, string name)
    {
        _shared = shared;
        ConnectionString = shared.Server.ConnectionStringOf(name);
    }

    /// <summary>A morning soon to come, at nine when the tests began.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow() + Offset;

    public string ConnectionString { get; }

    /// <summary>Whoever takes one has the emulator alone until it is given back.</summary>
    public static async Task<AzuriteAccount> TakeAsync()
    {
        var shared = Idle.TryTake(out var idle)
            ? idle
            : new Shared { Server = await AzuriteServer.StartAsync(Enumerable.Range(0, AccountsOfOne).Select(Name), Offset - Behind, []) };
        return new AzuriteAccount(shared, Name(shared.Used++));
    }

    /// <summary>Takes the emulator away for good, as an outage would.</summary>
    public ValueTask EndAsync() => _shared.Server.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_shared.Used < AccountsOfOne)
        {
            Idle.Add(_shared);
        }
        else
        {
            await EndAsync();
        }
    }

    private static TimeSpan UntilMorning(DateTimeOffset now) => now.UtcDateTime.Date.AddDays(1).AddHours(9) - now.UtcDateTime;

    private static string Name(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"account{number}");

    private sealed class Shared
    {
        public required AzuriteServer Server { get; init; }

        public int Used { get; set; }
    }
}
