using Collaborations.Files;
using Collaborations.Identifiers;

namespace Collaborations.Talks;

public sealed record AuthorAnswer(string Name, bool Mine, Side Side);

public sealed record ReadReceipt(string Name, DateTimeOffset At);

/// <param name="MessageId">Which.</param>
/// <param name="Sequence">Its place in the thread.</param>
/// <param name="Author">Whose.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Text">Empty where it was withdrawn.</param>
/// <param name="Files">With it.</param>
/// <param name="State">Whether it was corrected or withdrawn.</param>
/// <param name="CorrectedAt">When.</param>
/// <param name="ReadBy">Everyone else who has seen it.</param>
/// <param name="CanChange">Mine, and read by nobody yet.</param>
/// <param name="Delivered">Somebody is there who can read it.</param>
public sealed record MessageAnswer(
    MessageId MessageId,
    int Sequence,
    AuthorAnswer Author,
    DateTimeOffset At,
    string Text,
    IReadOnlyList<FileAnswer> Files,
    MessageState State,
    DateTimeOffset? CorrectedAt,
    IReadOnlyList<ReadReceipt> ReadBy,
    bool CanChange,
    bool Delivered);

public sealed record ThreadAnswer(
    ThreadId ThreadId,
    TalkKind Kind,
    PracticeId PracticeId,
    string PracticeName,
    string Subject,
    string? WithName,
    CaseId? CaseId,
    CollaborationId? CollaborationId,
    bool Closed,
    int Unread,
    IReadOnlyList<MessageAnswer> Messages,
    bool More);

public sealed record InboxItem(
    ThreadId ThreadId, TalkKind Kind, string PracticeName, string MemberName, string FirstLine, DateTimeOffset LastAt, int Unread, bool HasFiles);

public sealed record Inbox(IReadOnlyList<InboxItem> Items, string? Cursor);

public sealed record UnreadCount(int Count);
