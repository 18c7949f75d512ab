using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Collaborations.Telemetry;
using Microsoft.Extensions.Options;

namespace Collaborations.Security;

public sealed record HashingBusy() : TooMany("busy", TimeSpan.FromSeconds(2));

/// <summary>A password as it is kept: nothing in it can be tried without the pepper.</summary>
public sealed record PasswordRecord(string Algorithm, int Rounds, string Salt, string Hash)
{
    /// <summary>The name of the key that the pepper follows from; null for the first.</summary>
    public string? Key { get; init; }
}

/// <summary>How much work a password is. No setting: what makes it cheap is a change of the code.</summary>
/// <param name="Rounds">Of PBKDF2.</param>
public sealed record HashCost(int Rounds)
{
    /// <summary>OWASP Password Storage Cheat Sheet: at least 220,000 rounds of PBKDF2-HMAC-SHA-512.</summary>
    public static HashCost Usual { get; } = new(220_000);
}

/// <summary>
/// PBKDF2-HMAC-SHA-512, after an HMAC with a pepper that is not in the tables.
/// Passwords are normalised (NFC) and taken whole. See docs/decisions/0004-pbkdf2.md.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The semaphore never allocates a wait handle, and lives as long as the process.")]
public sealed class PasswordHasher(
    KeyRing keys, HashCost cost, IOptions<SecurityOptions> options, Measures measures, RandomNumberGenerator random, TimeProvider clock)
{
    public const string Algorithm = "pbkdf2-hmac-sha512";
    private const int SaltBytes = 16;
    private const int HashBytes = 64;

    private readonly RingKeys _peppers = keys.All("passwords");
    private readonly SemaphoreSlim _running = new(options.Value.ConcurrentHashes);
    private readonly int _most = 2 * options.Value.ConcurrentHashes;
    private int _present;

    public Task<Result<PasswordRecord>> HashAsync(string password, CancellationToken cancellation) =>
        BoundedAsync(
            () =>
            {
                var salt = new byte[SaltBytes];
                random.GetBytes(salt);
                return new PasswordRecord(
                    Algorithm, cost.Rounds, Convert.ToBase64String(salt), Hash(password, _peppers.Find(_peppers.Newest)!, salt, cost.Rounds))
                {
                    Key = _peppers.Newest,
                };
            },
            cancellation);

    /// <param name="password">As it was typed.</param>
    /// <param name="record">
    /// Null where there is no such account: the same work is done, and the answer is no. Likewise where the key was taken away that it was made
    /// with; whoever it belongs to sets a new one by the link for a forgotten password.
    /// </param>
    /// <param name="cancellation">The client left.</param>
    public Task<Result<bool>> VerifyAsync(string password, PasswordRecord? record, CancellationToken cancellation) =>
        BoundedAsync(
            () =>
            {
                var known = record ?? new PasswordRecord(Algorithm, cost.Rounds, Convert.ToBase64String(new byte[SaltBytes]), string.Empty);
                var pepper = _peppers.Find(known.Key);
                var hash = Hash(password, pepper ?? _peppers.Find(null)!, Convert.FromBase64String(known.Salt), known.Rounds);
                return KeyedDigests.Same(hash, known.Hash) && pepper is not null && record is not null;
            },
            cancellation);

    /// <summary>Whether today's cost is higher than that of the record, or its key not the newest, so that the password is hashed anew at the next sign-in.</summary>
    public bool IsOutdated(PasswordRecord record) => record.Algorithm != Algorithm || record.Rounds < cost.Rounds || record.Key != _peppers.Newest;

    private static string Hash(string password, byte[] pepper, byte[] salt, int rounds)
    {
        var peppered = HMACSHA512.HashData(pepper, Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)));
        return Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(peppered, salt, rounds, HashAlgorithmName.SHA512, HashBytes));
    }

    // The rest of the process goes on while passwords are hashed: so many at once, as many waiting, and no more.
    private async Task<Result<T>> BoundedAsync<T>(Func<T> hash, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _present) > _most)
            {
                measures.HashRefused();
                return new HashingBusy();
            }

            var began = clock.GetTimestamp();
            await _running.WaitAsync(cancellation);
            measures.HashWaited(clock.GetElapsedTime(began));
            try
            {
                return await Task.Run(hash, cancellation);
            }
            finally
            {
                _running.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _present);
        }
    }
}
