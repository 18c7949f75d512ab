using Collaborations.Accounts;
using Collaborations.Collaborating;
using Collaborations.Collaborating.Announcing;
using Collaborations.Http;
using Collaborations.PatientInfo;
using Collaborations.Practices.Retention;
using PhoneNumbers;

namespace Collaborations.Practices.Settings;

public sealed record CountryUnknown() : InvalidInput("country-unknown", "countries");

public sealed record PasswordDaysOutOfRange() : InvalidInput("password-days-out-of-range", "passwordDays");

public sealed record IdleMinutesOutOfRange() : InvalidInput("idle-minutes-out-of-range", "idleMinutes");

public sealed record RetentionOutOfRange() : InvalidInput("retention-out-of-range", "retentionYears");

public sealed record CodeCapOutOfRange() : InvalidInput("out-of-range", "dailyCodeCap");

public sealed record ContactTypesTooMany() : InvalidInput("contact-types-too-many", "contactTypes");

public sealed record ContactTypeTwice() : InvalidInput("contact-type-twice", "contactTypes");

/// <summary>A practice's settings, as its managers read and write them.</summary>
public sealed record PracticeSettings(
    string Name,
    Language Language,
    string TimeZone,
    IReadOnlyList<string> Countries,
    bool BirthDateCheck,
    bool OnlyNumbersOnFile,
    bool SecondStepPatients,
    bool SecondStepProfessionals,
    int DailyCodeCap,
    bool ClassicPasswords,
    int? PasswordDays,
    int IdleMinutes,
    IReadOnlyList<NotificationChoice> Notifications,
    IReadOnlyList<string> ContactTypes,
    IReadOnlyList<CollaborationTemplate>? CollaborationEmails,
    IReadOnlyList<PatientInfoKind>? CollaborationInfo,
    int? RetentionYears)
{
    private const int MostCountries = 50;

    /// <summary>Ours: a flood is stopped, a clinic of a hundred doctors is not.</summary>
    private const int HighestCodeCap = 10_000;

    /// <summary>Ours: shorter makes people write passwords down, longer ends none.</summary>
    private const int ShortestPasswordDays = 30;
    private const int LongestPasswordDays = 730;

    /// <summary>Ours: the warning comes two minutes before, and somebody has to have time to type.</summary>
    private const int ShortestIdleMinutes = 5;

    public static PracticeSettings Of(Practice practice) => new(
        practice.Name,
        practice.Language,
        practice.TimeZone,
        practice.Countries,
        practice.BirthDateCheck,
        practice.OnlyNumbersOnFile,
        practice.SecondStepPatients,
        practice.SecondStepProfessionals,
        practice.DailyCodeCap,
        practice.ClassicPasswords,
        practice.PasswordDays,
        practice.IdleMinutes,
        [.. Enum.GetValues<NotificationEvent>().Select(about => NotificationChoice.Of(about, practice.Notifications))],
        practice.ContactTypes,
        practice.CollaborationEmails,
        practice.CollaborationInfo,
        practice.Retention?.Years);

    /// <returns>The practice with these settings, or all that is wrong with them.</returns>
    public Result<Practice> Check()
    {
        var wrong = new List<InvalidInput>();
        var name = TypedText.Read(Name, "name", TypedText.LongestName, required: true, wrong);
        if (!TimeZones.IsKnown(TimeZone))
        {
            wrong.Add(new TimeZoneUnknown());
        }

        var known = PhoneNumberUtil.GetInstance().GetSupportedRegions();
        string[] countries = [.. Countries.Select(country => country.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        if (countries.Length is 0 or > MostCountries || !countries.All(known.Contains))
        {
            wrong.Add(new CountryUnknown());
        }

        if (DailyCodeCap is < 1 or > HighestCodeCap)
        {
            wrong.Add(new CodeCapOutOfRange());
        }

        if (PasswordDays is < ShortestPasswordDays or > LongestPasswordDays || (PasswordDays is not null && !ClassicPasswords))
        {
            wrong.Add(new PasswordDaysOutOfRange());
        }

        if (IdleMinutes is < ShortestIdleMinutes or > Practice.LongestIdleMinutes)
        {
            wrong.Add(new IdleMinutesOutOfRange());
        }

        if (RetentionYears is < RetentionRule.Shortest or > RetentionRule.Longest)
        {
            wrong.Add(new RetentionOutOfRange());
        }

        var types = ReadContactTypes(wrong);
        var emails = ReadEmails(wrong);
        return wrong.Count == 0
            ? new Practice(
                name, Language, TimeZone, countries, BirthDateCheck, OnlyNumbersOnFile, DailyCodeCap, SecondStepPatients, SecondStepProfessionals)
            {
                ClassicPasswords = ClassicPasswords,
                PasswordDays = PasswordDays,
                IdleMinutes = IdleMinutes,
                Notifications = [.. Notifications.DistinctBy(choice => choice.Event)],
                ContactTypes = types,
                CollaborationEmails = emails,
                CollaborationInfo = [.. (CollaborationInfo ?? []).Distinct().Order()],
            }
            : new InvalidForm(wrong);
    }

    private List<CollaborationTemplate> ReadEmails(List<InvalidInput> wrong)
    {
        var emails = new List<CollaborationTemplate>();
        foreach (var typed in (CollaborationEmails ?? []).DistinctBy(email => email.Language).OrderBy(email => email.Language))
        {
            var field = $"collaborationEmails.{Languages.Tag(typed.Language)}";
            var email = EmailFields.Read(new CollaborationEmail(typed.Subject, typed.Text), field, wrong);
            emails.Add(new CollaborationTemplate(typed.Language, email.Subject, email.Text));
        }

        return emails;
    }

    private List<string> ReadContactTypes(List<InvalidInput> wrong)
    {
        var types = new List<string>();
        if (ContactTypes.Count > Contacts.ContactTypes.MostOwn)
        {
            wrong.Add(new ContactTypesTooMany());
            return types;
        }

        foreach (var typed in ContactTypes)
        {
            var name = TypedText.Read(typed, "contactTypes", Contacts.ContactTypes.LongestName, required: true, wrong);
            if (Contacts.ContactTypes.Find(name, types) is not null)
            {
                wrong.Add(new ContactTypeTwice());
            }

            types.Add(name);
        }

        return types;
    }
}
