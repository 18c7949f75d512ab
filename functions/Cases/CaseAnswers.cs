using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;

namespace Collaborations.Cases;

public sealed record MemberName(MemberId MemberId, string Name, MemberRole Role);

public sealed record CaseSummary(
    CaseId CaseId, string Title, PatientSummary Patient, CaseStatus Status, bool Unread, DateTimeOffset LastActivityAt, IReadOnlyList<string> Members);

public sealed record CaseList(IReadOnlyList<CaseSummary> Cases, string? Cursor);

/// <param name="CaseId">Which.</param>
/// <param name="Title">Of the case.</param>
/// <param name="Patient">Whose.</param>
/// <param name="Status">Open or closed.</param>
/// <param name="StatusReason">In a member's words.</param>
/// <param name="Members">Of the case.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="DoctorTalkId">The members' thread.</param>
/// <param name="DoctorTalkUnread">Messages.</param>
/// <param name="PatientTalkUnread">Messages of the asking member's own thread; of nobody else's.</param>
/// <param name="Attachments">How many.</param>
/// <param name="Mine">Whether the asking member is one of the case's.</param>
public sealed record CaseAnswer(
    CaseId CaseId,
    string Title,
    PatientSummary Patient,
    CaseStatus Status,
    string? StatusReason,
    IReadOnlyList<MemberName> Members,
    DateTimeOffset CreatedAt,
    ThreadId DoctorTalkId,
    int DoctorTalkUnread,
    int PatientTalkUnread,
    int Attachments,
    bool Mine);
