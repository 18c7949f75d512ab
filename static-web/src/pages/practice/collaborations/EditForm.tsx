import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure, type Problem } from '../../../api/failure.ts';
import type { Collaboration } from '../../../api/types.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { collaboration } from '../../../i18n/areas/collaboration/collaboration.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { ChosenContacts, MessageField, PatientInfoChoice } from './ShareParts.tsx';
import { type Change, idsOf, type Share } from './sharing.ts';
import { useShareProblems } from './useShareProblems.ts';

export const areas = [collaboration, sharing];

const FindContacts = later(() => import('./FindContacts.tsx'));
const OtherAttachments = later(() => import('./OtherAttachments.tsx'));

interface EditFormProps {
  readonly practiceId: string;
  readonly opened: Collaboration;
  readonly onSaved: (saved: Collaboration) => void;
  readonly onCancel: () => void;
  /** It was too late: the text goes on as an answer. */
  readonly onFollowUp: (text: string) => void;
  readonly onLook: () => void;
}

/** Changes what was shared, inside the window. Whoever is too late is told why, and keeps what was typed. */
export function Part({ practiceId, opened, onSaved, onCancel, onFollowUp, onLook }: EditFormProps) {
  const words = useWords(collaboration);
  const shareWords = useWords(sharing);
  const toast = useToast();
  const { lost } = useSession();
  const [share, setShare] = useState(() => shareOf(opened));
  // The version that the text was typed over: a newer one is somebody else's.
  const [version] = useState(opened.version);
  const [waiting, setWaiting] = useState(false);
  const change = useCallback<Change<Share>>((next) => setShare(next), []);
  const { collaborationId, patient } = opened;
  const check = () => [
    ...(share.contacts.length === 0 ? [{ fieldId: 'share-contacts', message: shareWords('nobodyChosen') }] : []),
    ...(waiting ? [{ fieldId: 'share-files', message: shareWords('waitForFiles') }] : []),
  ];
  const submission = useShareProblems({ ...share, waiting }, check);
  const send = async () => {
    try {
      const input = { path: { practiceId, collaborationId }, body: { version, ...idsOf(share) } };
      const { body } = await api.put('/practices/{practiceId}/collaborations/{collaborationId}', input);
      toast({ text: words('saved') });
      onSaved(body);
    } catch (error) {
      if (!lost(error)) {
        onLook();
        throw error;
      }
    }
  };
  return (
    <div class="stack stack--wide">
      <Late failure={submission.failure} onFollowUp={() => onFollowUp(share.message)} />
      {codeOf(submission.failure) === undefined && <FormProblems submission={submission} />}
      <div class="share">
        <div class="stack">
          <ChosenContacts share={share} onChange={change} error={submission.errorOf('share-contacts')} />
          <MessageField share={share} onChange={change} error={submission.errorOf('share-message')} />
        </div>
        <PatientInfoChoice share={share} onChange={change} />
        <FindContacts practiceId={practiceId} share={share} onChange={change} />
        <div class="share-library">
          <OtherAttachments
            practiceId={practiceId}
            patientId={patient.patientId}
            share={share}
            onChange={change}
            onWaiting={setWaiting}
            error={submission.errorOf('share-files')}
          />
        </div>
      </div>
      <div class="row">
        <Button kind="primary" busy={submission.busy} onClick={() => void submission.submit(check, send)}>
          {words('save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </div>
  );
}

const late = ['collaboration-read', 'edit-window-over', 'changed-meanwhile'] as const;

function codeOf(error: unknown) {
  return error instanceof Failure ? late.find((code) => code === error.problem?.code) : undefined;
}

function Late({ failure, onFollowUp }: { readonly failure: unknown; readonly onFollowUp: () => void }) {
  const words = useWords(collaboration);
  const { locale } = useLanguage();
  const { session } = useSession();
  const code = codeOf(failure);
  const box = useRef<HTMLDivElement>(null);
  // Whoever saved is at the end of a long form, and has to see and hear why it stays as it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure anew
  useEffect(() => box.current?.focus(), [failure]);
  if (code === undefined) {
    return null;
  }
  const { readBy: name, readAt }: Partial<Problem> = (failure as Failure).problem ?? {};
  const others = code === 'changed-meanwhile';
  return (
    <div ref={box} tabIndex={-1} class="share-late">
      <Banner kind="warning" action={others ? undefined : <Button onClick={onFollowUp}>{words('followUp')}</Button>}>
        {others
          ? words('changedMeanwhile')
          : code === 'collaboration-read' && name !== undefined && readAt !== undefined
            ? words('tooLateRead', {
                name,
                at: formatDate({ locale, timeZone: session.timeZone }, new Date(readAt), 'moment'),
              })
            : words('tooLateTime')}
      </Banner>
    </div>
  );
}

function shareOf({ message, collaborators, attachments }: Collaboration): Share {
  return {
    message,
    contacts: collaborators
      .filter(({ state }) => state !== 'removed')
      .map(({ contactId, name, email }) => ({ contactId, name, email })),
    patientInfo: attachments.flatMap(({ patientInfo }) => (patientInfo === undefined ? [] : [patientInfo])),
    files: attachments
      .filter(({ patientInfo }) => patientInfo === undefined)
      .map(({ file: { fileId, name } }) => ({ fileId, name })),
  };
}
