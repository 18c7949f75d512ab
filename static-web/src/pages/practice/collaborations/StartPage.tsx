import './collaborations.css';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { newIntention } from '../../../api/client.ts';
import { Failure } from '../../../api/failure.ts';
import type {
  CollaborationDefaults,
  CollaborationPreview,
  CollaborationTemplate,
  PatientSummary,
} from '../../../api/types.ts';
import { useDraft } from '../../../drafts/useDraft.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { base } from '../../../i18n/areas/base/base.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { type Language, languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button, LinkButton } from '../../../ui/Button/Button.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { summaryOf } from '../patients/ChosenPatient.tsx';
import { ChosenContacts, MessageField, PatientInfoChoice } from './ShareParts.tsx';
import { type Change, idsOf, type Share } from './sharing.ts';
import { useFocus } from './useFocus.ts';
import { useShareProblems } from './useShareProblems.ts';

export const areas = [sharing];

const FindContacts = later(() => import('./FindContacts.tsx'));
const OtherAttachments = later(() => import('./OtherAttachments.tsx'));
const Preview = later(() => import('./Preview.tsx'));

interface StartPageProps {
  readonly practiceId: string;
  readonly patientId: string;
  readonly caseId: string | undefined;
  /** Whom it is about, for the bar above. */
  readonly onPatient: (patient: PatientSummary) => void;
}

/** What is being written: kept for as long as the tab is open, so that a reload loses nothing. */
interface Draft extends Share {
  /** Of the email. */
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** One for this start, however often it is pressed. */
  readonly intention: string;
}

/** Starts a collaboration about a patient. */
export function Part({ practiceId, patientId, caseId, onPatient }: StartPageProps) {
  const words = useWords(sharing);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const kept = useDraft('collaboration', patientId);
  const [draft, setDraft] = useState<Draft | undefined>(() => read(kept.text));
  const [patient, setPatient] = useState('');
  const [emails, setEmails] = useState<readonly CollaborationTemplate[]>([]);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    const path = { practiceId, patientId };
    api.get('/practices/{practiceId}/patients/{patientId}', { path }).then(({ body }) => {
      const summary = summaryOf(body);
      setPatient(summary.name);
      onPatient(summary);
    }, lost);
    api.get('/practices/{practiceId}/collaboration-defaults', { path: { practiceId } }).then(
      ({ body }) => {
        setEmails(body.emails);
        setDraft((current) => current ?? draftOf(body));
      },
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [practiceId, patientId, lost, onPatient]);
  const { write } = kept;
  useEffect(() => {
    if (draft !== undefined) {
      write(JSON.stringify(draft));
    }
  }, [draft, write]);
  const change = useCallback<Change<Draft>>(
    (next) => setDraft((current) => (current === undefined ? current : next(current))),
    [],
  );
  return (
    <div class="stack stack--wide">
      <PageHeading text={words('title')} />
      {patient !== '' && <p>{words('about', { patient })}</p>}
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {draft === undefined ? (
        failure === undefined && <Skeleton lines={8} />
      ) : (
        <Writing
          practiceId={practiceId}
          patientId={patientId}
          caseId={caseId}
          draft={draft}
          emails={emails}
          onChange={change}
          onStarted={kept.drop}
        />
      )}
    </div>
  );
}

interface WritingProps extends Omit<StartPageProps, 'onPatient'> {
  readonly draft: Draft;
  /** What a new one begins with, in each language. */
  readonly emails: readonly CollaborationTemplate[];
  readonly onChange: Change<Draft>;
  readonly onStarted: () => void;
}

