import type { ContactImport } from '../../../api/types.ts';
import { contactFile } from '../../../i18n/areas/contactFile/contactFile.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';

/** What became of the rows of a file, and which were not taken and why. */
export function ContactReport({ report }: { readonly report: ContactImport }) {
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
