using Collaborations.Collaborating.Tracking;
using Collaborations.Identifiers;

namespace Collaborations.Collaborating.Sharing;

/// <summary>Where a collaboration stands for one collaborator.</summary>
public enum SharedState
{
    /// <summary>The message was not opened yet.</summary>
    Waiting,
    Open,

    /// <summary>Read, and not written.</summary>
    Closed,

    /// <summary>Somebody ended the access.</summary>
    Removed,
}

public sealed record SharedPatient(string Name, DateOnly? BirthDate);

public sealed record FellowCollaborator(string Name, string? Organisation, bool Mine);

/// <summary>What was shared, as it was when it was opened.</summary>
public sealed record SharedContent(
    SharedPatient Patient, string Message, IReadOnlyList<CollaborationAttachment> Attachments, IReadOnlyList<FellowCollaborator> Collaborators, ThreadId ThreadId);

/// <param name="CollaborationId">Which.</param>
/// <param name="Number">That people say.</param>
/// <param name="PracticeId">That shares.</param>
/// <param name="PracticeName">Its name.</param>
/// <param name="MemberName">Who started it.</param>
/// <param name="State">For the caller.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Unread">Messages after the first.</param>
/// <param name="Content">Null before it was opened, and for somebody without access.</param>
/// <param name="Reason">Why the access was ended.</param>
public sealed record SharedCollaboration(
    CollaborationId CollaborationId,
    int Number,
    PracticeId PracticeId,
    string PracticeName,
    string MemberName,
    SharedState State,
    DateTimeOffset StartedAt,
    int Unread,
    SharedContent? Content,
    string? Reason);

public sealed record SharedCollaborationItem(
    CollaborationId CollaborationId, int Number, string PracticeName, string MemberName, SharedState State, DateTimeOffset LastAt, int Unread);

public sealed record SharedCollaborationList(IReadOnlyList<SharedCollaborationItem> Collaborations, string? Cursor);
