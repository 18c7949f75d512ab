import './settings.css';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';
import type { CollaborationDefaults, PatientInfoKind } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useMending } from '../../../forms/useMending.ts';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { managing } from '../../../i18n/areas/managing/managing.ts';
import { shareDefaults } from '../../../i18n/areas/shareDefaults/shareDefaults.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { type Language, languageNames, languages } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { Tabs } from '../../../ui/Tabs/Tabs.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { PatientInfoBoxes } from '../collaborations/PatientInfoBoxes.tsx';
import { EmailWords, fieldOf, type OwnEmail, problemsOf } from './EmailWords.tsx';
import type { SettingsPartProps } from './readSettings.ts';

export const areas = [managing, shareDefaults, sharing];

/** What a new collaboration begins with: the email that announces it, in each language, and what of the record is ticked. */
export function Part(props: SettingsPartProps) {
  const { practiceId } = props;
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [defaults, setDefaults] = useState<CollaborationDefaults | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    api.get('/practices/{practiceId}/collaboration-defaults', { path: { practiceId } }).then(
      ({ body }) => setDefaults(body),
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [practiceId, lost]);
  if (failure !== undefined) {
    return <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>;
  }
  return defaults === undefined ? <Skeleton lines={6} /> : <Form {...props} defaults={defaults} />;
}

type Emails = Readonly<Record<Language, OwnEmail>>;

interface FormProps extends SettingsPartProps {
  readonly defaults: CollaborationDefaults;
}

function Form({ practiceId, read, onSaved, onLoad, defaults }: FormProps) {
  const words = useWords(shareDefaults);
  const settingsWords = useWords(managing);
  const toast = useToast();
  const { lost } = useSession();
  const { settings, etag } = read;
  const [language, setLanguage] = useState<Language>(settings.language);
  const [emails, setEmails] = useState<Emails>(() => ownEmails(read, defaults));
  const [info, setInfo] = useState<readonly PatientInfoKind[]>(settings.collaborationInfo ?? []);
  const check = () => languages.flatMap((one) => problemsOf(one, emails[one], defaults.fields, words));
  const fields = languages.flatMap((one) =>
    (['subject', 'text'] as const).map((part) => [`collaborationEmails.${one}.${part}`, fieldOf(one, part)] as const),
  );
  const submission = useMending(
    useSubmission({
      sentences: {
        required: words('required'),
        'too-long': words('tooLong'),
        'field-unknown': words('fieldUnknown'),
      },
      fields: Object.fromEntries(fields),
    }),
    Object.fromEntries(
      languages.flatMap((one) => [
        [fieldOf(one, 'subject'), emails[one].subject],
        [fieldOf(one, 'text'), emails[one].text],
      ]),
    ),
    check,
  );
  // What is wrong has to be in sight: its language is opened.
  const wrong = submission.problems[0]?.fieldId;
  const { attempt } = submission;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each attempt, and not again while it is mended
  useEffect(() => {
    const found = languages.find((one) => wrong?.startsWith(`email-${one}-`));
    if (found !== undefined) {
      setLanguage(found);
    }
  }, [attempt, wrong === undefined]);
  const send = async () => {
    try {
      const own = languages.filter((one) => emails[one].own);
      const body = {
        ...settings,
        collaborationInfo: [...info],
        collaborationEmails: own.map((one) => ({
          language: one,
          subject: emails[one].subject,
          text: emails[one].text,
        })),
      };
      const saved = await api.put(
        '/practices/{practiceId}/settings',
        { path: { practiceId }, body },
        { ifMatch: etag },
      );
      onSaved({ settings: saved.body, etag: saved.etag ?? '' });
      toast({ text: settingsWords('saved') });
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const late = submission.failure instanceof Failure && submission.failure.status === 412;
  return (
    <form
      class="share-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      {late ? (
        <Banner kind="warning" action={<Button onClick={onLoad}>{settingsWords('loadTheirs')}</Button>}>
          {settingsWords('changedMeanwhile')}
        </Banner>
      ) : (
        <FormProblems submission={submission} />
      )}
      <section class="stack">
        <h2>{words('emailTitle')}</h2>
        <p class="soft share-settings-text">{words('emailText')}</p>
        <Tabs<Language>
          name={words('language')}
          selected={language}
          onSelect={setLanguage}
          tabs={languages.map((id) => ({ id, text: languageNames[id] }))}
        >
          <EmailWords
            key={language}
            language={language}
            email={emails[language]}
            standard={defaults.standardEmails.find((one) => one.language === language)}
            fields={defaults.fields}
            practiceName={settings.name}
            onChange={(email) => setEmails({ ...emails, [language]: email })}
            errorOf={submission.errorOf}
          />
        </Tabs>
      </section>
      <section class="stack">
        <PatientInfoBoxes legend={words('info')} hint={words('infoText')} chosen={info} onChange={setInfo} />
      </section>
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {settingsWords('save')}
        </Button>
      </div>
    </form>
  );
}

/** The practice's own words; where it has none, the standard ones to begin from. */
function ownEmails({ settings }: SettingsPartProps['read'], { standardEmails }: CollaborationDefaults): Emails {
  const of = (language: Language): OwnEmail => {
    const own = settings.collaborationEmails?.find((one) => one.language === language);
    const { subject = '', text = '' } = own ?? standardEmails.find((one) => one.language === language) ?? {};
    return { own: own !== undefined, subject, text };
  };
  return { en: of('en'), es: of('es'), fr: of('fr') };
}
