using Collaborations.Accounts;
using Collaborations.Http;
using Collaborations.Practices;
using Collaborations.Verification;

namespace Collaborations.Invitations.Patients;

public sealed record EmailsDiffer() : InvalidInput("emails-differ", "confirmEmail");

/// <summary>Body of correcting an address.</summary>
public sealed record EmailTwice(string Email, string ConfirmEmail)
{
    public Result<EmailAddress> Check()
    {
        if (!EmailAddress.TryRead(Email, out var email))
        {
            return new EmailMalformed("email");
        }

        return EmailAddress.TryRead(ConfirmEmail, out var confirmed) && confirmed == email ? email : new EmailsDiffer();
    }
}

/// <summary>Body of inviting a patient.</summary>
public sealed record PatientInvitationForm(string Email, string ConfirmEmail, string? Mobile, string? Landline, string? FirstMessage)
{
    private const int LongestMessage = 20_000;

    /// <returns>What was typed in its kept form, or all that is wrong.</returns>
    public Result<CheckedInvitation> Check(Practice practice)
    {
        var wrong = new List<InvalidInput>();
        var email = new EmailTwice(Email, ConfirmEmail).Check();
        if (email.Refusal is InvalidInput bad)
        {
            wrong.Add(bad);
        }

        var mobile = Phone(Mobile, "mobile", practice, wrong);
        var landline = Phone(Landline, "landline", practice, wrong);
        var message = (FirstMessage ?? string.Empty).TrimEnd();
        if (message.Length > LongestMessage)
        {
            wrong.Add(new FieldTooLong("firstMessage"));
        }

        return wrong.Count == 0 ? new CheckedInvitation(email.Value, mobile, landline, message) : new InvalidForm(wrong);
    }

    private static string? Phone(string? typed, string field, Practice practice, List<InvalidInput> wrong)
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

public sealed record CheckedInvitation(EmailAddress Email, string? Mobile, string? Landline, string FirstMessage);
