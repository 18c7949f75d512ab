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

    /// <returns>A code that is free now, near the lowest number that is.</returns>
    public async Task<string> SuggestAsync(PracticeId practice, string firstName, string lastName, CancellationToken cancellation)
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

        async Task<bool> IsFreeAsync(string code) => await contacts.FindHolderAsync(practice, code, cancellation) is null;
    }

    private static string StemOf(string firstName, string lastName) =>
        Letters(lastName, LastNameLetters) + Letters(firstName, FirstNameLetters) is { Length: > 0 } stem ? stem : Nameless;

    private static string Letters(string name, int most) => SearchWords.Beginning(string.Concat(SearchWords.Of(name)), most);
}
