import { existsSync, readFileSync, statSync } from 'node:fs';
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
 * Kilobytes of JavaScript after gzip, with one language, for any one view of a page. 14 KB is what a server sends before it waits for
 * the first acknowledgement (RFC 6928: ten segments). The front page will hold signing in and counts as the patient's side.
 */
const budgets = { front: 30, notFound: 14, register: 14, inbox: 30, practice: 60 } as const;

describe('Sizes', () => {
  it.each(Object.entries(budgets))('%s_FitsIts %s KB', (page, budget) => {
    const size = readSizes().find((one) => one.page === page);
    expect(size?.total).toBeLessThanOrEqual(budget * 1024);
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
    for (const name of ['index.html', 'register.html', 'inbox.html', 'practice.html', '404.html']) {
      const plain = statSync(`${root}/dist/${name}`).size;
      expect(statSync(`${root}/dist/${name}.br`).size).toBeLessThan(plain);
      expect(statSync(`${root}/dist/${name}.gz`).size).toBeLessThan(plain);
    }
  });

  it('Fixtures_AreNotPublished', () => {
    expect(existsSync(`${root}/dist/fixtures.html`)).toBe(false);
  });
});
