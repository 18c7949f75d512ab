import { useRef } from 'preact/hooks';
import type { CollaborationTemplate } from '../../../api/types.ts';
import { shareDefaults } from '../../../i18n/areas/shareDefaults/shareDefaults.ts';
import type { Language } from '../../../i18n/languages.ts';
import type { Area, Words } from '../../../i18n/message.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox/Checkbox.tsx';
import type { FieldProblem } from '../../../ui/ErrorSummary/ErrorSummary.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';

/** The email in one language, and whether the practice's own words are used: those that were written stay for as long as the page is open. */
export interface OwnEmail {
  readonly own: boolean;
  readonly subject: string;
  readonly text: string;
}

type Part = 'subject' | 'text';

interface EmailWordsProps {
  readonly language: Language;
  readonly email: OwnEmail;
  readonly standard: CollaborationTemplate | undefined;
  /** What may stand in braces. */
  readonly fields: readonly string[];
  readonly practiceName: string;
  readonly onChange: (email: OwnEmail) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

/** Its words in one language, the fields that may be put into them, and how it reads when they are filled in. */
export function EmailWords(props: EmailWordsProps) {
  const { language, email, standard, fields, practiceName, onChange, errorOf } = props;
  const words = useWords(shareDefaults);
  const { session } = useSession();
  const last = useRef<Part>('text');
  const shown = email.own ? email : (standard ?? email);
  const sample = { collaborator: words('sampleName'), member: session.name, practice: practiceName, number: '12' };
  const insert = (field: string) => {
    const part = last.current;
    const control = document.getElementById(fieldOf(language, part)) as HTMLInputElement | HTMLTextAreaElement | null;
    const [from, to] = [control?.selectionStart ?? email[part].length, control?.selectionEnd ?? email[part].length];
    const put = `{${field}}`;
    onChange({ ...email, [part]: `${email[part].slice(0, from)}${put}${email[part].slice(to)}` });
    // The cursor goes on behind it, once the control holds it.
    requestAnimationFrame(() => {
      control?.focus();
      control?.setSelectionRange(from + put.length, from + put.length);
    });
  };
  return (
    <div class="email-words">
      <div class="stack">
        <Checkbox label={words('own')} checked={email.own} onChange={(own) => onChange({ ...email, own })} />
        {email.own ? (
          <>
            <div class="email-insert">
              <span class="soft">{words('insert')}</span>
              {fields.map((field) => (
                <Button key={field} kind="quiet" onClick={() => insert(field)}>
                  {nameOf(field, words)}
                </Button>
              ))}
            </div>
            <div
              onFocusIn={() => {
                last.current = 'subject';
              }}
            >
              <TextField
                id={fieldOf(language, 'subject')}
                label={words('subject')}
                autocomplete="off"
                maxLength={200}
                value={email.subject}
                onInput={(subject) => onChange({ ...email, subject })}
                error={errorOf(fieldOf(language, 'subject'))}
              />
            </div>
            <div
              onFocusIn={() => {
                last.current = 'text';
              }}
            >
              <TextField
                id={fieldOf(language, 'text')}
                label={words('text')}
                autocomplete="off"
                maxLength={4000}
                lines={9}
                value={email.text}
                onInput={(text) => onChange({ ...email, text })}
                error={errorOf(fieldOf(language, 'text'))}
              />
            </div>
          </>
        ) : (
          <p class="soft">{words('standard')}</p>
        )}
      </div>
      <section class="email-sample stack" lang={language}>
        <h3>{words('preview')}</h3>
        <strong>{filled(withNumber(shown.subject), sample)}</strong>
        <p class="email-sample-text">{filled(shown.text, sample)}</p>
        <p class="soft small">{words('previewNote')}</p>
      </section>
    </div>
  );
}

export const fieldOf = (language: Language, part: Part) => `email-${language}-${part}`;

type DefaultsWords = typeof shareDefaults extends Area<infer English> ? Words<English> : never;

/** What is wrong with it, before anything is sent. */
export function problemsOf(
  language: Language,
  email: OwnEmail,
  fields: readonly string[],
  words: DefaultsWords,
): readonly FieldProblem[] {
  if (!email.own) {
    return [];
  }
  return (['subject', 'text'] as const).flatMap((part) => {
    const fieldId = fieldOf(language, part);
    if (email[part].trim() === '') {
      return [{ fieldId, message: words('required') }];
    }
    const unknown = [...email[part].matchAll(braces)].some(([, name = '']) => !fields.includes(name));
    return unknown ? [{ fieldId, message: words('fieldUnknown') }] : [];
  });
}

const braces = /\{([^{}]*)\}/gu;

const known = ['collaborator', 'member', 'practice', 'number'] as const;

function nameOf(field: string, words: DefaultsWords): string {
  const found = known.find((one) => one === field);
  return found === undefined ? field : words(`field.${found}`);
}

/** The service puts the number into every subject, also where its field was deleted. */
const withNumber = (subject: string) => (subject.includes('{number}') ? subject : `${subject} [{number}]`);

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(braces, (whole, name: string) => values[name] ?? whole);
