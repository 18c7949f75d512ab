using Collaborations.Accounts;
using Collaborations.Archives;
using Collaborations.Archives.LeftOut;
using Collaborations.Files;
using Collaborations.Identifiers;

namespace Collaborations.Attachments.Archiving;

/// <summary>
/// A case's attachments for a zip, oldest first. What is not known to be harmless stays out, and a text says how many files that are, in the language
/// of who asks.
/// </summary>
public sealed class AttachmentsArchive(AttachmentStore attachments, FileStore files, FileVault vault, AccountStore accounts, LeftOutWords words) : IArchiveSource
{
    /// <summary>Kept short and without the patient: it stands in an address and in a list of downloads.</summary>
    private const string Name = "attachments.zip";

    /// <summary>What becomes smaller; everything else is compressed by its own kind.</summary>
    private static readonly HashSet<string> Loose =
        new(["text/plain", "text/csv", "application/msword", "application/vnd.ms-excel", "model/stl"], StringComparer.Ordinal);

    public ArchiveKind Kind => ArchiveKind.CaseAttachments;

    public static ArchivePlace PlaceOf(AccountId by, CaseId @case) => new(by, ArchiveKind.CaseAttachments, @case.Value);

    public async Task<ArchiveContents> ListAsync(ArchivePlace place, CancellationToken cancellation)
    {
        var entries = new List<ArchiveEntry>();
        var (checking, heldBack) = (0, 0);
        var found = await attachments.ListAsync(CaseId.From(place.Subject), cancellation);
        foreach (var attachment in found.OrderBy(each => each.At).ThenBy(each => each.File.ToString(), StringComparer.Ordinal))
        {
            switch (await files.FindAsync(attachment.File, cancellation))
            {
                case { Record: { State: FileState.Ready } file }:
                    entries.Add(EntryOf(attachment, file));
                    break;
                case { Record.State: FileState.Quarantined }:
                    heldBack++;
                    break;
                case not null:
                    checking++;
                    break;
            }
        }

        var language = (await accounts.FindAsync(place.By, cancellation))?.Record.Language ?? Language.English;
        return new ArchiveContents(Name, entries, words.NoteOf(language, checking, heldBack));
    }

    private ArchiveEntry EntryOf(Attachment attachment, FileRecord file) => new(
        attachment.File.ToString(),
        file.Name,
        attachment.At,
        Loose.Contains(file.ContentType),
        cancellation => vault.OpenAsync(attachment.File, cancellation));
}
