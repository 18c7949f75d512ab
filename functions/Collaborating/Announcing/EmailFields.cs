using System.Globalization;
using System.Text.RegularExpressions;
using Collaborations.Http;
using Collaborations.Patients;

namespace Collaborations.Collaborating.Announcing;

public sealed record FieldUnknown(string Name) : InvalidInput("field-unknown", Name);

/// <summary>The email would say whom the collaboration is about, or what.</summary>
public sealed record EmailNotPrivate(string Name) : InvalidInput("email-not-private", Name);

/// <summary>What stands for a field.</summary>
public sealed record FieldValues(string Collaborator, string Member, string Practice, int Number);

/// <summary>
/// Reads and fills what a member or a practice wrote for the email. It only announces: there is no field for anything about the patient, and
/// neither the patient's name or code nor the message may be typed into it.
/// </summary>
public static partial class EmailFields
{
    public const int LongestSubject = 200;
    public const int LongestText = 4000;

    /// <summary>Ours: a shorter message, such as "Thank you", is also a part of polite emails.</summary>
    private const int ShortestMessage = 20;
    private const string Number = "number";

    public static IReadOnlyList<string> Names { get; } = ["collaborator", "member", "practice", Number];

    /// <returns>The email in its kept form; adds what is wrong with it.</returns>
    public static CollaborationEmail Read(CollaborationEmail typed, string field, IList<InvalidInput> wrong)
    {
        var subject = TypedText.Read(typed.Subject, $"{field}.subject", LongestSubject, required: true, wrong);
        var text = TypedText.ReadLines(typed.Text, $"{field}.text", LongestText, required: true, wrong);
        foreach (var (name, written) in new[] { ("subject", subject), ("text", text) })
        {
            if (Field().Matches(written).Any(found => !Names.Contains(found.Groups[1].Value, StringComparer.Ordinal)))
            {
                wrong.Add(new FieldUnknown($"{field}.{name}"));
            }
        }

        return new CollaborationEmail(subject, text);
    }

    public static void CheckPrivacy(CollaborationEmail email, Patient patient, string message, IList<InvalidInput> wrong)
    {
        string?[] secrets =
        [
            patient.Name,
            $"{patient.LastName} {patient.FirstName}",
            $"{patient.LastName}, {patient.FirstName}",
            patient.Code,
            message.Length >= ShortestMessage ? message : null,
        ];
        foreach (var (name, written) in new[] { ("email.subject", email.Subject), ("email.text", email.Text) })
        {
            if (secrets.Any(secret => Holds(written, secret)))
            {
                wrong.Add(new EmailNotPrivate(name));
            }
        }
    }

    /// <summary>The number stands in every subject, also where its field was deleted.</summary>
    public static CollaborationEmail Fill(CollaborationEmail email, FieldValues values)
    {
        var subject = email.Subject.Contains($"{{{Number}}}", StringComparison.Ordinal) ? email.Subject : $"{email.Subject} [{{{Number}}}]";
        return new CollaborationEmail(Fill(subject, values), Fill(email.Text, values));
    }

    // In one pass: a name that looks like a field is a name.
    private static string Fill(string text, FieldValues values) => Field().Replace(text, found => found.Groups[1].Value switch
    {
        "collaborator" => values.Collaborator,
        "member" => values.Member,
        "practice" => values.Practice,
        Number => values.Number.ToString(CultureInfo.InvariantCulture),
        _ => found.Value,
    });

    // Accents and capitals are typed or left out; "Ada" is not in "Adaptation".
    private static bool Holds(string text, string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            return false;
        }

        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions Folded = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        for (var from = 0; from < text.Length;)
        {
            var at = compare.IndexOf(text.AsSpan(from), secret, Folded, out var length);
            if (at < 0)
            {
                return false;
            }

            var (start, end) = (from + at, from + at + length);
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }

            from = start + 1;
        }

        return false;
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Field();
}
