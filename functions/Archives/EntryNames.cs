using System.Globalization;
using System.Text;

namespace Collaborations.Archives;

/// <summary>
/// Names inside one zip: of a file and no folder, that every system can write ("Naming Files, Paths, and Namespaces", Windows documentation), no
/// two alike to a system that takes large and small letters for the same.
/// </summary>
public sealed class EntryNames
{
    /// <summary>Characters: a folder of the reader's and this name are to fit the 260 of an old Windows program.</summary>
    private const int Longest = 120;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The name; "name (2).ext" where it is taken.</returns>
    public string Take(string name)
    {
        var (stem, ending) = Split(Clean(name));
        var next = stem + ending;
        for (var number = 2; !_taken.Add(next); number++)
        {
            next = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){ending}");
        }

        return next;
    }

    private static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var kept = new string([.. last.Where(letter => !char.IsControl(letter) && !IsDirection(letter) && !"\"<>:|?*".Contains(letter, StringComparison.Ordinal))]);

        // Windows drops dots and spaces at the end, and then two names may be one.
        return kept.Trim().TrimEnd('.', ' ');
    }

    private static (string Stem, string Ending) Split(string name)
    {
        var ending = Path.GetExtension(name);
        var stem = name[..^ending.Length].TrimEnd();
        stem = stem.Length == 0 ? "file" : stem;
        if (Devices.Contains(stem.Split('.')[0].TrimEnd()))
        {
            stem = "_" + stem;
        }

        var room = Math.Max(1, Longest - ending.Length);
        return stem.Length <= room ? (stem, ending) : (stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)], ending);
    }

    // Marks that turn the direction of writing, and so make "gpj.exe" look like "exe.jpg" (Unicode Technical Report 36, 3.2).
    private static bool IsDirection(char letter) => letter is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
