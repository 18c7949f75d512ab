using Collaborations.Accounts;
using Collaborations.Collaborating.Announcing;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.PatientInfo;
using Collaborations.Practices;

namespace Collaborations.Collaborating.Starting;

public sealed record PreviewedEmail(ContactId ContactId, string Name, string Email, Language Language, string Subject, string Text, string Html);

/// <param name="Name">Of a file that is there; of a part of the record that is not written yet, its kind says it.</param>
/// <param name="PatientInfo">Which part of the record.</param>
/// <param name="File">That is there.</param>
public sealed record PreviewedAttachment(string Name, PatientInfoKind? PatientInfo, FileAnswer? File);

public sealed record CollaborationPreview(IReadOnlyList<PreviewedEmail> Emails, string Message, IReadOnlyList<PreviewedAttachment> Attachments);

/// <summary>Shows exactly what each collaborator would get: written by the code that writes what is sent, but for the secret of the link.</summary>
public sealed class CollaborationPreviewer(DraftReader drafts, CollaborationStore collaborations, CollaborationMail mail, FileStore files)
{
    public Task<Result<CollaborationPreview>> PreviewAsync(MemberCaller caller, CollaborationDraft draft, CancellationToken cancellation) =>
        drafts.ReadAsync(caller, draft, cancellation).ThenAsync<ReadDraft, CollaborationPreview>(async read =>
        {
            var number = await collaborations.NextNumberAsync(caller.Practice, cancellation);
            var emails = new List<PreviewedEmail>();
            foreach (var to in read.Collaborators)
            {
                var (language, email) = await mail.WriteAsync(
                    new MailPlace(caller.Practice, caller.Id), read.Email, number, to, mail.PreviewLink, cancellation);
                emails.Add(new PreviewedEmail(to.Contact, to.Name, to.Email, language, email.Subject, email.Text, email.Html));
            }

            var attachments = draft.PatientInfo.Distinct().Order().Select(kind => new PreviewedAttachment(kind.ToString(), kind, File: null)).ToList();
            foreach (var shared in read.Files)
            {
                if (await files.FindAsync(shared.File, cancellation) is { Record: var file })
                {
                    attachments.Add(new PreviewedAttachment(file.Name, PatientInfo: null, FileAnswer.Of(shared.File, file)));
                }
            }

            return new CollaborationPreview(emails, read.Message, attachments);
        });
}
