using Collaborations.Identifiers;

namespace Collaborations.Cases;

public enum CaseStatus
{
    Open,
    Closed,
}

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

    /// <summary>Since when it is being deleted, and nobody's any more.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}

public sealed record CaseClosed() : Conflict("case-closed");

public sealed record CaseOpen() : Conflict("case-open");

public sealed record LastMember() : Conflict("last-member");
