import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type PageSize, sizesFile } from './sizes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function readSizes(): PageSize[] {
  if (!existsSync(`${root}/${sizesFile}`)) {
    throw new Error('There is no build to measure: run `npm run build` first.');
  }
  return JSON.parse(readFileSync(`${root}/${sizesFile}`, 'utf8')) as PageSize[];
}

/**
 * Kilobytes of JavaScript after gzip, the strings of one language included. 14 KB is what a server sends before it waits for the first
 * acknowledgement (RFC 6928: ten segments). The front page holds signing in; it and the page of a new password count as the patient's side.
 */
const budgets = { front: 30, notFound: 14, register: 14, reset: 30, inbox: 30, practice: 60 } as const;

/**
 * Kilobytes of a part that loads later, such as a step of registration or a page of the patients, while the page around it is already there. The largest is the second
 * step of a sign-in, which holds three ways.
 */
const laterBudget = 6;

/**
 * Kilobytes of what only a look at a file fetches. The frame is on the way while the file itself is. A DICOM file has half a megabyte or more,
 * and a parser of its elements 9 KB. TIFF is a dozen ways to pack a picture, JPEG and two kinds of fax among them: 39 KB, for files of megabytes.
 */
const viewerBudgets = { Viewer: 5, readDicom: 12, readTiff: 40 } as const;

describe('Sizes', () => {
  it.each(Object.entries(budgets))('%s_OpensWith %d KB', (page, budget) => {
    const size = readSizes().find((one) => one.page === page);
    expect(size?.opening).toBeLessThanOrEqual(budget * 1024);
  });

  it('PartsOfRegistration_AreSmall', () => {
    const register = readSizes().find((one) => one.page === 'register');
    for (const [part, bytes] of Object.entries(register?.later ?? {})) {
      expect.soft(bytes, part).toBeLessThanOrEqual(laterBudget * 1024);
    }
  });

  it.each([
    'Directory',
    'PatientPage',
    'RecordSections',
    'PatientFormPage',
    'ImportPage',
    'NewCasePage',
    'Library',
    'ExportRecords',
    'SettingsPage',
    'CollaborationSettings',
    'StartPage',
  ])('%s_IsSmall', (part) => {
    const practice = readSizes().find((one) => one.page === 'practice');
    expect(practice?.later[part]).toBeGreaterThan(0);
    expect(practice?.later[part]).toBeLessThanOrEqual(laterBudget * 1024);
  });

  it.each(Object.entries(viewerBudgets))('%s_Loads %d KB', (part, budget) => {
    for (const page of ['inbox', 'practice']) {
      const later = readSizes().find((size) => size.page === page)?.later;
      expect(later?.[part], page).toBeGreaterThan(0);
      expect(later?.[part], page).toBeLessThanOrEqual(budget * 1024);
    }
  });

  it('EveryPage_HasABudget', () => {
    expect(
      readSizes()
        .map((size) => size.page)
        .sort(),
    ).toEqual(Object.keys(budgets).sort());
  });

  it('EveryPage_LoadsItsWordsInEachLanguageApart', () => {
    for (const size of readSizes()) {
      expect(Object.keys(size.words).sort()).toEqual(['en', 'es', 'fr']);
    }
  });

  it('Compressed_StandsBesideEachPage', () => {
    for (const name of ['index.html', 'register.html', 'reset.html', 'inbox.html', 'practice.html', '404.html']) {
      const plain = statSync(`${root}/dist/${name}`).size;
      expect(statSync(`${root}/dist/${name}.br`).size).toBeLessThan(plain);
      expect(statSync(`${root}/dist/${name}.gz`).size).toBeLessThan(plain);
    }
  });

  it('Styles_HaveTheirLayersInOrder', () => {
    const [name = ''] = readdirSync(`${root}/dist/assets`).filter((file) => /^style-.*\.css$/u.test(file));
    const styles = readFileSync(`${root}/dist/assets/${name}`, 'utf8');
    const layers = [...styles.matchAll(/@layer (\w+)/gu)].map((match) => match[1]);
    expect([...new Set(layers)]).toEqual(['tokens', 'base', 'ui', 'page', 'print']);
  });

  it('Fixtures_AreNotPublished', () => {
    expect(existsSync(`${root}/dist/fixtures.html`)).toBe(false);
  });
});
