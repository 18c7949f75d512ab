import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../i18n/languages.ts';
import { findViolations } from '../testing/accessibility.ts';
import { show } from '../testing/show.tsx';
import { NotFoundPage } from './notFound/NotFoundPage.tsx';
import { InboxPage } from './patient/InboxPage.tsx';
import { CasesPage } from './practice/CasesPage.tsx';
import { RegistrationPage } from './registration/RegistrationPage.tsx';

const pages: [string, () => VNode][] = [
  ['NotFoundPage', () => <NotFoundPage />],
  ['InboxPage', () => <InboxPage />],
  ['CasesPage', () => <CasesPage />],
  ['RegistrationPage', () => <RegistrationPage />],
];

const cases = pages.flatMap(([name, draw]) =>
  languages.map((language): [string, Language, () => VNode] => [name, language, draw]),
);

describe('Pages', () => {
  it.each(cases)('%s in %s_HasOneHeadingAndNoViolation', async (_, language, draw) => {
    const page = await show(draw(), { language, locale: language });
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('main')).toHaveLength(1);
    expect(await findViolations(page)).toEqual([]);
  });
});
