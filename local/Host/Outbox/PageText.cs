using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Local.Host.Outbox;

/// <summary>Other people's text on a page.</summary>
internal static partial class PageText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Safe between tags and inside a quoted attribute.</summary>
    public static string Escape(string text) => Encoder.Encode(text);

    /// <summary>As <see cref="Escape"/>, with web addresses made into links; no other scheme becomes one.</summary>
    public static string WithLinks(string text)
    {
        var result = new StringBuilder();
        var written = 0;
        foreach (Match match in WebAddress().Matches(text))
        {
            // The full stop of a sentence, or the bracket around an address, is not part of it.
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']');
            if (!Uri.IsWellFormedUriString(address, UriKind.Absolute))
            {
                continue;
            }

            var escaped = Escape(address);
            result.Append(Escape(text[written..match.Index]))
                .Append("<a href=\"").Append(escaped).Append("\" target=\"_blank\" rel=\"noopener noreferrer\">").Append(escaped).Append("</a>");
            written = match.Index + address.Length;
        }

        return result.Append(Escape(text[written..])).ToString();
    }

    [GeneratedRegex("https?://[^\\s<>\"']+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddress();
}
