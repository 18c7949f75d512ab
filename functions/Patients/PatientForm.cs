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
        var email = EmailAddress.Read(Email, "email", required: false, wrong)?.Value;
        var mobile = PhoneNumber.ReadOptional(Mobile, practice.Countries, "mobile", wrong)?.Value;
        var landline = PhoneNumber.ReadOptional(Landline, practice.Countries, "landline", wrong)?.Value;
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
}
