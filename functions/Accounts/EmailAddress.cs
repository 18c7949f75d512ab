using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Collaborations.Http;

namespace Collaborations.Accounts;

public sealed record EmailMalformed(string Name) : InvalidInput("email-malformed", Name);

/// <summary>An email address in the one form in which it is kept, compared and digested.</summary>
[SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "The kept form is also the one that mail is sent to and people see.")]
public sealed record EmailAddress
{
    /// <summary>Octets of the longest address a server takes (RFC 5321, 4.5.3.1.3, less the angle brackets).</summary>
    public const int MaximumLength = 254;

    /// <summary>Octets before the at sign (RFC 5321, 4.5.3.1.1).</summary>
    private const int MaximumLocalLength = 64;
    private static readonly IdnMapping Idn = new();

    private EmailAddress(string value) => Value = value;

    /// <summary>Lower case, NFC, the domain in its ASCII form (RFC 5890).</summary>
    public string Value { get; }

    /// <summary>
    /// Forgiving to what phones add (spaces around, a capital first letter), strict to what no server delivers to. That an address exists is
    /// proved by a mail to it, not by its form.
    /// </summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var text = (typed ?? string.Empty).Trim().Normalize(NormalizationForm.FormC);
        var at = text.LastIndexOf('@');
        if (at <= 0 || !IsLocalPart(text[..at]) || DomainOf(text[(at + 1)..]) is not { } domain)
        {
            return false;
        }

        var value = $"{text[..at].ToLowerInvariant()}@{domain}";
        if (Encoding.UTF8.GetByteCount(value) > MaximumLength)
        {
            return false;
        }

        address = new EmailAddress(value);
        return true;
    }

    /// <param name="typed">As it came.</param>
    /// <param name="field">The field's name in the body.</param>
    /// <param name="required">Whether it may be empty.</param>
    /// <param name="wrong">Gets what is wrong with it.</param>
    /// <returns>Null where there is none, or none that can be.</returns>
    public static EmailAddress? Read(string? typed, string field, bool required, IList<InvalidInput> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (required)
            {
                wrong.Add(new FieldRequired(field));
            }

            return null;
        }

        if (!TryRead(typed, out var address))
        {
            wrong.Add(new EmailMalformed(field));
        }

        return address;
    }

    public override string ToString() => "(an email address)";

    // Quoted local parts are legal and in nobody's use; refusing them refuses typing errors.
    private static bool IsLocalPart(string local) =>
        Encoding.UTF8.GetByteCount(local) <= MaximumLocalLength
        && !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal)
        && local.All(letter => letter > '\u007F' ? !char.IsControl(letter) && !char.IsWhiteSpace(letter) : IsAtom(letter));

    // RFC 5322, 3.2.3.
    private static bool IsAtom(char letter) => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~.".Contains(letter, StringComparison.Ordinal);

    private static string? DomainOf(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            var labels = ascii.Split('.');
            return labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
