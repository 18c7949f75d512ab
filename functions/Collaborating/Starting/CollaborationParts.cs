using Collaborations.Attachments;
using Collaborations.Contacts;
using Collaborations.Documents;
using Collaborations.Files;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Practices;
using Collaborations.Talks.Posting;

namespace Collaborations.Collaborating.Starting;

/// <summary>Reads the parts of a collaboration that somebody chose: message, colleagues, files; and writes down what of the record goes with it.</summary>
public sealed class CollaborationParts(
    ContactStore contacts, FileStore files, DocumentStore documents, AttachmentStore attachments, PatientInfoWriter writer, CollaborationIds ids, TimeProvider clock)
{
    /// <summary>UTF-16 code units, as the contract counts them.</summary>
    private const int LongestMessage = 20_000;

    /// <summary>Ours: a round of colleagues, and not a mailing.</summary>
    private const int MostContacts = 20;

    /// <summary>Ours: the record of a collaboration is one row.</summary>
    private const int MostFiles = 50;

    public static string ReadMessage(string typed, IList<InvalidInput> wrong) => TypedText.ReadLines(typed, "message", LongestMessage, required: true, wrong);

    /// <param name="practice">Whose address book.</param>
    /// <param name="chosen">The whole choice.</param>
    /// <param name="before">Who is in it already, and stays as they are, whatever has become of the contact.</param>
    /// <param name="wrong">Gets what is wrong with the choice.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<IReadOnlyList<Collaborator>> ReadContactsAsync(
        PracticeId practice, IReadOnlyList<ContactId> chosen, IReadOnlyList<Collaborator> before, IList<InvalidInput> wrong, CancellationToken cancellation)
    {
        ContactId[] distinct = [.. chosen.Distinct()];
        if (distinct.Length is 0 or > MostContacts)
        {
            wrong.Add(distinct.Length == 0 ? new NobodyChosen() : new TooManyContacts());
            return [];
        }

        var found = new List<Collaborator>();
        foreach (var id in distinct)
        {
            if (before.FirstOrDefault(each => each.Contact == id && each.IsIn) is { } known)
            {
                found.Add(known);
            }
            else if (await contacts.FindAsync(practice, id, cancellation) is not { Record: var contact })
            {
                wrong.Add(new ContactUnknown());
            }
            else if (contact.Archived)
            {
                wrong.Add(new ContactArchived());
            }
            else
            {
                found.Add(new Collaborator(id, contact.Name, contact.Email, contact.Organisation, clock.GetUtcNow()));
            }
        }

        if (found.DistinctBy(each => each.Email).Count() != found.Count)
        {
            wrong.Add(new AddressTwice());
        }

        return found;
    }

    /// <summary>
    /// Files that may go out with a collaboration about this patient: of the patient's library, of the practice's own items, of the case's
    /// attachments, or uploaded for it by whoever shares.
    /// </summary>
    public async Task<Result<IReadOnlyList<SharedFile>>> ReadFilesAsync(
        SharingPlace place, IReadOnlyList<FileId> chosen, IReadOnlyList<SharedFile> before, CancellationToken cancellation)
    {
        FileId[] distinct = [.. chosen.Distinct()];
        if (distinct.Length > MostFiles)
        {
            return new TooManyFiles();
        }

        var found = new List<SharedFile>();
        foreach (var id in distinct)
        {
            var known = before.Any(each => each.File == id && each.Info is null);
            if (await files.FindAsync(id, cancellation) is not { Record: var file } || (!known && !await MayShareAsync(place, id, file, cancellation)))
            {
                return new FileNotThere();
            }

            if (file.State != FileState.Ready)
            {
                return new FileNotReady();
            }

            found.Add(new SharedFile(id, Info: null));
        }

        return found;
    }

    /// <summary>
    /// Writes parts of the record down, as they are now, and holds the other files, so that they stay when their documents are removed for good.
    /// What is attached already stays as it was.
    /// </summary>
    /// <param name="place">Whose record, and who shares it.</param>
    /// <param name="id">The collaboration.</param>
    /// <param name="version">Of it.</param>
    /// <param name="kinds">The whole choice.</param>
    /// <param name="others">Checked.</param>
    /// <param name="before">What is attached.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<IReadOnlyList<SharedFile>>> AttachAsync(
        SharingPlace place,
        CollaborationId id,
        int version,
        IReadOnlyList<PatientInfoKind> kinds,
        IReadOnlyList<SharedFile> others,
        IReadOnlyList<SharedFile> before,
        CancellationToken cancellation)
    {
        var found = new List<SharedFile>();
        foreach (var kind in kinds.Distinct().Order())
        {
            if (before.FirstOrDefault(each => each.Info == kind) is { } known)
            {
                found.Add(known);
                continue;
            }

            var order = new PatientInfoOrder(place.Practice, place.Patient, kind, place.Member);
            var written = await writer.WriteAsync(order, content => ids.FileOf(id, kind, version, $"{place.Patient}{content}"), cancellation);
            if (written.IsRefused(out var refusal, out var file))
            {
                return refusal;
            }

            found.Add(new SharedFile(file, kind));
        }

        foreach (var other in others)
        {
            var held = await files.ChangeAsync<Done>(
                other.File, file => (file.IsHeld ? file : file with { IsHeld = true }, Done.Instance), cancellation);
            if (held.Refusal is not null)
            {
                return new FileNotThere();
            }
        }

        return Result<IReadOnlyList<SharedFile>>.FromValue([.. found, .. others]);
    }

    private async Task<bool> MayShareAsync(SharingPlace place, FileId id, FileRecord file, CancellationToken cancellation) =>
        file.Practice == place.Practice
        && (file.IsOfLibrary
            ? (file.Patient is null || file.Patient == place.Patient)
                && await documents.FindAsync(file.Library, id, cancellation) is not { Record.RemovedAt: not null }
            : file.ForCollaborationOn is { } about ? about == place.Patient && file.Uploader == place.Member.Value
            : place.Case is { } @case && await attachments.FindAsync(@case, id, cancellation) is not null);
}

/// <summary>Who shares what of whom.</summary>
public sealed record SharingPlace(PracticeId Practice, MemberId Member, PatientId Patient, CaseId? Case)
{
    public static SharingPlace Of(MemberCaller caller, PatientId patient, CaseId? @case) => new(caller.Practice, caller.Id, patient, @case);
}
