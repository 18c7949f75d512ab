using Collaborations.Identifiers;

namespace Collaborations.Talks;

public enum TalkKind
{
    /// <summary>The case's members among themselves.</summary>
    DoctorTalk,

    /// <summary>One member and the patient, and nobody else.</summary>
    PatientTalk,

    /// <summary>A collaboration's members and collaborators.</summary>
    Collaboration,
}

/// <summary>That somebody had seen everything up to a message, and since when.</summary>
public sealed record ReadMark(int UpTo, DateTimeOffset At);

/// <param name="Id">The member's or the account's id.</param>
/// <param name="Marks">In order; the oldest are forgotten.</param>
public sealed record TalkReader(Guid Id, IReadOnlyList<ReadMark> Marks)
{
    private const int MostMarks = 50;

    public int UpTo => Marks.Count == 0 ? 0 : Marks[^1].UpTo;

    public TalkReader Read(int upTo, DateTimeOffset at) => this with { Marks = [.. Marks.TakeLast(MostMarks - 1), new ReadMark(upTo, at)] };

    public DateTimeOffset? ReadAt(int sequence) => Marks.FirstOrDefault(mark => mark.UpTo >= sequence)?.At;
}

/// <summary>A thread. What was read is part of it, so that reading a message and changing it are decided on one record: one of the two wins.</summary>
/// <param name="Kind">Who may be in it.</param>
/// <param name="Practice">Whose.</param>
/// <param name="Case">Of which case; null for a collaboration that has none.</param>
/// <param name="Owner">Patient Talk: the one member.</param>
/// <param name="Patient">Patient Talk: the one patient.</param>
/// <param name="Account">Patient Talk: the patient's, once registered.</param>
/// <param name="Sequence">Of the last message; 0 before the first.</param>
/// <param name="Readers">Those who have read something.</param>
/// <param name="CreatedAt">When it began.</param>
public sealed record Talk(
    TalkKind Kind,
    PracticeId Practice,
    CaseId? Case,
    MemberId? Owner,
    PatientId? Patient,
    AccountId? Account,
    int Sequence,
    IReadOnlyList<TalkReader> Readers,
    DateTimeOffset CreatedAt)
{
    /// <summary>Of which collaboration.</summary>
    public CollaborationId? Collaboration { get; init; }

    /// <summary>Patient Talk: since when nobody is there, because the patient closed the account.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    public static Talk BetweenMembers(PracticeId practice, CaseId @case, DateTimeOffset now) =>
        new(TalkKind.DoctorTalk, practice, @case, null, null, null, 0, [], now);

    public static Talk WithPatient(PracticeId practice, CaseId @case, MemberId owner, PatientId patient, DateTimeOffset now) =>
        new(TalkKind.PatientTalk, practice, @case, owner, patient, null, 0, [], now);

    public static Talk Of(CollaborationId collaboration, PracticeId practice, CaseId? @case, DateTimeOffset now) =>
        new(TalkKind.Collaboration, practice, @case, null, null, null, 0, [], now) { Collaboration = collaboration };

    public int UnreadOf(Guid reader) => Sequence - UpToOf(reader);

    public int UpToOf(Guid reader) => Readers.FirstOrDefault(each => each.Id == reader)?.UpTo ?? 0;

    /// <returns>
    /// The number that a reader's unread messages begin with, where this message is the first of them; 1 for somebody who has never read anything.
    /// Null where they have been told of an earlier one.
    /// </returns>
    public int? FirstUnreadOf(Guid reader, int sequence) => UpToOf(reader) is var upTo && upTo == 0 ? 1 : upTo == sequence - 1 ? sequence : null;

    /// <summary>Whether anybody but its author has seen it.</summary>
    public bool IsReadByOthers(int sequence, Guid author) => Readers.Any(reader => reader.Id != author && reader.UpTo >= sequence);

    public Talk Read(Guid reader, int upTo, DateTimeOffset at)
    {
        var before = Readers.FirstOrDefault(each => each.Id == reader) ?? new TalkReader(reader, []);
        return upTo <= before.UpTo ? this : this with { Readers = [.. Readers.Where(each => each.Id != reader), before.Read(upTo, at)] };
    }
}

public enum Side
{
    Practice,
    Patient,
    Collaborator,
}

public enum MessageState
{
    Sent,
    Corrected,
    Withdrawn,
}

/// <param name="Id">Made of the sender's key for it: sent again, it is the same.</param>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Side">Whose.</param>
/// <param name="Author">The member's or the account's id.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Text">As it is now; empty where it was withdrawn.</param>
/// <param name="Files">With it.</param>
/// <param name="State">Corrected and withdrawn messages keep what they were.</param>
/// <param name="ChangedAt">When it was corrected or withdrawn.</param>
/// <param name="Changes">How often it was changed; what it said before is kept for the audit.</param>
public sealed record Message(
    MessageId Id,
    int Sequence,
    Side Side,
    Guid Author,
    DateTimeOffset At,
    string Text,
    IReadOnlyList<FileId> Files,
    MessageState State,
    DateTimeOffset? ChangedAt,
    int Changes);
