using Collaborations.Accounts;
using Collaborations.Collaborating.Announcing;
using Collaborations.PatientInfo;
using Collaborations.Practices;

namespace Collaborations.Collaborating.Starting;

/// <summary>What a new collaboration begins with.</summary>
/// <param name="Language">Of the email that it begins with: the practice's.</param>
/// <param name="Emails">In each language what the practice wrote, or, until it has, the product's own words.</param>
/// <param name="StandardEmails">The product's own words in each language.</param>
/// <param name="PatientInfo">What of the record is on.</param>
/// <param name="Fields">That the email may have.</param>
public sealed record CollaborationDefaults(
    Language Language,
    IReadOnlyList<CollaborationTemplate> Emails,
    IReadOnlyList<CollaborationTemplate> StandardEmails,
    IReadOnlyList<PatientInfoKind> PatientInfo,
    IReadOnlyList<string> Fields);

public sealed class CollaborationDefaultsReader(PracticeStore practices, CollaborationMail mail)
{
    public async Task<Result<CollaborationDefaults>> ReadAsync(MemberCaller caller, CancellationToken cancellation)
    {
        if (await practices.FindAsync(caller.Practice, cancellation) is not { Record: var practice })
        {
            return new NotFound();
        }

        CollaborationTemplate[] standard = [.. Enum.GetValues<Language>().Select(mail.StandardOf)];
        return new CollaborationDefaults(
            practice.Language,
            [.. standard.Select(words => practice.CollaborationEmails.FirstOrDefault(own => own.Language == words.Language) ?? words)],
            standard,
            practice.CollaborationInfo,
            EmailFields.Names);
    }
}