function Writing({ practiceId, patientId, caseId, draft, emails, onChange, onStarted }: WritingProps) {
  const words = useWords(sharing);
  const toast = useToast();
  const { lost } = useSession();
  const [preview, setPreview] = useState<CollaborationPreview | null | undefined>(undefined);
  const [waiting, setWaiting] = useState(false);
  const { subject, text, intention } = draft;
  const input = {
    path: { practiceId },
    body: { patientId, ...(caseId === undefined ? {} : { caseId }), email: { subject, text }, ...idsOf(draft) },
  };
  const check = () => [
    ...(draft.contacts.length === 0 ? [{ fieldId: 'share-contacts', message: words('nobodyChosen') }] : []),
    ...(draft.message.trim() === '' ? [{ fieldId: 'share-message', message: words('messageMissing') }] : []),
    ...(waiting ? [{ fieldId: 'share-files', message: words('waitForFiles') }] : []),
  ];
  const submission = useShareProblems(practiceId, { ...draft, waiting }, check);
  const attempt = (work: () => Promise<void>) =>
    submission.submit(check, async () => {
      try {
        await work();
      } catch (error) {
        if (!lost(error)) {
          throw error;
        }
      }
    });
  const start = () =>
    attempt(async () => {
      const options = { idempotencyKey: intention };
      const { body } = await api.post('/practices/{practiceId}/collaborations', input, options).catch((error) => {
        if (wasStarted(error)) {
          // What is written now is another one, should it be sent as well.
          onChange((current) => ({ ...current, intention: newIntention() }));
        }
        throw error;
      });
      onStarted();
      toast({ text: words('started', { number: body.number }) });
      navigate(paths.collaboration.to({ practiceId, collaborationId: body.collaborationId }), { replace: true });
    });
  const look = () =>
    attempt(async () => setPreview((await api.post('/practices/{practiceId}/collaboration-previews', input)).body));
  const share: Change<Share> = useCallback(
    (next) => onChange((current) => ({ ...current, ...next(current) })),
    [onChange],
  );
  const speak = (language: Language) => {
    const { language: before } = draft;
    const next = emails.find((one) => one.language === language);
    const own = !emails.some((one) => one.subject === subject && one.text === text);
    onChange((current) => ({ ...current, language, ...(next && { subject: next.subject, text: next.text }) }));
    if (own && next !== undefined) {
      const onUndo = () => onChange((current) => ({ ...current, language: before, subject, text }));
      toast({ text: words('replaced'), onUndo });
    }
  };
  return (
    <>
      {wasStarted(submission.failure) ? (
        <SentAlready practiceId={practiceId} failure={submission.failure} />
      ) : (
        <FormProblems submission={submission} />
      )}
      <div class="share">
        <div class="share-find">
          <FindContacts practiceId={practiceId} share={draft} onChange={share} />
        </div>
        <div class="stack stack--wide">
          <section class="stack">
            <h2>{words('email')}</h2>
            <p class="soft">{words('emailHint')}</p>
            <ChosenContacts share={draft} onChange={share} error={submission.errorOf('share-contacts')} />
            {emails.length > 1 && (
              <Select
                label={words('language')}
                value={draft.language}
                onChange={speak}
                options={emails.map((one) => ({ value: one.language, text: languageNames[one.language] }))}
              />
            )}
            <TextField
              id="share-subject"
              label={words('subject')}
              autocomplete="off"
              value={subject}
              onInput={(value) => onChange((current) => ({ ...current, subject: value }))}
              error={submission.errorOf('share-subject')}
            />
            <TextField
              id="share-text"
              label={words('text')}
              lines={7}
              autocomplete="off"
              value={text}
              onInput={(value) => onChange((current) => ({ ...current, text: value }))}
              error={submission.errorOf('share-text')}
            />
          </section>
          <MessageField share={draft} onChange={share} error={submission.errorOf('share-message')} />
        </div>
        <PatientInfoChoice share={draft} onChange={share} />
        <div class="share-library">
          <OtherAttachments
            practiceId={practiceId}
            patientId={patientId}
            share={draft}
            onChange={share}
            onWaiting={setWaiting}
            error={submission.errorOf('share-files')}
          />
        </div>
      </div>
      <p class="soft">{words('startHint')}</p>
      <div class="row">
        <Button busy={submission.busy} onClick={() => void look()}>
          {words('preview')}
        </Button>
        <Button kind="primary" busy={submission.busy} onClick={() => void start()}>
          {words('start')}
        </Button>
      </div>
      {preview !== undefined && <Preview preview={preview} onClose={() => setPreview(null)} />}
    </>
  );
}

/** An answer was lost, and what had been sent then is on its way; what was changed since is not in it. */
function SentAlready({ practiceId, failure }: { readonly practiceId: string; readonly failure: unknown }) {
  const words = useWords(sharing);
  const box = useFocus(failure);
  return (
    <div ref={box} tabIndex={-1} class="share-late">
      <Banner
        kind="warning"
        action={<LinkButton to={paths.collaborations.to({ practiceId })}>{words('toCollaborations')}</LinkButton>}
      >
        <p>{words('alreadyStarted')}</p>
        <p>{words('startAnother')}</p>
      </Banner>
    </div>
  );
}

function wasStarted(error: unknown): boolean {
  return error instanceof Failure && error.problem?.code === 'already-started';
}

function draftOf({ language, emails, patientInfo }: CollaborationDefaults): Draft {
  const { subject = '', text = '' } = emails.find((one) => one.language === language) ?? {};
  return { language, subject, text, message: '', contacts: [], patientInfo, files: [], intention: newIntention() };
}

function read(kept: string): Draft | undefined {
  try {
    return kept === '' ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    // Written by an older page: it begins anew.
    return undefined;
  }
}
