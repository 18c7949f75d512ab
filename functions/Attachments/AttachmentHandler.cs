using Collaborations.Cases;
using Collaborations.Cases.Activity;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Patients;
using Collaborations.Talks;

namespace Collaborations.Attachments;

public sealed record AttachmentAnswer(FileAnswer File, string Uploader, DateTimeOffset At, bool FromPatient);

public sealed record AttachmentList(IReadOnlyList<AttachmentAnswer> Attachments);

/// <summary>The case's files: lists them, takes new ones in, and shares what a patient sent.</summary>
public sealed class AttachmentHandler(
    AttachmentStore attachments, FileStore files, FileHandler uploads, PatientTalkStore patientTalks, TalkStore talks, PatientStore patients, CaseActivityStore activities, NoticeSender names, TimeProvider clock)
{
    /// <param name="opened">Whose.</param>
    /// <param name="kind">Null for all.</param>
    /// <param name="sort">name, uploader, or anything else for the newest first.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<AttachmentList>> ListAsync(OpenedCase opened, string? kind, string? sort, CancellationToken cancellation)
    {
        var found = new List<AttachmentAnswer>();
        foreach (var attachment in await attachments.ListAsync(opened.Id, cancellation))
        {
            if (await AnswerAsync(opened, attachment, cancellation) is { } answer && (string.IsNullOrEmpty(kind) || answer.File.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(answer);
            }
        }

        var newest = found.OrderByDescending(answer => answer.At);
        return new AttachmentList(
        [
            .. sort switch
            {
                "name" => found.OrderBy(answer => answer.File.Name, StringComparer.CurrentCultureIgnoreCase),
                "uploader" => newest.OrderBy(answer => answer.Uploader, StringComparer.CurrentCultureIgnoreCase),
                _ => newest,
            },
        ]);
    }

    /// <summary>It is on the tab once it has arrived, and can be fetched when it has been checked.</summary>
    public async Task<Result<UploadAnswer>> BeginAsync(OpenedCase opened, FileForm form, CancellationToken cancellation)
    {
        if (opened.Case.Record.Status == CaseStatus.Closed)
        {
            return new CaseClosed();
        }

        var caller = opened.Caller;
        var place = new FileRecord(
            caller.Practice, opened.Id, Thread: null, caller.Id.Value, FromPatient: false, "", "", FileKind.Other, 0, FileState.Uploading, null, default, null);
        return await uploads.BeginAsync(form, place, cancellation);
    }

    /// <summary>
    /// Only what the patient sent in this member's own talk, and only the file: the message stays private. The row is added once, so that two
    /// windows, a retry and a double click share once.
    /// </summary>
    public async Task<Result<AttachmentAnswer>> ShareAsync(OpenedCase opened, FileId id, CancellationToken cancellation)
    {
        var caller = opened.Caller;
        if (await patientTalks.FindAsync(opened.Id, caller.Id, cancellation) is not { Record: var own }
            || await files.FindAsync(id, cancellation) is not { Record: { FromPatient: true, Message: { } message } file }
            || file.Thread != own.Thread
            || !await talks.IsThereAsync(own.Thread, message, cancellation))
        {
            return new NotFound();
        }

        if (opened.Case.Record.Status == CaseStatus.Closed)
        {
            return new CaseClosed();
        }

        if (file.State != FileState.Ready)
        {
            return new Talks.Posting.FileNotReady();
        }

        var kept = await attachments.AddAsync(opened.Id, new Attachment(id, caller.Id, clock.GetUtcNow()), cancellation);
        await activities.AddAsync(opened.Id, new CaseActivity(kept.At, ActivityKind.FileShared, kept.By, null, null), id.ToString(), cancellation);
        return await AnswerAsync(opened, kept, cancellation) is { } answer ? answer : new NotFound();
    }

    private async Task<AttachmentAnswer?> AnswerAsync(OpenedCase opened, Attachment attachment, CancellationToken cancellation)
    {
        if (await files.FindAsync(attachment.File, cancellation) is not { Record: var file })
        {
            return null;
        }

        var practice = opened.Caller.Practice;
        var uploader = file.FromPatient
            ? (await patients.FindAsync(practice, opened.Case.Record.Patient, cancellation))?.Record.Name
            : await names.NameOfAsync(practice, MemberId.From(file.Uploader), cancellation);
        return new AttachmentAnswer(FileAnswer.Of(attachment.File, file) with { Shared = true }, uploader ?? string.Empty, attachment.At, file.FromPatient);
    }
}
