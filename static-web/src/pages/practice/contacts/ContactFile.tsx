import { useRef, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { downloads } from '../../../api/downloads.ts';
import type { ContactImport } from '../../../api/types.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { contactFile } from '../../../i18n/areas/contactFile/contactFile.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field, useFieldIds } from '../../../ui/Field/Field.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';

export const areas = [contactFile, contactForm];

/** Bytes: more is refused, so it is not sent. */
const largest = 1024 * 1024;

/** Milliseconds: two thousand rows take a while. */
const patience = 180_000;

interface Chosen {
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
  const { lost } = useSession();
  const [file, setFile] = useState<Chosen | undefined>(undefined);
  const [report, setReport] = useState<ContactImport | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
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
  const send = async () => {
    try {
      const body = file?.text ?? '';
      const options = { timeout: patience };
      const answer = await api.post('/practices/{practiceId}/contacts/csv', { path: { practiceId }, body }, options);
      setReport(answer.body);
      onImported();
      heading.current?.focus();
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
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
          void submission.submit(check, send);
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
          <Button kind="primary" type="submit" busy={submission.busy}>
            {words('importFile')}
          </Button>
        </div>
      </form>
      <section class="stack" aria-live="polite">
        <h2 ref={heading} tabIndex={-1} hidden={report === undefined}>
          {words('reportTitle')}
        </h2>
        {report !== undefined && <Report report={report} />}
      </section>
    </div>
  );
}

function Report({ report }: { readonly report: ContactImport }) {
  const words = useWords(contactFile);
  const fieldWords = useWords(contactForm);
  const refused = report.lines.filter((line) => line.outcome === 'refused');
  const say = ({ code, field }: (typeof refused)[number]['reasons'][number]) => {
    const reason = words(`reason.${known.find((one) => one === code) ?? 'other'}`);
    const name = fields.find((one) => one === field);
    return name === undefined ? reason : words('field', { field: fieldWords(name), reason });
  };
  return (
    <>
      <Banner kind={report.refused === 0 ? 'success' : 'warning'}>
        <ul>
          <li>{words('addedCount', { count: report.added })}</li>
          <li>{words('changedCount', { count: report.changed })}</li>
          <li>{words('unchangedCount', { count: report.unchanged })}</li>
          <li>{words('refusedCount', { count: report.refused })}</li>
        </ul>
      </Banner>
      {report.ignoredColumns.length > 0 && <p>{words('ignored', { columns: report.ignoredColumns.join(', ') })}</p>}
      {refused.length > 0 && (
        <ul class="plain-list" aria-label={words('refusedList')}>
          {refused.map(({ line, code, reasons }) => (
            <li key={line} class="plain-list-item">
              <strong>{code === undefined ? words('line', { line }) : words('lineOf', { line, code })}</strong>
              <span>{reasons.map(say).join('; ')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const fields = ['firstName', 'lastName', 'code', 'type', 'email', 'phone', 'organisation', 'specialty'] as const;

const known = [
  'required',
  'too-long',
  'email-malformed',
  'phone-malformed',
  'phone-country-not-served',
  'phone-not-allowed',
  'code-malformed',
  'code-twice',
  'code-taken',
  'contact-type-unknown',
  'archived-unknown',
  'csv-malformed',
  'csv-too-many-fields',
  'changed-meanwhile',
] as const;

async function read(file: File): Promise<Chosen> {
  const { size } = file;
  if (size > largest) {
    return { size, text: undefined };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return { size, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { size, text: undefined };
  }
}
