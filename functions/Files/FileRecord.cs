using System.Text.Json.Serialization;
using Collaborations.Documents;
using Collaborations.Identifiers;

namespace Collaborations.Files;

public enum FileState
{
    Uploading,
    Checking,
    Ready,
    Quarantined,
}

/// <summary>Why a file is held back.</summary>
public enum FileReason
{
    Malware,
    TypeMismatch,
    TooLarge,
    Empty,
    Broken,
}

public enum FileKind
{
    Image,
    Pdf,
    Document,
    Other,
}

/// <summary>What is known of a file. Its content is in a blob that is named by the file's id alone.</summary>
/// <param name="Practice">Whose.</param>
/// <param name="Case">Of which case.</param>
/// <param name="Thread">Uploaded for a message of this thread; null for an attachment of the case.</param>
/// <param name="Uploader">The member's or the account's id.</param>
/// <param name="FromPatient">Whether a patient sent it.</param>
/// <param name="Name">As its owner named it.</param>
/// <param name="ContentType">By its name's ending; what it is served as.</param>
/// <param name="Kind">For filters and icons.</param>
/// <param name="Size">Bytes: as announced, then as counted.</param>
/// <param name="State">Only what is ready can be fetched.</param>
/// <param name="Reason">Why it is held back.</param>
/// <param name="CreatedAt">When the upload began.</param>
/// <param name="Message">The message it was sent with; until then only its uploader sees it.</param>
public sealed record FileRecord(
    PracticeId Practice,
    CaseId Case,
    ThreadId? Thread,
    Guid Uploader,
    bool FromPatient,
    string Name,
    string ContentType,
    FileKind Kind,
    long Size,
    FileState State,
    FileReason? Reason,
    DateTimeOffset CreatedAt,
    MessageId? Message)
{
    /// <summary>In whose library it is; null for a file of a case, and for one of the practice's own library.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>Uploaded to be attached to a collaboration about this patient; its uploader's alone until it is.</summary>
    public PatientId? ForCollaborationOn { get; init; }

    /// <summary>Whether it is in the practice's own library.</summary>
    public bool OfPractice { get; init; }

    /// <summary>
    /// A picture without its metadata, written under an id of its own, that takes this one's place; its size is this one's. Null where nothing was
    /// left out.
    /// </summary>
    public FileId? CleanedAs { get; init; }

    /// <summary>Whether something else, such as a collaboration, shows it too: then it stays when its document is removed for good.</summary>
    public bool IsHeld { get; init; }

    [JsonIgnore]
    public bool IsOfLibrary => Patient is not null || OfPractice;

    [JsonIgnore]
    public LibraryPlace Library => new(Practice, Patient);
}

/// <summary>A file as the pages show it.</summary>
public sealed record FileAnswer(
    FileId FileId, string Name, FileKind Kind, string ContentType, long Size, FileState State, FileReason? Reason, bool Shared, bool CanShare)
{
    public static FileAnswer Of(FileId id, FileRecord file) =>
        new(id, file.Name, file.Kind, file.ContentType, file.Size, file.State, file.Reason, Shared: false, CanShare: false);
}
