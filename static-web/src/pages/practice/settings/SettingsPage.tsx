import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { managing } from '../../../i18n/areas/managing/managing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { Tabs } from '../../../ui/Tabs/Tabs.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import type { ReadSettings } from './readSettings.ts';

export const areas = [managing];

const CollaborationSettings = later(() => import('./CollaborationSettings.tsx'));
const Library = later(() => import('../library/Library.tsx'));

const parts = ['general', 'sharing', 'education'] as const;

interface SettingsPageProps {
  readonly practiceId: string;
  /** Which of its parts the address names. */
  readonly part: string | undefined;
  /** Others than managers change only what the practice gives to read. */
  readonly manager: boolean;
}

/** The practice's settings, and what it gives to its patients and colleagues to read. */
export function Part({ practiceId, part, manager }: SettingsPageProps) {
  const words = useWords(managing);
  const education = <Library practiceId={practiceId} patientId={undefined} shelf="education" />;
  if (!manager) {
    return (
      <div class="stack">
        <PageHeading text={words('education')} />
        {education}
      </div>
    );
  }
  const selected = parts.find((one) => one === part) ?? 'general';
  return (
    <div class="stack">
      <PageHeading text={words('settings')} />
      <Tabs
        name={words('parts')}
        selected={selected}
        onSelect={(next) => navigate(paths.settingsPart.to({ practiceId, part: next }), { replace: true })}
        tabs={parts.map((id) => ({ id, text: words(id) }))}
      >
        <Settings practiceId={practiceId} part={selected === 'education' ? undefined : selected} />
        {selected === 'education' && education}
      </Tabs>
    </div>
  );
}

type FormPart = 'general' | 'sharing';

interface SettingsProps {
  readonly practiceId: string;
  /** Undefined while none of them is in sight: what was typed stays. */
  readonly part: FormPart | undefined;
}

/** The two forms of the same settings. Each that has been opened stays, with what was typed, while the other is in sight or saved. */
function Settings({ practiceId, part }: SettingsProps) {
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [read, setRead] = useState<ReadSettings | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  // A form begins anew from what was saved or loaded.
  const [begun, setBegun] = useState({ general: 0, sharing: 0 });
  const opened = useRef(new Set<FormPart>());
  if (part !== undefined) {
    opened.current.add(part);
  }
  const look = useCallback(() => {
    api.get('/practices/{practiceId}/settings', { path: { practiceId } }).then(
      ({ body, etag }) => {
        setRead({ settings: body, etag: etag ?? '' });
        setBegun(({ general, sharing }) => ({ general: general + 1, sharing: sharing + 1 }));
      },
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [practiceId, lost]);
  useEffect(look, [look]);
  if (read === undefined) {
    return failure === undefined ? (
      <Skeleton lines={6} />
    ) : (
      <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>
    );
  }
  const saved = (form: FormPart) => (next: ReadSettings) => {
    setRead(next);
    setBegun((current) => ({ ...current, [form]: current[form] + 1 }));
  };
  return (
    <>
      {opened.current.has('general') && (
        <div hidden={part !== 'general'}>
          <GeneralSettings
            key={begun.general}
            practiceId={practiceId}
            read={read}
            onSaved={saved('general')}
            onLoad={look}
          />
        </div>
      )}
      {opened.current.has('sharing') && (
        <div hidden={part !== 'sharing'}>
          <CollaborationSettings
            key={begun.sharing}
            practiceId={practiceId}
            read={read}
            onSaved={saved('sharing')}
            onLoad={look}
          />
        </div>
      )}
    </>
  );
}
