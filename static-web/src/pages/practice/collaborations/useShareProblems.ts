import { type Submission, useSubmission } from '../../../forms/useSubmission.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';

/** How what the service holds against a share is said, and beside which control. */
export function useShareProblems(): Submission {
  const words = useWords(sharing);
  return useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'field-unknown': words('fieldUnknown'),
      'email-not-private': words('emailNotPrivate'),
      'contact-unknown': words('contactGone'),
      'contact-archived': words('contactGone'),
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
}
