import type { CollaborationPreview } from '../../../api/types.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';

export const areas = [sharing];

interface PreviewProps {
  /** Null while it is closed. */
  readonly preview: CollaborationPreview | null;
  readonly onClose: () => void;
}

/** Exactly what each collaborator would get: the email, and what is behind the sign-in. */
export function Part({ preview, onClose }: PreviewProps) {
  const words = useWords(sharing);
  return (
    <Dialog open={preview !== null} title={words('previewTitle')} onClose={onClose}>
      {preview !== null && (
        <div class="stack stack--wide">
          {preview.emails.map(({ contactId, name, email, subject, text }) => (
            <section key={contactId} class="stack share-preview">
              <h3>{words('emailTo', { name, email })}</h3>
              <strong>{subject}</strong>
              <p class="share-text">{text}</p>
            </section>
          ))}
          <section class="stack share-preview">
            <h3>{words('afterSignIn')}</h3>
            <p class="share-text">{preview.message}</p>
            {preview.attachments.length > 0 && (
              <>
                <h4>{words('attached')}</h4>
                <ul class="plain-list">
                  {preview.attachments.map(({ name, file }) => (
                    <li key={file?.fileId ?? name} class="plain-list-item">
                      {name}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      )}
    </Dialog>
  );
}
