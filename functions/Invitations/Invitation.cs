using System.Text.Json.Serialization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Patients;
using Collaborations.Verification;

namespace Collaborations.Invitations;

public enum InvitationKind
{
    Patient,
    Member,
    Collaborator,
}

/// <summary>Where a registration stands: the step that is next, or how it ended. In the order of the product's section 3.</summary>
public enum RegistrationStage
{
    BirthDate,
    Phone,
    Delivery,
    Code,
    Terms,
    Password,
    SignIn,
    Done,
    Locked,
    Withdrawn,
    Expired,
    Replaced,
}

/// <summary>What the inviter sees on the timeline.</summary>
public enum InvitationEventKind
{
    Queued,
    Sent,
    Delivered,
    Bounced,
    Opened,
    BirthDateAnswered,
    BirthDateWrong,
    PhoneChosen,
    CodeSent,
    CodeFailed,
    CodeAnswered,
    TermsAccepted,
    PasswordSet,
    SignedIn,
    Reminded,
    Locked,
    Withdrawn,
    Resent,
    AddressCorrected,
    Expired,
    NewLinkAsked,
}

public sealed record InvitationEvent(InvitationEventKind Kind, DateTimeOffset At);

/// <summary>A number that a person registering may have the code sent to.</summary>
public sealed record RegistrationPhone(PhoneId Id, string Number, PhoneKind Kind, bool OnFile)
{
    /// <returns>The numbers that the practice's directory has of a patient.</returns>
    public static IReadOnlyList<RegistrationPhone> OnFileOf(Patient patient, IdGenerator ids) =>
    [
        .. new[] { (Number: patient.Mobile, Kind: PhoneKind.Cell), (Number: patient.Landline, Kind: PhoneKind.Landline) }
            .Where(phone => phone.Number is not null)
            .Select(phone => new RegistrationPhone(ids.New<PhoneId>(), phone.Number!, phone.Kind, OnFile: true)),
    ];
}

/// <summary>How far the person has come.</summary>
/// <param name="BirthDateTriesLeft">Three wrong answers lock the invitation.</param>
/// <param name="Browser">Keyed digest of the cookie of the browser that goes through the steps; null before the first.</param>
/// <param name="Identified">The birth date was right, or is not asked.</param>
/// <param name="Phones">Those that may be chosen.</param>
/// <param name="PhonesChosen">Step 2 is done.</param>
/// <param name="Phone">To which the code goes; null where that number was taken away again.</param>
/// <param name="Challenge">The code's; it goes on counting what is guessed wrongly where another number is chosen.</param>
/// <param name="Verified">The code was right.</param>
/// <param name="TermsVersion">Accepted.</param>
/// <param name="Account">Made by the password, or there before; the link is used up.</param>
public sealed record RegistrationProgress(
    int BirthDateTriesLeft,
    string? Browser,
    bool Identified,
    IReadOnlyList<RegistrationPhone> Phones,
    bool PhonesChosen,
    PhoneId? Phone,
    ChallengeId? Challenge,
    bool Verified,
    string? TermsVersion,
    AccountId? Account)
{
    public const int BirthDateTries = 3;

    public static RegistrationProgress Start(bool asksBirthDate) =>
        new(BirthDateTries, null, !asksBirthDate, [], PhonesChosen: false, null, null, Verified: false, null, null);
}

