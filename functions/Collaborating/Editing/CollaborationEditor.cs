using Collaborations.Collaborating.Process;
using Collaborations.Collaborating.Starting;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Microsoft.DurableTask.Client;

namespace Collaborations.Collaborating.Editing;

/// <summary>What a collaboration becomes: the whole of what can be edited.</summary>
/// <param name="Version">That the edit is based on.</param>
/// <param name="Message">As in a draft; likewise the others.</param>
/// <param name="Contacts">Who is left out loses access at once.</param>
/// <param name="PatientInfo">What was written down stays as it was then.</param>
/// <param name="Files">Without what is written from the record.</param>
public sealed record CollaborationEdit(
    int Version, string Message, IReadOnlyList<ContactId> Contacts, IReadOnlyList<PatientInfoKind> PatientInfo, IReadOnlyList<FileId> Files);

public sealed record OnlyTheStarter() : Forbidden("only-the-starter");

/// <summary>
/// Edits a collaboration inside its window. Parts are read and written first; whether the edit is in time is decided with the write, on the
/// record, so that a reader who came between has read the old version, and the edit is refused.
/// </summary>
public sealed class CollaborationEditor(CollaborationStore collaborations, CollaborationParts parts, CollaborationBoard board, TimeProvider clock)
{
    public async Task<Result<OpenedCollaboration>> EditAsync(
        OpenedCollaboration opened, CollaborationEdit edit, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (!opened.IsMine)
        {
            return new OnlyTheStarter();
        }

        // Too late already: nothing is written down for it.
        if (opened.Record.WhyNotEdited(edit.Version, clock.GetUtcNow()) is { } late)
        {
            return late;
        }

        var wrong = new List<InvalidInput>();
        var message = CollaborationParts.ReadMessage(edit.Message, wrong);
        var before = opened.Record;
        var chosen = await parts.ReadContactsAsync(opened.Caller.Practice, edit.Contacts, before.Collaborators, wrong, cancellation);
        if (wrong.Count > 0)
        {
            return new InvalidForm(wrong);
        }

        var place = SharingPlace.Of(opened.Caller, before.Patient, before.Case);
        var files = await parts.ReadFilesAsync(place, edit.Files, before.Files, cancellation)
            .ThenAsync(others => parts.AttachAsync(place, opened.Id, edit.Version + 1, edit.PatientInfo, others, before.Files, cancellation));
        return await files.ThenAsync(all => WriteAsync(opened, edit, message, chosen, all, processes, cancellation));
    }

    private async Task<Result<OpenedCollaboration>> WriteAsync(
        OpenedCollaboration opened,
        CollaborationEdit edit,
        string message,
        IReadOnlyList<Collaborator> chosen,
        IReadOnlyList<SharedFile> files,
        DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var (caller, id) = (opened.Caller, opened.Id);
        var changed = await collaborations.ChangeAsync<Collaboration>(
            caller.Practice,
            id,
            record => record.Edit(edit.Version, message, files, chosen, caller.Id, clock.GetUtcNow()).Map(after => (after, after)),
            cancellation);
        return await changed.ThenAsync<OpenedCollaboration>(async record =>
        {
            // It is written: a client who leaves now takes nobody's email along.
            await CollaborationSignals.ChangedAsync(processes, id, CancellationToken.None);
            await board.AddAsync(caller.Practice, id, record, CancellationToken.None);
            return new OpenedCollaboration(caller, id, record);
        });
    }
}
