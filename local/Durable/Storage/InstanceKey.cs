using System.Globalization;
using System.Text;

namespace Local.Durable.Storage;

/// <summary>
/// Where an instance stands: its partition, its row and its folder of blobs. Letters, digits, '-' and '_' of the id stay as they are and any other
/// character becomes ~ and four hexadecimal digits, so the keys are legal everywhere and the encoding of a prefix is a prefix of the encoding.
/// </summary>
internal static class InstanceKey
{
    /// <summary>As the documentation of Durable Functions bounds instance ids.</summary>
    public const int LongestId = 100;

    /// <summary>Enough that partitions are written in parallel, few enough that a query over all of them is short.</summary>
    public const int Shards = 16;

    private const uint HashSeed = 2_166_136_261;
    private const uint HashPrime = 16_777_619;

    public static string Partition(int shard) => shard.ToString("x2", CultureInfo.InvariantCulture);

    /// <summary>FNV-1a over the id: must never change, or stored instances are no longer found.</summary>
    public static string PartitionOf(string instanceId)
    {
        var hash = HashSeed;
        foreach (var value in Encoding.UTF8.GetBytes(instanceId))
        {
            hash = unchecked((hash ^ value) * HashPrime);
        }

        return Partition((int)(hash % Shards));
    }

    public static string Encode(string idOrPrefix)
    {
        var encoded = new StringBuilder(idOrPrefix.Length);
        foreach (var character in idOrPrefix)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            {
                encoded.Append(character);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"~{(int)character:x4}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>Whether a text has only characters that <see cref="Encode"/> writes, so that it can stand in a filter.</summary>
    public static bool IsEncoded(string text) => text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '~');

    /// <summary>The first text after everything that begins with <paramref name="encodedPrefix"/>.</summary>
    public static string After(string encodedPrefix) => encodedPrefix[..^1] + (char)(encodedPrefix[^1] + 1);

    public static bool IsLegal(string instanceId) =>
        instanceId.Length is > 0 and <= LongestId
        && instanceId[0] != '@'
        && !instanceId.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character));

    /// <exception cref="ArgumentException">The id is empty, too long, or has a character that no part of Durable Functions takes.</exception>
    public static void EnsureLegal(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (!IsLegal(instanceId))
        {
            throw new ArgumentException(
                $"'{instanceId}' is no instance id: at most {LongestId} characters, not beginning with @, without / \\ # ? and control characters.",
                nameof(instanceId));
        }
    }
}