/// <summary>An invitation and the registration behind it. See the readme of this folder for its states.</summary>
/// <param name="Kind">Of whom.</param>
/// <param name="Practice">That invites.</param>
/// <param name="Inviter">Who is told what becomes of it.</param>
/// <param name="Subject">The patient's, the member's or the contact's id.</param>
/// <param name="Case">Patients: from which case.</param>
/// <param name="Thread">Patients: the talk that waits for them.</param>
/// <param name="Email">Where it goes, in its kept form.</param>
/// <param name="Language">Of the mails and the pages.</param>
/// <param name="AsksBirthDate">The practice's setting as it was when the invitation was sent.</param>
/// <param name="Generation">Of the link; a newer one ends the older.</param>
/// <param name="Nonce">From which, with the key, the link follows.</param>
/// <param name="SentAt">When this generation began.</param>
/// <param name="Ending">Null while it is open.</param>
/// <param name="Progress">Of the registration.</param>
/// <param name="Timeline">Oldest first.</param>
public sealed record Invitation(
    InvitationKind Kind,
    PracticeId Practice,
    MemberId Inviter,
    Guid Subject,
    CaseId? Case,
    ThreadId? Thread,
    string Email,
    Language Language,
    bool AsksBirthDate,
    int Generation,
    string Nonce,
    DateTimeOffset SentAt,
    RegistrationStage? Ending,
    RegistrationProgress Progress,
    IReadOnlyList<InvitationEvent> Timeline)
{
    public const string LinkPurpose = "invitation";

    /// <summary>Product rule.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private const int LongestTimeline = 200;
    private const int FormerNoncesKept = 10;

    /// <summary>Collaborators: what waits for them.</summary>
    public CollaborationId? Collaboration { get; init; }

    /// <summary>Collaborators: which asking for an email this generation of the link answers, so that it is answered once.</summary>
    public string? AskedFor { get; init; }

    /// <summary>Whom it is for, as their own records name them.</summary>
    [JsonIgnore]
    public string For => Kind switch
    {
        InvitationKind.Patient => PatientId.From(Subject).ToString(),
        InvitationKind.Member => MemberId.From(Subject).ToString(),
        _ => ContactId.From(Subject).ToString(),
    };

    public DateTimeOffset ExpiresAt => SentAt + Lifetime;

    /// <summary>What is next, by what is on record. The clock ends a link by itself, whether or not a timer has said so yet.</summary>
    public RegistrationStage StageAt(DateTimeOffset now) => Progress switch
    {
        _ when Ending is { } ending => ending,
        { Account: null } when now >= ExpiresAt => RegistrationStage.Expired,
        { Account: not null } => RegistrationStage.SignIn,
        { Identified: false } => RegistrationStage.BirthDate,
        { PhonesChosen: false } => RegistrationStage.Phone,
        { Challenge: null } or { Phone: null } => RegistrationStage.Delivery,
        { Verified: false } => RegistrationStage.Code,
        { TermsVersion: null } => RegistrationStage.Terms,
        _ => RegistrationStage.Password,
    };

    /// <param name="practice">Its own.</param>
    public PracticeTie TieTo(Practices.Practice practice) => new(Practice, practice, Kind == InvitationKind.Patient);

    /// <summary>Of its patients a practice has numbers; of whom it invites otherwise it has none, and they could never register.</summary>
    public bool OnlyNumbersOnFile(Practices.Practice practice) => practice.OnlyNumbersOnFile && Kind == InvitationKind.Patient;

    /// <summary>By its own timeline: whether somebody may have it sent once more, to the same or another address.</summary>
    /// <returns>Null where they may.</returns>
    public SentTooOften? WhyNotAgain(DateTimeOffset now) => SendingAgain.WhyNot(
        [
            .. Timeline
                .Where(each => each.Kind is InvitationEventKind.Queued or InvitationEventKind.Resent or InvitationEventKind.AddressCorrected)
                .Select(each => each.At),
        ],
        now);

    public Invitation Note(InvitationEventKind kind, DateTimeOffset at) =>
        this with { Timeline = [.. Timeline.TakeLast(LongestTimeline - 1), new InvitationEvent(kind, at)] };

    public Invitation End(RegistrationStage ending, InvitationEventKind kind, DateTimeOffset at) => (this with { Ending = ending }).Note(kind, at);

    /// <summary>Nonces of the links before this one that went to the same address, oldest first: their emails can still ask for a new link.</summary>
    public IReadOnlyList<string> FormerNonces { get; init; } = [];

    /// <summary>A new link, to the same or another address; the person begins anew, and everything before is over.</summary>
    public Invitation Renew(string email, string nonce, InvitationEventKind kind, DateTimeOffset at) => (this with
    {
        FormerNonces = email == Email ? [.. FormerNonces.TakeLast(FormerNoncesKept - 1), Nonce] : [],
        Email = email,
        Generation = Generation + 1,
        Nonce = nonce,
        SentAt = at,
        Ending = null,
        Progress = RegistrationProgress.Start(AsksBirthDate) with { Phones = AsksBirthDate ? [] : [.. Progress.Phones.Where(phone => phone.OnFile)] },
    }).Note(kind, at);
}
