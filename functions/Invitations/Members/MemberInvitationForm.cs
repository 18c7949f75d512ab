using Collaborations.Http;
using Collaborations.Invitations.Patients;
using Collaborations.Practices;

namespace Collaborations.Invitations.Members;

/// <summary>Body of inviting a member.</summary>
public sealed record MemberInvitationForm(
    string FirstName, string LastName, string Email, string ConfirmEmail, MemberRole Role, bool Manager, bool CaseManager)
{
    /// <returns>The member to be, or all that is wrong.</returns>
    public Result<Member> Check()
    {
        var wrong = new List<InvalidInput>();
        var first = TypedText.Read(FirstName, "firstName", TypedText.LongestName, required: true, wrong);
        var last = TypedText.Read(LastName, "lastName", TypedText.LongestName, required: true, wrong);
        var email = new EmailTwice(Email, ConfirmEmail).Check();
        if (email.Refusal is InvalidInput bad)
        {
            wrong.Add(bad);
        }

        return wrong.Count == 0
            ? new Member(first, last, email.Value.Value, Role, Manager, CaseManager, Account: null, Disabled: false, Invitation: null)
            : new InvalidForm(wrong);
    }
}
