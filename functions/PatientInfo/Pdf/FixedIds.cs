using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Collaborations.PatientInfo.Pdf;

/// <summary>
/// PDFsharp draws its ids by lot: the file's two (ISO 32000-1, 14.4), those of its metadata, and the tags before the names of fonts (9.6.4). Here they
/// become digests of everything else in the file, of the same length, so that the same sheet is the same file.
/// </summary>
internal static partial class FixedIds
{
    private const int TagLength = 6;
    private const int GuidLength = 36;
    private const int GuidBytes = 16;

    public static byte[] In(byte[] pdf)
    {
        // One character a byte, there and back.
        var text = Encoding.Latin1.GetString(pdf);
        var rest = SHA256.HashData(Encoding.Latin1.GetBytes(Drawn().Replace(text, string.Empty)));
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        return Encoding.Latin1.GetBytes(Drawn().Replace(text, drawn =>
        {
            if (!given.TryGetValue(drawn.Value, out var id))
            {
                given[drawn.Value] = id = IdOf(HMACSHA256.HashData(rest, BitConverter.GetBytes(given.Count)), drawn.Length);
            }

            return id;
        }));
    }

    private static string IdOf(byte[] digest, int length) => length switch
    {
        TagLength => string.Concat(digest.Take(TagLength).Select(value => (char)('A' + (value % 26)))),
        GuidLength => new Guid(digest.AsSpan(0, GuidBytes)).ToString("D", CultureInfo.InvariantCulture),
        _ => Convert.ToHexString(digest.AsSpan(0, GuidBytes)),
    };

    [GeneratedRegex(@"(?<=/(FontName|BaseFont)/)[A-Z]{6}(?=\+DejaVu)|(?<=ID>uuid:)[0-9a-f-]{36}(?=</xmpMM)|(?<=/ID\[<|/ID\[<[0-9A-F]{32}><)[0-9A-F]{32}(?=>)")]
    private static partial Regex Drawn();
}
