import './patients.css';
import { useRef, useState } from 'preact/hooks';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { importing } from '../../../i18n/areas/importing/importing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { FileTile } from '../../../ui/FileTile/FileTile.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { useBundleUpload } from './useBundleUpload.ts';

export const areas = [importing];

interface ImportPageProps {
  readonly practiceId: string;
  /** In the address, so that a reload finds the import again. */
  readonly importId: string | undefined;
}

/** Bytes. Product rule: 100 MB. The service says it as well; here it is said before anything is sent. */
const largest = 100 * 1024 * 1024;

/** Brings in a FHIR bundle: the file on its way, how far the reading is, and the report. */
export function Part({ practiceId, importId }: ImportPageProps) {
  const words = useWords(importing);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [refused, setRefused] = useState<'empty' | 'tooLarge' | undefined>(undefined);
  const chooser = useRef<HTMLInputElement>(null);
  const upload = useBundleUpload({
    practiceId,
    // The tile above stays; only the address changes, so that Back does not lead to an import that has begun.
    onBegun: (begun) => navigate(paths.import.to({ practiceId, importId: begun.importId }), { replace: true }),
    reasonOf: (error) => {
      lost(error);
      return describeFailure(error, baseWords, { known: { 'bundle-too-large': words('tooLarge') }, kept: 'file' }).join(
        ' ',
      );
    },
  });
  const choose = (file: File | undefined) => {
    if (file === undefined) {
      return;
    }
    const wrong = file.size === 0 ? 'empty' : file.size > largest ? 'tooLarge' : undefined;
    setRefused(wrong);
    if (wrong === undefined) {
      upload.send(file);
    }
  };
  const { sending } = upload;
  return (
    <div class="stack">
      <PageHeading text={words('title')} />
      <p class="import-text">{words('text')}</p>
      {refused !== undefined && <Banner kind="error">{words(refused)}</Banner>}
      {sending === undefined ? (
        <div class="row">
          <input
            ref={chooser}
            class="composer-chooser"
            type="file"
            accept=".json,application/json,application/fhir+json"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button kind={importId === undefined ? 'primary' : 'secondary'} onClick={() => chooser.current?.click()}>
            {words(importId === undefined ? 'choose' : 'another')}
          </Button>
        </div>
      ) : (
        <>
          <FileTile
            name={sending.file.name}
            bytes={sending.file.size}
            state={sending.state}
            onPause={upload.pause}
            onResume={upload.resume}
            onRetry={upload.again}
            onCancel={() => {
              upload.cancel();
              navigate(paths.newImport.to({ practiceId }), { replace: true });
            }}
          />
          <p class="soft small">{words('sending')}</p>
        </>
      )}
      {sending === undefined && importId !== undefined && (
        <ImportProgress key={importId} practiceId={practiceId} importId={importId} />
      )}
    </div>
  );
}
