using Collaborations.Accounts;
using Collaborations.Accounts.Sessions;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Practices.Retention;

namespace Collaborations.Practices;

/// <summary>A clinic.</summary>
/// <param name="Name">As its patients know it.</param>
/// <param name="Language">Of what it sends to somebody who has not chosen one.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Countries">That codes may go to, ISO 3166-1 alpha-2; its own first.</param>
/// <param name="BirthDateCheck">Whether a patient who registers is asked for the birth date.</param>
/// <param name="OnlyNumbersOnFile">Whether codes go only to numbers that the directory has.</param>
/// <param name="DailyCodeCap">Codes a day, for all its patients together.</param>
/// <param name="SecondStepPatients">Whether patients are asked for a code at every sign-in.</param>
/// <param name="SecondStepProfessionals">Whether members are.</param>
public sealed record Practice(
    string Name,
    Language Language,
    string TimeZone,
    IReadOnlyList<string> Countries,
    bool BirthDateCheck,
    bool OnlyNumbersOnFile,
    int DailyCodeCap,
    bool SecondStepPatients,
    bool SecondStepProfessionals)
{
    public const int UsualDailyCodeCap = 500;

    /// <summary>Product rule; a practice may shorten it.</summary>
    public const int LongestIdleMinutes = 30;

    /// <summary>Whether passwords follow the older rules: 8 characters of four kinds, none of the last six.</summary>
    public bool ClassicPasswords { get; init; }

    /// <summary>After how many days a password ends; null where it does not. Only with the older rules.</summary>
    public int? PasswordDays { get; init; }

    /// <summary>How long closed cases and collaborations are kept; null for ever.</summary>
    public RetentionRule? Retention { get; init; }

    /// <summary>Types of contacts that this practice has beside those that every practice has.</summary>
    public IReadOnlyList<string> ContactTypes { get; init; } = [];

    /// <summary>Minutes without a request of the person's own after which a session is over.</summary>
    public int IdleMinutes { get; init; } = LongestIdleMinutes;

    /// <summary>The email that a new collaboration begins with, by language; the product's own words in those that are missing.</summary>
    public IReadOnlyList<CollaborationTemplate> CollaborationEmails { get; init; } = [];

    /// <summary>Standard Patient Info that is on when a collaboration begins. Ours: what every colleague has to know before they treat somebody.</summary>
    public IReadOnlyList<PatientInfoKind> CollaborationInfo { get; init; } =
        [PatientInfoKind.Demographics, PatientInfoKind.Allergies, PatientInfoKind.Problems, PatientInfoKind.Medications];

    /// <summary>How somebody is told who has not chosen; by email what is not named.</summary>
    public IReadOnlyList<NotificationChoice> Notifications { get; init; } = [];
}

/// <summary>What a member is by profession.</summary>
public enum MemberRole
{
    Doctor,
    Staff,
}

/// <summary>Somebody who works at a practice.</summary>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Email">Where they were invited.</param>
/// <param name="Role">By profession.</param>
/// <param name="Manager">May change people and settings, and read the audit.</param>
/// <param name="CaseManager">Sees all cases of the practice.</param>
/// <param name="Account">Null until they have registered.</param>
/// <param name="Disabled">Has no access any more.</param>
/// <param name="Invitation">Null for the first, whom nobody invited.</param>
public sealed record Member(
    string FirstName,
    string LastName,
    string Email,
    MemberRole Role,
    bool Manager,
    bool CaseManager,
    AccountId? Account,
    bool Disabled,
    InvitationId? Invitation)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>Who asks: a member of the practice whose route this is.</summary>
public sealed record MemberCaller(Caller Caller, PracticeId Practice, MemberId Id, Member Member);
