using Collaborations.Identifiers;

namespace Collaborations.Archives;

/// <summary>Of what a zip is made. Each kind has its <see cref="IArchiveSource"/>.</summary>
public enum ArchiveKind
{
    /// <summary>The files on a case's Attachments tab; the subject is the case.</summary>
    CaseAttachments,

    /// <summary>Everything of an account's owner; the subject is the account.</summary>
    OwnData,
}

public enum ArchiveState
{
    Preparing,
    Ready,
    Failed,
}

/// <summary>Where an archive has its place: who asked, for what. There is one in each place; a newer one takes it over.</summary>
/// <param name="By">Who asked; nobody else gets it.</param>
/// <param name="Kind">Of what.</param>
/// <param name="Subject">Whose: the id that the kind says.</param>
public sealed record ArchivePlace(AccountId By, ArchiveKind Kind, Guid Subject);

/// <summary>A zip that somebody asked for.</summary>
/// <param name="Id">Names its blob.</param>
/// <param name="Place">Who asked, for what.</param>
/// <param name="Practice">Whose data is in it; null where it is of no one practice.</param>
/// <param name="State">Only what is ready can be fetched.</param>
/// <param name="Contents">The digest of what is in it: another one is another archive.</param>
/// <param name="Done">Files written.</param>
/// <param name="Files">Files in all.</param>
/// <param name="BegunAt">When it was asked for.</param>
/// <param name="ChangedAt">The last sign of life of whoever makes it; since it is ready, when that was.</param>
public sealed record Archive(
    ArchiveId Id,
    ArchivePlace Place,
    PracticeId? Practice,
    ArchiveState State,
    string Contents,
    int Done,
    int Files,
    DateTimeOffset BegunAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>Product rule: an hour after it is ready, blob and record go.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Longer than the largest file takes: whoever made it is not there any more.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    public DateTimeOffset ExpiresAt => ChangedAt + Lifetime;

    /// <summary>Whether somebody is at it.</summary>
    public bool IsBeingMade(DateTimeOffset now) => State == ArchiveState.Preparing && now < ChangedAt + LongestSilence;

    /// <summary>Whether somebody who asks for these contents now gets this one.</summary>
    public bool Serves(string contents, DateTimeOffset now) => Contents == contents && State switch
    {
        ArchiveState.Ready => now < ExpiresAt,
        _ => now < ChangedAt + LongestSilence,
    };
}

/// <summary>Nothing to put into a zip.</summary>
public sealed record NothingToArchive() : Conflict("nothing-to-archive");

/// <summary>It was tried often enough; asked once more, a new one is begun.</summary>
public sealed record ArchiveFailed() : Unavailable("archive-failed");

/// <summary>How far it is, and where it is when it is ready.</summary>
public sealed record ArchiveAnswer(ArchiveState State, int Done, int Files, Uri? Url, DateTimeOffset? ExpiresAt);
