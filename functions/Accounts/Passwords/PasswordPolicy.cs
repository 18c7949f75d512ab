using System.Text;

namespace Collaborations.Accounts.Passwords;

public sealed record PasswordTooShort() : InvalidInput("password-too-short", "password");

public sealed record PasswordTooLong() : InvalidInput("password-too-long", "password");

public sealed record PasswordIsCommon() : InvalidInput("password-common", "password");

public sealed record PasswordTooPlain() : InvalidInput("password-too-plain", "password");

public sealed record PasswordNamesYou() : InvalidInput("password-names-you", "password");

public sealed record PasswordsDiffer() : InvalidInput("passwords-differ", "confirmPassword");

/// <summary>What a person says who sets a password.</summary>
public sealed record NewPassword(string Password, string ConfirmPassword);

/// <summary>The rules as the page shows them while one types.</summary>
/// <param name="MinimumLength">Characters.</param>
/// <param name="MaximumLength">Characters.</param>
/// <param name="Classic">Whether a lower and an upper case letter, a digit and a symbol have to be in it, and none of the last six comes again.</param>
/// <param name="Words">In upper case: what the password may not contain, because it names its owner, the practice or this product.</param>
public sealed record PasswordRules(int MinimumLength, int MaximumLength, bool Classic, IReadOnlyList<string> Words);

/// <summary>
/// What a new password must be (NIST SP 800-63B-4, 3.1.1.2: 15 characters where it is the only factor and 8 where it is one of two, no
/// composition rules, a block list on the whole password). A practice whose policy demands the older rules has them. Lengths count code points
/// of the normalised form.
/// </summary>
public static class PasswordPolicy
{
    private const int MinimumLength = 15;

    /// <summary>Where a second step is always asked for, and with the older rules.</summary>
    private const int ShorterMinimumLength = 8;
    private const int MaximumLength = 256;

    /// <summary>Shorter words come up by chance in honest passphrases.</summary>
    private const int ShortestWord = 4;
    private const string Product = "COLLABORATIONS";

    /// <param name="ties">The practices whose rules hold; the strictest of each.</param>
    /// <param name="about">Name and address of the one whose password it is.</param>
    public static PasswordRules RulesFor(IReadOnlyList<PracticeTie> ties, params IEnumerable<string> about) => new(
        ties.All(tie => tie.AsksForCode || tie.Practice.ClassicPasswords) && ties.Count > 0 ? ShorterMinimumLength : MinimumLength,
        MaximumLength,
        ties.Any(tie => tie.Practice.ClassicPasswords),
        [.. about.Concat(ties.Select(tie => tie.Practice.Name)).SelectMany(WordsOf).Append(Product).Distinct()]);

    /// <returns>The password in the form that is hashed.</returns>
    public static Result<string> Check(string? password, string? confirmPassword, PasswordRules rules)
    {
        var text = (password ?? string.Empty).Normalize(NormalizationForm.FormC);
        var length = text.EnumerateRunes().Count();
        var broken = new List<InvalidInput>();
        if (length < rules.MinimumLength)
        {
            broken.Add(new PasswordTooShort());
        }

        // Nothing more is looked at: the work grows with the square of the length.
        if (length > rules.MaximumLength)
        {
            return new InvalidForm([new PasswordTooLong()]);
        }

        if (rules.Classic && !IsOfFourKinds(text))
        {
            broken.Add(new PasswordTooPlain());
        }

        if (CommonParts.Make(Folded(text)) || IsOnePattern(text))
        {
            broken.Add(new PasswordIsCommon());
        }

        if (rules.Words.Any(word => Folded(text).Contains(word, StringComparison.Ordinal)))
        {
            broken.Add(new PasswordNamesYou());
        }

        if (text != (confirmPassword ?? string.Empty).Normalize(NormalizationForm.FormC))
        {
            broken.Add(new PasswordsDiffer());
        }

        return broken.Count == 0 ? text : new InvalidForm(broken);
    }

    private static IEnumerable<string> WordsOf(string text) =>
        Folded(text).Split([' ', '@', '.', '-', '_', '+', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord);

    private static bool IsOfFourKinds(string text) =>
        text.Any(char.IsLower) && text.Any(char.IsUpper) && text.Any(char.IsDigit) && text.Any(each => !char.IsLetterOrDigit(each));

    private static string Folded(string text) => text.ToUpperInvariant();

    // A short piece over and over is as easily guessed as the piece: 15 times the letter a, or "abc123" three times.
    private static bool IsOnePattern(string text) =>
        text.Length > 0 && Enumerable.Range(1, Math.Min(text.Length / 2, 8)).Any(length =>
            Enumerable.Range(length, text.Length - length).All(index => text[index] == text[index - length]));
}
