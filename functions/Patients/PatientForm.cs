using Collaborations.Accounts;
using Collaborations.Http;
using Collaborations.Practices;
using Collaborations.Verification;

namespace Collaborations.Patients;

public sealed record BirthDateInFuture() : InvalidInput("date-in-future", "birthDate");

public sealed record BirthDateTooOld() : InvalidInput("date-too-old", "birthDate");

/// <summary>A patient as somebody typed them.</summary>
public sealed record PatientForm(
    string FirstName, string LastName, string? Code, DateOnly? BirthDate, string? Email, string? Mobile, string? Landline, Language? Language)
{
    public const int LongestCode = 40;

    /// <summary>Nobody who lived in the last century was older.</summary>
    private const int OldestYears = 125;

    /// <returns>The record, with every field in its kept form; or all that is wrong at once, so that the form is mended in one go.</returns>
    public Result<Patient> Check(Practice practice, string suggestedCode, DateOnly today)
    {
        var wrong = new List<InvalidInput>();
        var first = TypedText.Read(FirstName, "firstName", TypedText.LongestName, required: true, wrong);
        var last = TypedText.Read(LastName, "lastName", TypedText.LongestName, required: true, wrong);
        var code = TypedText.Read(Code, "code", LongestCode, required: false, wrong);
        var email = ReadEmail(wrong);
        var mobile = ReadPhone(Mobile, "mobile", practice, wrong);
        var landline = ReadPhone(Landline, "landline", practice, wrong);
        if (BirthDate > today)
        {
            wrong.Add(new BirthDateInFuture());
        }
        else if (BirthDate < today.AddYears(-OldestYears))
        {
            wrong.Add(new BirthDateTooOld());
        }

        return wrong.Count == 0
            ? new Patient(first, last, code.Length > 0 ? code : suggestedCode, BirthDate, email, mobile, landline, Language ?? practice.Language, Account: null)
            : new InvalidForm(wrong);
    }

    private string? ReadEmail(List<InvalidInput> wrong)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            return null;
        }

        if (EmailAddress.TryRead(Email, out var address))
        {
            return address.Value;
        }

        wrong.Add(new EmailMalformed("email"));
        return null;
    }

    private static string? ReadPhone(string? typed, string field, Practice practice, List<InvalidInput> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (PhoneNumber.Read(typed, practice.Countries, field).IsRefused(out var refusal, out var number))
        {
            wrong.Add((InvalidInput)refusal);
            return null;
        }

        return number.Value;
    }
}
