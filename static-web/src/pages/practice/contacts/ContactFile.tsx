import { useState } from 'preact/hooks';
import { downloads } from '../../../api/downloads.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { contactFile } from '../../../i18n/areas/contactFile/contactFile.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field, useFieldIds } from '../../../ui/Field/Field.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { ContactImportStanding } from './ContactImportStanding.tsx';
import { isUnderWay, useContactImport } from './useContactImport.ts';

export const areas = [contactFile, contactForm];

/** Bytes: more is refused, so it is not sent. */
const largest = 1024 * 1024;

interface Chosen {
  readonly name: string;
  readonly size: number;
  /** Undefined where it is no UTF-8. */
  readonly text: string | undefined;
}

interface ContactFileProps {
  readonly practiceId: string;
  readonly onImported: () => void;
}

/** Contacts into a file and out of one. */
export function Part({ practiceId, onImported }: ContactFileProps) {
  const words = useWords(contactFile);
  const [file, setFile] = useState<Chosen | undefined>(undefined);
  const importing = useContactImport(practiceId, onImported);
  const submission = useSubmission({ sentences: {} });
  const choose = async (chosen: File | undefined) => setFile(chosen && (await read(chosen)));
  const wrong = (message: string) => [{ fieldId: 'contact-file', message }];
  const check = () =>
    file === undefined
      ? wrong(words('noFile'))
      : file.size > largest
        ? wrong(words('tooLarge'))
        : file.text === undefined
          ? wrong(words('notUtf8'))
          : [];
  const error = submission.errorOf('contact-file');
  const texts = { label: words('file'), id: 'contact-file', error };
  const ids = useFieldIds(texts);
  return (
    <div class="stack stack--wide">
      <PageHeading text={words('title')} />
      <section class="stack">
        <h2>{words('exportTitle')}</h2>
        <p>{words('exportText')}</p>
        <div class="row">
          <a class="button button--secondary" href={downloads.contacts(practiceId)} download>
            <span>{words('exportFile')}</span>
          </a>
        </div>
      </section>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submission.submit(check, () => importing.begin(file?.name ?? '', file?.text ?? ''));
        }}
      >
        <h2>{words('importTitle')}</h2>
        <p>{words('importText')}</p>
        <p class="soft">{words('again')}</p>
        <FormProblems
          submission={submission}
          known={{
            'csv-columns-missing': words('columnsMissing'),
            'csv-not-utf8': words('notUtf8'),
            'csv-too-many-rows': words('tooManyRows'),
            'body-too-large': words('tooLarge'),
          }}
        />
        <Field texts={texts} ids={ids}>
          <input
            id={ids.id}
            class="control"
            type="file"
            accept=".csv,text/csv"
            aria-describedby={ids.describedBy}
            aria-invalid={error === undefined ? undefined : true}
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </Field>
        <div class="row">
          <Button kind="primary" type="submit" busy={isUnderWay(importing)}>
            {words('importFile')}
          </Button>
        </div>
      </form>
      {importing.state !== 'none' && <ContactImportStanding importing={importing} />}
    </div>
  );
}

async function read(file: File): Promise<Chosen> {
  const { name, size } = file;
  if (size > largest) {
    return { name, size, text: undefined };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return { name, size, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { name, size, text: undefined };
  }
}
