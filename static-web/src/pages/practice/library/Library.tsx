import '../../../session/session.css';
import './library.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import { library } from '../../../i18n/areas/library/library.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { UploadTiles } from '../../../talk/UploadTiles.tsx';
import { useFileReasons } from '../../../talk/useFileReasons.ts';
import { useUploads } from '../../../talk/useUploads.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { Documents } from './Documents.tsx';
import { NewDocuments } from './NewDocuments.tsx';
import { type DocumentTexts, type ShelfPlace, shelfOf } from './shelves.ts';

export const areas = [library];

const sorts = ['date', 'title'] as const;
const sortWords = { date: 'byDate', title: 'byTitle' } as const;

/** A shelf of documents: a patient's letters or images, or what the practice gives to read. */
export function Part({ practiceId, patientId, shelf }: ShelfPlace) {
  const words = useWords(library);
  const reasonOf = useFileReasons();
  const chooser = useRef<HTMLInputElement>(null);
  const [sort, setSort] = useState<(typeof sorts)[number]>('date');
  const [removed, setRemoved] = useState(false);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [arrived, setArrived] = useState(0);
  const texts = useRef(new WeakMap<File, DocumentTexts>());
  const calls = useMemo(() => shelfOf({ practiceId, patientId, shelf }), [practiceId, patientId, shelf]);
  const uploads = useUploads(
    (file, from) => calls.begin(file, texts.current.get(from) ?? { title: file.name }),
    reasonOf,
    () => setArrived((count) => count + 1),
  );
  const waiting = { ...uploads, files: uploads.files.filter((one) => one.state.kind !== 'ready') };
  return (
    <div class="stack">
      {shelf === 'education' && <p class="library-text">{words('educationText')}</p>}
      <div class="library-tools">
        <Select
          label={words('sort')}
          value={sort}
          onChange={setSort}
          options={sorts.map((value) => ({ value, text: words(sortWords[value]) }))}
        />
        {!removed && (
          <>
            <input
              ref={chooser}
              class="composer-chooser"
              type="file"
              multiple
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                setChosen([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
            <Button onClick={() => chooser.current?.click()}>{words('upload')}</Button>
          </>
        )}
        <Button kind="quiet" onClick={() => setRemoved(!removed)}>
          {words(removed ? 'hideRemoved' : 'showRemoved')}
        </Button>
      </div>
      {chosen.length > 0 && (
        <NewDocuments
          key={chosen.map(({ name }) => name).join('/')}
          files={chosen}
          onCancel={() => setChosen([])}
          onSend={(documents) => {
            for (const one of documents) {
              texts.current.set(one.file, one.texts);
            }
            uploads.add(chosen);
            setChosen([]);
          }}
        />
      )}
      <UploadTiles uploads={waiting} />
      <Documents key={String(removed)} calls={calls} shelf={shelf} sort={sort} removed={removed} arrived={arrived} />
    </div>
  );
}
