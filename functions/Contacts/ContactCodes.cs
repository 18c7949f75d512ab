using System.Collections.Concurrent;
using System.Globalization;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Searching;
using Collaborations.Storage;

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
        PracticeId practice, string firstName, string lastName, IReadOnlySet<string> reserved, CancellationToken cancellation)
    {
        var stem = StemOf(firstName, lastName);
        if (await IsFreeAsync(stem))
        {
            return stem;
        }

        // By doubling, then by halving: of a thousand with the same name, twenty are looked at.
        var (taken, free) = (1, 2);
        while (!await IsFreeAsync($"{stem}{free}"))
        {
            (taken, free) = (free, free * 2);
        }

        while (free - taken > 1)
        {
            var middle = taken + ((free - taken) / 2);
            (taken, free) = await IsFreeAsync($"{stem}{middle}") ? (taken, middle) : (middle, free);
        }

        return $"{stem}{free}";

        async Task<bool> IsFreeAsync(string code) => !reserved.Contains(code) && await contacts.FindHolderAsync(practice, code, cancellation) is null;
    }

    /// <summary>
    /// Codes for many who come together. Of each stem the store is asked once, and the next of that stem get the next numbers; whether they are still
    /// free is known when they are written.
    /// </summary>
    /// <param name="practice">Whose address book.</param>
    /// <param name="names">Of whom, in their order.</param>
    /// <param name="reserved">Codes that others are about to have.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<IReadOnlyList<string>> SuggestAllAsync(
        PracticeId practice, IReadOnlyList<(string First, string Last)> names, IReadOnlySet<string> reserved, CancellationToken cancellation)
    {
        var stems = names.Select(name => StemOf(name.First, name.Last)).ToList();
        var next = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await RowBatches.ForEachAsync(
            names.Zip(stems).DistinctBy(each => each.Second),
            async (each, stop) =>
            {
                var free = await SuggestAsync(practice, each.First.First, each.First.Last, reserved, stop);
                next[each.Second] = free == each.Second ? 1 : int.Parse(free[each.Second.Length..], CultureInfo.InvariantCulture);
            },
            cancellation);
        var (codes, taken) = (new List<string>(), reserved.ToHashSet(StringComparer.Ordinal));
        foreach (var stem in stems)
        {
            string code;
            do
            {
                var number = next[stem]++;
                code = number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}{number}");
            }
            while (!taken.Add(code));
            codes.Add(code);
        }

        return codes;
    }

    private static string StemOf(string firstName, string lastName) =>
        Letters(lastName, LastNameLetters) + Letters(firstName, FirstNameLetters) is { Length: > 0 } stem ? stem : Nameless;

    private static string Letters(string name, int most) => SearchWords.Beginning(string.Concat(SearchWords.Of(name)), most);
}
