import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../../i18n/areas/importing/en.ts';
import { words as es } from '../../../i18n/areas/importing/es.ts';
import { words as fr } from '../../../i18n/areas/importing/fr.ts';
import { importReasons } from './importReasons.ts';

const functions = new URL('../../../../../functions/', import.meta.url);

function codesIn(file: string, pattern: RegExp): string[] {
  return [...readFileSync(new URL(file, functions), 'utf8').matchAll(pattern)].map(([, code = '']) => code);
}

const given = [
  ...codesIn('Fhir/Reading/Reasons.cs', /const string \w+ = "([a-z-]+)"/gu),
  // An import holds a patient to the rules of the form, and a document to those of all files.
  ...[
    'Patients/PatientForm.cs',
    'Http/TypedText.cs',
    'Accounts/EmailAddress.cs',
    'Verification/PhoneNumber.cs',
    'Files/FileForm.cs',
  ].flatMap((file) => codesIn(file, /: (?:InvalidInput|TooLarge)\("([a-z-]+)"/gu)),
];

describe('ImportReasons', () => {
  it('EveryCodeOfTheService_IsKnownAndNoOther', () => {
    expect([...importReasons].sort()).toEqual([...new Set(given)].sort());
  });

  it.each([
    ['en', en],
    ['es', es],
    ['fr', fr],
  ] as const)('EveryReason_HasASentenceIn %s', (_, words) => {
    for (const reason of importReasons) {
      expect.soft(words[`reason.${reason}`], reason).toMatch(/^\S.*\.$/u);
    }
  });
});
