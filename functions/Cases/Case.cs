using Collaborations.Identifiers;

namespace Collaborations.Cases;

public enum CaseStatus
{
    Open,
    Closed,
}

/// <summary>That somebody was added to a case after it had begun.</summary>
/// <param name="Member">Who.</param>
/// <param name="Times">Which time it is, from 1.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record MemberAddition(MemberId Member, int Times, MemberId By, DateTimeOffset At);

/// <summary>The room for one patient's matter.</summary>
/// <param name="Title">What it is about, for the practice's own eyes.</param>
/// <param name="Patient">Whose matter.</param>
/// <param name="Members">Who shares it; never empty.</param>
/// <param name="Status">Closed cases are read and not written.</param>
/// <param name="StatusReason">Why it was closed or opened again.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="DoctorTalk">The members' shared thread.</param>
public sealed record Case(
    string Title,
    PatientId Patient,
    IReadOnlyList<MemberId> Members,
    CaseStatus Status,
    string? StatusReason,
    DateTimeOffset CreatedAt,
    ThreadId DoctorTalk)
{
    /// <summary>When it was closed or opened again; null before the first time.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>Who closed it or opened it again.</summary>
    public MemberId? StatusBy { get; init; }

    /// <summary>The last of each member who was added, also of those who have left since.</summary>
    public IReadOnlyList<MemberAddition> Additions { get; init; } = [];

    /// <summary>Since when it is being deleted, and nobody's any more.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public MemberAddition? AdditionOf(MemberId member) => Additions.FirstOrDefault(each => each.Member == member);

    public Case Add(MemberId member, MemberId by, DateTimeOffset now) => this with
    {
        Members = [.. Members, member],
        Additions = [.. Additions.Where(each => each.Member != member), new MemberAddition(member, (AdditionOf(member)?.Times ?? 0) + 1, by, now)],
    };
}

public sealed record CaseClosed() : Conflict("case-closed");

public sealed record CaseOpen() : Conflict("case-open");

public sealed record LastMember() : Conflict("last-member");
