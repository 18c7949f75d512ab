import type { VNode } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Language, languages } from '../i18n/languages.ts';
import { findViolations } from '../testing/accessibility.ts';
import { show } from '../testing/show.tsx';
import { NotFoundPage } from './notFound/NotFoundPage.tsx';
import { PatientPages } from './patient/PatientPages.tsx';
import { PracticePages } from './practice/PracticePages.tsx';
import { RegistrationPage } from './registration/RegistrationPage.tsx';
import { ResetPage } from './reset/ResetPage.tsx';

const pages: [string, () => VNode][] = [
  ['NotFoundPage', () => <NotFoundPage />],
  ['PatientPages', () => <PatientPages />],
  ['PracticePages', () => <PracticePages />],
  ['RegistrationPage', () => <RegistrationPage />],
  ['ResetPage', () => <ResetPage />],
];

const cases = pages.flatMap(([name, draw]) =>
  languages.map((language): [string, Language, () => VNode] => [name, language, draw]),
);

// Nobody is signed in, so the pages ask for that.
beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    async () =>
      new Response(JSON.stringify({ status: 401, code: 'not-signed-in', title: 'Unauthorized' }), {
        status: 401,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
  );
});

describe('Pages', () => {
  it.each(cases)('%s in %s_HasOneHeadingAndNoViolation', async (_, language, draw) => {
    const page = await show(draw(), { language, locale: language });
    await expect.poll(() => page.querySelectorAll('h1').length).toBe(1);
    expect(page.querySelectorAll('main')).toHaveLength(1);
    expect(await findViolations(page)).toEqual([]);
  });
});
