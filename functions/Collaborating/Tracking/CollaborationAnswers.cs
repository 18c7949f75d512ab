using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Patients;
using Collaborations.Talks;

namespace Collaborations.Collaborating.Tracking;

/// <summary>Where a collaborator stands, for the members.</summary>
public enum CollaboratorState
{
    Queued,
    Sent,
    Delivered,
    Bounced,
    Expired,
    Read,
    Removed,
}

public sealed record CollaboratorAnswer(
    ContactId ContactId,
    string Name,
    string Email,
    string? Organisation,
    CollaboratorState State,
    DateTimeOffset AddedAt,
    DateTimeOffset? ReadAt,
    DateTimeOffset? RemovedAt,
    string? RemovedBy,
    string? RemovalReason);

public sealed record CollaborationAttachment(FileAnswer File, PatientInfoKind? PatientInfo);

/// <summary>A collaboration as members see it.</summary>
/// <param name="CollaborationId">Which.</param>
/// <param name="Number">That people say.</param>
/// <param name="State">Now.</param>
/// <param name="Patient">About whom.</param>
/// <param name="CaseId">Of which case.</param>
/// <param name="Starter">Name.</param>
/// <param name="Mine">Whether the caller started it.</param>
/// <param name="Email">As it was edited, with its fields.</param>
/// <param name="Message">As it is now.</param>
/// <param name="Version">To name with an edit.</param>
/// <param name="StartedAt">When it was sent.</param>
/// <param name="LocksAt">When the edit window ends by itself.</param>
/// <param name="CanEdit">Now, by the caller.</param>
/// <param name="FirstRead">Who ended the window.</param>
/// <param name="Collaborators">Those who were removed too.</param>
/// <param name="Attachments">In order.</param>
/// <param name="ThreadId">Answers and what follows.</param>
/// <param name="Unread">For the caller.</param>
/// <param name="StatusReason">Why it was closed or opened again.</param>
public sealed record CollaborationAnswer(
    CollaborationId CollaborationId,
    int Number,
    CollaborationState State,
    PatientSummary Patient,
    CaseId? CaseId,
    string Starter,
    bool Mine,
    CollaborationEmail Email,
    string Message,
    int Version,
    DateTimeOffset StartedAt,
    DateTimeOffset LocksAt,
    bool CanEdit,
    ReadReceipt? FirstRead,
    IReadOnlyList<CollaboratorAnswer> Collaborators,
    IReadOnlyList<CollaborationAttachment> Attachments,
    ThreadId ThreadId,
    int Unread,
    string? StatusReason);

public sealed record CollaborationSummary(
    CollaborationId CollaborationId,
    int Number,
    CollaborationState State,
    PatientSummary Patient,
    CaseId? CaseId,
    string Starter,
    bool Mine,
    IReadOnlyList<string> Collaborators,
    DateTimeOffset StartedAt,
    DateTimeOffset LastAt,
    int Unread);

public sealed record CollaborationList(IReadOnlyList<CollaborationSummary> Collaborations, string? Cursor);
