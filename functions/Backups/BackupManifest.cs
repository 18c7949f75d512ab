using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Collaborations.Security;

namespace Collaborations.Backups;

/// <summary>What is in a backup, told before anything of it is used.</summary>
/// <param name="Version">Of the plan.</param>
/// <param name="Practice">Whose.</param>
/// <param name="MadeAt">When it was begun.</param>
/// <param name="Keys">Names of the keys that came after the first, without which some of it cannot be used.</param>
/// <param name="Parts">Every other entry of the file, in the order in which they were written.</param>
/// <param name="Seal">
/// HMAC-SHA-256, in hexadecimal, over all of the above under a key that follows from <c>Security:Key</c>: of another app's backup, or one that
/// somebody changed, it is another.
/// </param>
public sealed record BackupManifest(int Version, string Practice, DateTimeOffset MadeAt, IReadOnlyList<string> Keys, IReadOnlyList<BackupPart> Parts, string Seal)
{
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <returns>Null for what is no manifest, or one that lacks something.</returns>
    public static BackupManifest? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Format) is { } manifest && manifest.Parts.All(part => part is not null) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    public BackupManifest Sealed(KeyRing ring) => this with { Seal = SealOf(ring) };

    public bool IsSealed(KeyRing ring) => KeyedDigests.Same(Seal, SealOf(ring));

    private string SealOf(KeyRing ring)
    {
        var text = new StringBuilder().Append(Version).Append('\n').Append(Practice).Append('\n').Append(MadeAt.UtcTicks).Append('\n').AppendJoin(' ', Keys);
        foreach (var part in Parts)
        {
            text.Append('\n').Append(part.Name).Append(' ').Append(part.Sha256).Append(' ').Append(part.Count);
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(ring.Derive("backups"), Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>One entry: the rows of a table, or a file.</summary>
/// <param name="Name">In the zip.</param>
/// <param name="Sha256">Of its content, in hexadecimal.</param>
/// <param name="Count">Rows, or bytes of a file.</param>
public sealed record BackupPart(string Name, string Sha256, long Count)
{
    private const string Tables = "tables/";
    private const string Ending = ".jsonl";
    private const string Files = "files/";

    public static string OfTable(string table) => $"{Tables}{table}{Ending}";

    public static string OfFile(string id) => $"{Files}{id}";

    /// <returns>The table's name; null for a file.</returns>
    public string? Table() => Name.StartsWith(Tables, StringComparison.Ordinal) && Name.EndsWith(Ending, StringComparison.Ordinal) ? Name[Tables.Length..^Ending.Length] : null;

    /// <returns>The file's id; null for a table.</returns>
    public string? File() => Name.StartsWith(Files, StringComparison.Ordinal) ? Name[Files.Length..] : null;
}
