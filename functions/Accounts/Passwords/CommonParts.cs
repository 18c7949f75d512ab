using System.Globalization;
using System.Text;

namespace Collaborations.Accounts.Passwords;

/// <summary>
/// What people put together when a password must be long: common words and names, rows of the keyboard, years, digits in a row. A password
/// that is made of nothing else is guessed early, however long it is (NIST SP 800-63B-4, 3.1.1.2: a block list of common passwords; the
/// parts cover what a list of whole passwords of 15 characters and more is made of).
/// </summary>
internal static class CommonParts
{
    private const string Resource = "Collaborations.Accounts.Passwords.common-parts.txt";

    private static readonly string[] Rows =
        ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "01234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", "QAZWSXEDCRFVTGBYHNUJMIKOLP", "1QAZ2WSX3EDC4RFV5TGB"];

    /// <summary>Ours: each is one of thousands, so that so many different ones are nobody's habit, whatever stands between them.</summary>
    private const int ManyPictures = 8;

    private static readonly HashSet<string> Words = Read();

    private static readonly int LongestPart = Rows.Concat(Words).Max(part => part.Length);

    /// <param name="password">In upper case; its length is bounded by the caller.</param>
    public static bool Make(string password)
    {
        if (password.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol).Distinct().Count() >= ManyPictures)
        {
            return false;
        }

        var reached = new bool[password.Length + 1];
        reached[0] = true;
        for (var start = 0; start < password.Length; start++)
        {
            for (var end = start + 1; reached[start] && end <= Math.Min(password.Length, start + LongestPart); end++)
            {
                reached[end] |= IsPart(password[start..end]);
            }
        }

        return reached[^1];
    }

    // A single sign stands between parts or at the end; letters by themselves are no part, or everything would be made of parts.
    private static bool IsPart(string part) =>
        (part.Length == 1 && !char.IsLetter(part[0])) || Words.Contains(part) || (part.Length >= 3 && Rows.Any(row => IsIn(row, part)));

    private static bool IsIn(string row, string part) =>
        row.Contains(part, StringComparison.Ordinal) || row.Contains(string.Concat(part.Reverse()), StringComparison.Ordinal);

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonParts).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of common parts is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ToUpperInvariant().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
