using Collaborations.Accounts.Sessions;
using Collaborations.Attachments;
using Collaborations.Cases;
using Collaborations.Cases.Activity;
using Collaborations.Collaborating;
using Collaborations.Documents;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Storage;
using Collaborations.Talks;
using Microsoft.DurableTask.Client;

namespace Collaborations.Files;

public sealed record BlocksMissing() : InvalidInput("blocks-missing", "blocks");

public sealed record FileInUse() : Conflict("file-in-use");

/// <summary>Where and how to upload.</summary>
public sealed record UploadAnswer(FileAnswer File, Uri Url, int BlockBytes, DateTimeOffset ExpiresAt);

/// <summary>The ids of the blocks, in order.</summary>
public sealed record BlocksForm(IReadOnlyList<string> Blocks);

public sealed record FileAddress(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>What of a file somebody may do.</summary>
public sealed record FileSeat(FileId Id, Versioned<FileRecord> File, bool IsUploader);

/// <summary>Takes files in, says how far they are, and gives addresses for those that are ready.</summary>
public sealed class FileHandler(
    FileStore files,
    FileVault vault,
    Seats seats,
    AttachmentStore attachments,
    DocumentStore documents,
    CaseActivityStore activities,
    TalkStore talks,
    MemberAccess members,
    CaseAccess access,
    CaseStore cases,
    CollaborationFiles collaborations,
    ProcessGate gate,
    UploadQuota quota,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int MostBlocks = 50_000;

    /// <param name="form">What is announced.</param>
    /// <param name="place">Where it will belong; its name, size and state are filled in here.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<UploadAnswer>> BeginAsync(FileForm form, FileRecord place, CancellationToken cancellation)
    {
        if (form.Check().IsRefused(out var refusal, out var kept))
        {
            return refusal;
        }

        if (await quota.TakeAsync(place.Uploader, form.Size, cancellation) is { } tooMuch)
        {
            return tooMuch;
        }

        var id = ids.New<FileId>();
        var file = place with { Name = kept.Name, ContentType = kept.Type.ContentType, Kind = kept.Type.Kind, Size = form.Size, CreatedAt = clock.GetUtcNow() };
        if (!await files.AddAsync(id, file, cancellation))
        {
            throw new InvalidOperationException("A new file's id is taken.");
        }

        var (address, expires) = await vault.SignUploadAsync(id, cancellation);
        return new UploadAnswer(FileAnswer.Of(id, file), address, FileVault.BlockBytes, expires);
    }

    /// <summary>A file that is not there, is somebody's else, or is not sent yet, is not found.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">For which.</param>
    /// <param name="collaboration">That it is attached to; null for a file that the caller has otherwise.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<FileSeat>> OpenAsync(Caller caller, FileId id, CollaborationId? collaboration, CancellationToken cancellation)
    {
        if (await files.FindAsync(id, cancellation) is not { } file)
        {
            return new NotFound();
        }

        var record = file.Record;
        if (record.Thread is { } thread && (await seats.FindAsync(caller, thread, cancellation)) is { Refusal: null, Value: var seat }
            && (record.Message is null ? record.Uploader == seat.Reader : await talks.IsThereAsync(thread, record.Message.Value, cancellation)))
        {
            return new FileSeat(id, file, record.Uploader == seat.Reader);
        }

        // Shared with the case, or put there: for all of its members.
        if (await members.FindAsync(caller, record.Practice, cancellation) is { } member
            && (await access.OpenAsync(member, record.Case, cancellation)).Refusal is null
            && ((record.Thread is null && record.Uploader == member.Id.Value) || await attachments.FindAsync(record.Case, id, cancellation) is not null))
        {
            return new FileSeat(id, file, record.Thread is null && record.Uploader == member.Id.Value);
        }

        if (collaboration is { } shared && await collaborations.MayReadAsync(caller, record.Practice, shared, id, cancellation))
        {
            return new FileSeat(id, file, IsUploader: false);
        }

        if (await members.FindAsync(caller, record.Practice, cancellation) is not { } colleague)
        {
            return new NotFound();
        }

        // In a library: for the practice's members, who all see the directory; what was removed is not there. Uploaded for a collaboration: its
        // uploader's.
        var isUploader = record.Uploader == colleague.Id.Value;
        return (record.IsOfLibrary && await documents.FindAsync(record.Library, id, cancellation) is not { Record.RemovedAt: not null })
            || (record.ForCollaborationOn is not null && isUploader)
            ? new FileSeat(id, file, isUploader)
            : new NotFound();
    }

    /// <summary>Every block has arrived, and what is of a case or a library is there from now. Said again, nothing happens but the answer.</summary>
    public async Task<Result<FileAnswer>> CompleteAsync(FileSeat seat, BlocksForm form, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (!seat.IsUploader)
        {
            return new NotFound();
        }

        if (seat.File.Record.State == FileState.Uploading)
        {
            var begun = await CommitAsync(seat, form, processes, cancellation);
            if (begun.IsRefused(out var refusal, out _))
            {
                return refusal;
            }
        }

        // Cut off after the record was written and before its check began, it begins now.
        if (seat.File.Record.State == FileState.Checking)
        {
            await ProcessGate.StartOnceAsync(
                processes, nameof(FileCheckOrchestration), FileCheckOrchestration.InstanceOf(seat.Id), seat.Id, cancellation);
        }

        FileRecord? file = null;
        await gate.WaitAsync(
            async () =>
            {
                file = (await files.FindAsync(seat.Id, cancellation))?.Record;
                return file is null or { State: FileState.Ready or FileState.Quarantined };
            },
            cancellation);
        return file is null ? new NotFound() : FileAnswer.Of(seat.Id, file);
    }

    public async Task<Result<FileAddress>> AddressAsync(FileSeat seat, bool download, CancellationToken cancellation)
    {
        if (seat.File.Record.State != FileState.Ready)
        {
            return new Talks.Posting.FileNotReady();
        }

        var (address, expires) = await vault.SignReadAsync(seat.Id, seat.File.Record, download, cancellation);
        return new FileAddress(address, expires);
    }

    public async Task<Result<Done>> DiscardAsync(FileSeat seat, CancellationToken cancellation)
    {
        if (!seat.IsUploader)
        {
            return new NotFound();
        }

        // What is on the case's tab or in a library stays there, unless it was held back.
        if (seat.File.Record is { Message: not null } or { Thread: null, State: not (FileState.Uploading or FileState.Quarantined) }
            || !await files.DeleteAsync(seat.Id, seat.File, cancellation))
        {
            return new FileInUse();
        }

        await (seat.File.Record.IsOfLibrary
            ? documents.DeleteAsync(seat.File.Record.Library, seat.Id, cancellation)
            : attachments.RemoveAsync(seat.File.Record.Case, seat.Id, cancellation));
        await vault.DeleteAsync(seat.Id, cancellation);
        return Done.Instance;
    }

    private async Task<Result<Done>> PlaceAsync(FileSeat seat, CancellationToken cancellation)
    {
        var file = seat.File.Record;
        if (file.Thread is not null || file.ForCollaborationOn is not null)
        {
            return Done.Instance;
        }

        if (file.IsOfLibrary)
        {
            return await documents.ArriveAsync(file.Library, seat.Id, cancellation);
        }

        if (await cases.FindAsync(file.Practice, file.Case, cancellation) is not { Record.Status: CaseStatus.Open })
        {
            return new CaseClosed();
        }

        var placed = await attachments.AddAsync(file.Case, new Attachment(seat.Id, MemberId.From(file.Uploader), clock.GetUtcNow()), cancellation);
        await activities.AddAsync(
            file.Case, new CaseActivity(placed.At, ActivityKind.FileAdded, placed.By, null, null), seat.Id.ToString(), cancellation);
        return Done.Instance;
    }

    private async Task<Result<Done>> CommitAsync(FileSeat seat, BlocksForm form, DurableTaskClient processes, CancellationToken cancellation)
    {
        var id = seat.Id;
        if (form.Blocks.Count is 0 or > MostBlocks)
        {
            return new BlocksMissing();
        }

        if (await vault.CommitAsync(id, form.Blocks, cancellation) is not { } size)
        {
            // Whoever said the same a moment earlier has had them taken in: they are where the file is.
            return await files.FindAsync(id, cancellation) is { Record.State: not FileState.Uploading } ? Done.Instance : new BlocksMissing();
        }

        if (size > FileForm.MaximumSize)
        {
            return new FileTooLarge();
        }

        var changed = await PlaceAsync(seat, cancellation).ThenAsync(_ => files.ChangeAsync<bool>(
            id,
            file => file.State == FileState.Uploading ? (file with { State = FileState.Checking }, true) : (file, file.State == FileState.Checking),
            cancellation));
        return await changed.ThenAsync<Done>(async isToBeChecked =>
        {
            // Also on a repeat: the first may have been cut off before its check was begun.
            if (isToBeChecked)
            {
                await ProcessGate.StartOnceAsync(processes, nameof(FileCheckOrchestration), FileCheckOrchestration.InstanceOf(id), id, cancellation);
            }

            return Done.Instance;
        });
    }
}
