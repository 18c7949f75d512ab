using System.Globalization;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Searching;

namespace Collaborations.Contacts;

public sealed record CodeMalformed() : InvalidInput("code-malformed", "code");

public sealed record CodeTaken() : Conflict("code-taken");

/// <summary>The short codes by which a practice names its contacts: FALKP for Peter Falk, FALKP2 for the next of that kind.</summary>
public sealed class ContactCodes(ContactStore contacts)
{
    /// <summary>UTF-16 units.</summary>
    public const int Longest = 20;

    private const int LastNameLetters = 4;
    private const int FirstNameLetters = 1;

    /// <summary>Of somebody whose name has no letter.</summary>
    private const string Nameless = "C";

    /// <param name="typed">As it came.</param>
    /// <param name="wrong">Gets what is wrong with it.</param>
    /// <returns>Upper case; empty where nothing was typed. Letters and digits first, so that no spreadsheet takes it for a formula.</returns>
    public static string Read(string? typed, IList<InvalidInput> wrong)
    {
        var code = TypedText.Read(typed, "code", Longest, required: false, wrong).Normalize().ToUpperInvariant();
        if (code.Length > 0 && (!char.IsLetterOrDigit(code[0]) || !code.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_' or '/')))
        {
            wrong.Add(new CodeMalformed());
        }

        return code;
    }

    /// <param name="practice">Whose address book.</param>
    /// <param name="firstName">Of whom; may be empty.</param>
    /// <param name="lastName">Of whom; may be empty.</param>
    /// <param name="reserved">Codes that others are about to have.</param>
    /// <param name="cancellation">The client left.</param>
    /// <returns>A code that is free now, near the lowest number that is.</returns>
    public async Task<string> SuggestAsync(
        PracticeId practice, string firstName, string lastName, IReadOnlySet<string> reserved, CancellationToken cancellation) =>
        (await SuggestAllAsync(practice, [(firstName, lastName)], reserved, cancellation))[0];

    /// <summary>
    /// Codes for many who come together. The store is asked for one code of every stem at a time, and the next of a stem get the next numbers; whether
    /// they are still free is known when they are written.
    /// </summary>
    /// <param name="practice">Whose address book.</param>
    /// <param name="names">Of whom, in their order.</param>
    /// <param name="reserved">Codes that others are about to have.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<IReadOnlyList<string>> SuggestAllAsync(
        PracticeId practice, IReadOnlyList<(string First, string Last)> names, IReadOnlySet<string> reserved, CancellationToken cancellation)
    {
        var stems = names.Select(name => StemOf(name.First, name.Last)).ToList();
        var searches = stems.Distinct(StringComparer.Ordinal).ToDictionary(stem => stem, stem => new FreeNumber(stem), StringComparer.Ordinal);
        while (searches.Values.Where(search => !search.IsFound).ToList() is { Count: > 0 } open)
        {
            var holders = await contacts.FindHoldersAsync(practice, [.. open.Select(search => search.Asked)], cancellation);
            open.ForEach(search => search.Learn(isFree: !reserved.Contains(search.Asked) && !holders.ContainsKey(search.Asked)));
        }

        var (codes, taken) = (new List<string>(), reserved.ToHashSet(StringComparer.Ordinal));
        foreach (var stem in stems)
        {
            string code;
            do
            {
                code = searches[stem].Take();
            }
            while (!taken.Add(code));
            codes.Add(code);
        }

        return codes;
    }

    private static string StemOf(string firstName, string lastName) =>
        Letters(lastName, LastNameLetters) + Letters(firstName, FirstNameLetters) is { Length: > 0 } stem ? stem : Nameless;

    private static string Letters(string name, int most) => SearchWords.Beginning(string.Concat(SearchWords.Of(name)), most);

    /// <summary>Looks for a free number of a stem by doubling, then by halving: of a thousand with the same name, twenty are looked at.</summary>
    private sealed class FreeNumber(string stem)
    {
        private int _taken;
        private int? _free;

        public bool IsFound => _free - _taken == 1;

        /// <summary>The code that is to be looked at next.</summary>
        public string Asked => CodeOf(Number);

        private int Number => _free is { } free ? _taken + ((free - _taken) / 2) : Math.Max(_taken * 2, 1);

        public void Learn(bool isFree) => (_taken, _free) = isFree ? (_taken, Number) : (Number, _free);

        /// <returns>The code of the number that was found, then of those after it.</returns>
        public string Take()
        {
            var code = CodeOf(_free!.Value);
            _free++;
            return code;
        }

        private string CodeOf(int number) => number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}{number}");
    }
}
