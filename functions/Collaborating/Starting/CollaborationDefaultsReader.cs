using Collaborations.Collaborating.Announcing;
using Collaborations.PatientInfo;
using Collaborations.Practices;

namespace Collaborations.Collaborating.Starting;

/// <summary>What a new collaboration begins with.</summary>
/// <param name="Email">The practice's template.</param>
/// <param name="PatientInfo">What of the record is on.</param>
/// <param name="Fields">That the email may have.</param>
public sealed record CollaborationDefaults(CollaborationEmail Email, IReadOnlyList<PatientInfoKind> PatientInfo, IReadOnlyList<string> Fields);

public sealed class CollaborationDefaultsReader(PracticeStore practices, CollaborationMail mail)
{
    public async Task<Result<CollaborationDefaults>> ReadAsync(MemberCaller caller, CancellationToken cancellation) =>
        await practices.FindAsync(caller.Practice, cancellation) is { Record: var practice }
            ? new CollaborationDefaults(mail.TemplateOf(practice), practice.CollaborationInfo, EmailFields.Names)
            : new NotFound();
}
