using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Collaborations.Identifiers;
using Collaborations.Security;

namespace Collaborations.Audit;

/// <summary>
/// How lines hang together: each carries a keyed hash over the one before, so that a changed, missing, added or moved line breaks every link
/// after it, and whoever has the tables without the key cannot mend them.
/// </summary>
public sealed class AuditChain(KeyRing keys)
{
    /// <summary>What operators do with their key.</summary>
    public const string OfOperators = "operators";

    private readonly byte[] _key = keys.Derive("audit");

    /// <summary>Each practice has a chain of its own.</summary>
    public static string Of(PracticeId practice) => practice.ToString();

    /// <summary>
    /// What belongs to an account and to no practice is spread over sixteen chains, so that sign-ins do not wait for one another. By the last
    /// digit, which is random; the first ones are the time.
    /// </summary>
    public static string Of(AccountId account) => $"accounts-{account.ToString()[^1]}";

    /// <summary>What belongs to nobody: likewise, by where it comes from, and apart from those who have an account.</summary>
    public static string OfStranger(string? from) => $"strangers-{from?[^1] ?? '0'}";

    /// <summary>All chains that are of no practice.</summary>
    public static IEnumerable<string> OfNoPractice =>
        [.. "0123456789abcdef".SelectMany(digit => new[] { $"accounts-{digit}", $"strangers-{digit}" }), OfOperators];

    public ChainedLine Link(ChainHead head, AuditLine line)
    {
        var sequence = head.Sequence + 1;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{head.Link}\n{sequence}\n{line.At.ToUnixTimeMilliseconds()}\n{line.Actor}\n{line.Action}\n{line.Subject}\n{line.From}\n{line.Outcome}");
        return new ChainedLine(sequence, line, Hash(text));
    }

    public ChainHead Head(long sequence, string link) =>
        new(sequence, link, Hash(string.Create(CultureInfo.InvariantCulture, $"head\n{sequence}\n{link}")));

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
