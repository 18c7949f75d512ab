import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure, type Problem } from '../../../api/failure.ts';
import type { Collaboration } from '../../../api/types.ts';
import { dropDraft, readDraft, writeDraft } from '../../../drafts/drafts.ts';
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
import { beginEdit, carryOver, type Edit, editOf, missingFrom, onlyFewer } from './edits.ts';
import { ChosenContacts, MessageField, PatientInfoChoice } from './ShareParts.tsx';
import { type Change, idsOf, type Share } from './sharing.ts';
import { useFocus } from './useFocus.ts';
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
  const key = editOf(opened);
  const [edit, setEdit] = useState(() => readEdit(readDraft(key)) ?? beginEdit(opened));
  const { share, version } = edit;
  /** The version whose saving was refused because there was a newer one. */
  const [refused, setRefused] = useState<number | undefined>(undefined);
  const [waiting, setWaiting] = useState(false);
  const change = useCallback<Change<Share>>(
    (next) => setEdit((current) => ({ ...current, share: next(current.share) })),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is of this collaboration, which has a form of its own
  useEffect(() => {
    if (edit.share !== edit.base) {
      writeDraft(key, JSON.stringify(edit));
    }
  }, [edit]);
  const goOn = () => {
    const next = carryOver(edit, opened);
    const gone = missingFrom(next, edit).map(({ name }) => name);
    setEdit(next);
    if (gone.length > 0) {
      toast({ text: words('dropped', { names: gone.join(', ') }) });
    }
  };
  const newer = opened.version > version;
  // Whoever is removed in the panel below, or by somebody else, is out of the form too. A newer text is for the person to decide about.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newer version once
  useEffect(() => {
    if (newer && refused !== version && onlyFewer(edit, opened)) {
      goOn();
    }
  }, [opened.version]);
  const { collaborationId, patient } = opened;
  const check = () => [
    ...(share.contacts.length === 0 ? [{ fieldId: 'share-contacts', message: shareWords('nobodyChosen') }] : []),
    ...(waiting ? [{ fieldId: 'share-files', message: shareWords('waitForFiles') }] : []),
  ];
  const submission = useShareProblems(practiceId, { ...share, waiting, settled: edit.base.contacts }, check);
  const send = async () => {
    try {
      const input = { path: { practiceId, collaborationId }, body: { version, ...idsOf(share) } };
      const { body } = await api.put('/practices/{practiceId}/collaborations/{collaborationId}', input);
      dropDraft(key);
      toast({ text: words('saved') });
      onSaved(body);
    } catch (error) {
      if (!lost(error)) {
        setRefused(codeOf(error) === 'changed-meanwhile' ? version : undefined);
        onLook();
        throw error;
      }
    }
  };
  return (
    <div class="stack stack--wide">
      {codeOf(submission.failure) === 'changed-meanwhile' ? (
        // Until it has been gone on from.
        refused === version && <Changed edit={edit} opened={opened} onGoOn={newer ? goOn : undefined} />
      ) : (
        <Late
          failure={submission.failure}
          onFollowUp={() => {
            dropDraft(key);
            onFollowUp(share.message);
          }}
        />
      )}
      {codeOf(submission.failure) === undefined && <FormProblems submission={submission} />}
      <div class="share">
        <div class="share-find">
          <FindContacts practiceId={practiceId} share={share} onChange={change} />
        </div>
        <div class="stack">
          <ChosenContacts share={share} onChange={change} error={submission.errorOf('share-contacts')} />
          <MessageField share={share} onChange={change} error={submission.errorOf('share-message')} />
        </div>
        <PatientInfoChoice share={share} onChange={change} />
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
        <Button
          kind="quiet"
          onClick={() => {
            dropDraft(key);
            onCancel();
          }}
        >
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
  const box = useFocus(failure);
  if (code === undefined) {
    return null;
  }
  const { readBy: name, readAt }: Partial<Problem> = (failure as Failure).problem ?? {};
  return (
    <div ref={box} tabIndex={-1} class="share-late">
      <Banner kind="warning" action={<Button onClick={onFollowUp}>{words('followUp')}</Button>}>
        {code === 'collaboration-read' && name !== undefined && readAt !== undefined
          ? words('tooLateRead', {
              name,
              at: formatDate({ locale, timeZone: session.timeZone }, new Date(readAt), 'moment'),
            })
          : words('tooLateTime')}
      </Banner>
    </div>
  );
}

interface ChangedProps {
  readonly edit: Edit;
  /** The newest, as soon as it has been read. */
  readonly opened: Collaboration;
  readonly onGoOn: (() => void) | undefined;
}

/** There is a newer version than the one that was typed over: what it says, and the way on from it. */
function Changed({ edit, opened, onGoOn }: ChangedProps) {
  const words = useWords(collaboration);
  const box = useFocus(edit.version);
  return (
    <div ref={box} tabIndex={-1} class="share-late">
      <Banner kind="warning" action={onGoOn && <Button onClick={onGoOn}>{words('goOn')}</Button>}>
        <p>{words('changedMeanwhile')}</p>
        {opened.message !== edit.base.message && (
          <>
            <p>
              <strong>{words('saysNow')}</strong>
            </p>
            <p class="share-text">{opened.message}</p>
          </>
        )}
      </Banner>
    </div>
  );
}

function readEdit(kept: string): Edit | undefined {
  try {
    return kept === '' ? undefined : (JSON.parse(kept) as Edit);
  } catch {
    // Written by an older page: it begins anew.
    return undefined;
  }
}
