import { useRef } from 'preact/hooks';
import { useMending } from '../../../forms/useMending.ts';
import { type Submission, useSubmission } from '../../../forms/useSubmission.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import type { FieldProblem } from '../../../ui/ErrorSummary/ErrorSummary.tsx';
import type { ChosenContact, Share } from './sharing.ts';

/** What can be held against a share before it is sent: all of it, and, where it announces itself, its email. */
interface Judged extends Pick<Share, 'message' | 'contacts' | 'files'> {
  readonly subject?: string;
  readonly text?: string;
  /** Files are on their way. */
  readonly waiting: boolean;
  /** Who is in it already, and stays in it whatever has become of the contact. */
  readonly settled?: readonly ChosenContact[];
}

/** How what is held against a share is said, beside which control, and for as long as it is wrong. */
export function useShareProblems(practiceId: string, share: Judged, check: () => readonly FieldProblem[]): Submission {
  const words = useWords(sharing);
  const gone = useRef<readonly string[]>([]);
  // The refusal says that somebody is archived, and not who.
  const sayGone = () =>
    gone.current.length === 0 ? words('contactGone') : words('contactsGone', { names: gone.current.join(', ') });
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'field-unknown': words('fieldUnknown'),
      'email-not-private': words('emailNotPrivate'),
      'contact-unknown': sayGone,
      'contact-archived': sayGone,
      'address-twice': words('addressTwice'),
      'too-many-contacts': words('tooMany'),
      'too-many-files': words('tooMany'),
      'file-unknown': words('fileGone'),
    },
    fields: {
      subject: 'share-subject',
      'email.subject': 'share-subject',
      text: 'share-text',
      'email.text': 'share-text',
      email: 'share-text',
      message: 'share-message',
      contacts: 'share-contacts',
      files: 'share-files',
    },
  });
  const submit: Submission['submit'] = (judge, send) =>
    submission.submit(judge, async () => {
      try {
        await send();
      } catch (error) {
        // Fetched when it is needed. Where it cannot be found out, nobody is named.
        gone.current = await import('./goneContacts.ts').then(
          ({ namesOfGone }) => namesOfGone(practiceId, share, error),
          () => [],
        );
        throw error;
      }
    });
  return useMending(
    { ...submission, submit },
    {
      'share-contacts': share.contacts,
      'share-message': share.message,
      'share-subject': share.subject,
      'share-text': share.text,
      'share-files': share.waiting || share.files,
    },
    check,
  );
}
