using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Invitations.Members;
using Collaborations.Practices;
using Collaborations.Practices.Settings;

namespace Collaborations.Operating.Practices;

/// <summary>Body of making a practice with its first manager; everything else its manager sets.</summary>
/// <param name="Name">As its patients know it.</param>
/// <param name="Language">Of what it sends to somebody who has not chosen one.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Countries">ISO 3166-1 alpha-2; its own first.</param>
/// <param name="ManagerFirstName">Given name.</param>
/// <param name="ManagerLastName">Family name.</param>
/// <param name="ManagerEmail">Where the invitation goes.</param>
/// <param name="ManagerRole">By profession.</param>
/// <param name="PracticeId">Of the practice to be, so that asked again it is the same; null for a new one each time.</param>
public sealed record NewPractice(
    string Name,
    Language Language,
    string TimeZone,
    IReadOnlyList<string> Countries,
    string ManagerFirstName,
    string ManagerLastName,
    string ManagerEmail,
    MemberRole ManagerRole,
    PracticeId? PracticeId = null)
{
    /// <returns>The practice to be, or all that is wrong with it.</returns>
    public Result<Practice> Check() => PracticeSettings.Of(
        new Practice(
            Name, Language, TimeZone, Countries, BirthDateCheck: true, OnlyNumbersOnFile: false, Practice.UsualDailyCodeCap, SecondStepPatients: false, SecondStepProfessionals: true))
        .Check();

    public MemberInvitationForm Manager() =>
        new(ManagerFirstName, ManagerLastName, ManagerEmail, ManagerEmail, ManagerRole, Manager: true, CaseManager: false);
}

/// <summary>The ids of what was made.</summary>
public sealed record MadePractice(PracticeId PracticeId, MemberId MemberId);

/// <summary>There is another practice of this id, or this one has another first manager: it is no repeat.</summary>
public sealed record PracticeIdTaken() : Conflict("practice-id-taken");

/// <summary>Somebody has registered at this practice: a manager of its own sends invitations.</summary>
public sealed record PracticeHasMembers() : Conflict("practice-has-members");
