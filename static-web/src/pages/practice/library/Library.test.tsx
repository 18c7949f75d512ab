import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Document } from '../../../api/types.ts';
import { languages } from '../../../i18n/languages.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import { managerSession } from '../../../testing/people.ts';
import { type Asked, problem, serve } from '../../../testing/service.ts';
import { patience, settled } from '../../../testing/settled.ts';
import { click, find, findButton, show, type } from '../../../testing/show.tsx';
import { PracticePages } from '../PracticePages.tsx';

const file: Document['file'] = {
  fileId: 'f1',
  name: 'scan 12.pdf',
  kind: 'pdf',
  contentType: 'application/pdf',
  size: 12_000,
  state: 'ready',
  shared: false,
  canShare: false,
};

const letter: Document = {
  file,
  shelf: 'correspondence',
  title: 'To Dr Weiss',
  date: '2026-03-04',
  addedAt: '2026-03-05T15:00:00Z',
  addedBy: 'Ben Lindqvist',
  imported: false,
  etag: '"v1"',
};

const older: Document = {
  ...letter,
  file: { ...file, fileId: 'f2', name: 'old.txt', kind: 'document', contentType: 'text/plain' },
  title: 'Referral',
  date: '2019',
  imported: true,
  etag: '"v7"',
};

const patient = {
  patientId: '1',
  firstName: 'Ana',
  lastName: 'Ruiz',
  code: 'R-1',
  language: 'es',
  registered: false,
  etag: 'v',
};
const many = '/practices/p1/patients/1/documents';

const routes = {
  'GET /session': managerSession,
  'GET /practices/p1/patients': { patients: [] },
  'GET /practices/p1/patients/1': patient,
  [`GET ${many}`]: { documents: [letter, older] },
};

/** What was sent to a route. */
const sentTo = (asked: readonly Asked[], route: string) => asked.filter(({ line }) => line === route);

const titles = (page: HTMLElement) => [...page.querySelectorAll('.document .file-name')].map((one) => one.textContent);

async function choose(page: HTMLElement, ...files: File[]): Promise<void> {
  const chooser = find<HTMLInputElement>(page, '.library-tools input[type=file]');
  Object.defineProperty(chooser, 'files', { value: files, configurable: true });
  await act(() => void chooser.dispatchEvent(new Event('change', { bubbles: true })));
}

beforeEach(() => history.replaceState(null, '', '/practice/p1/patients/1/correspondence'));
afterEach(() => history.replaceState(null, '', '/'));

describe('Library', patience, () => {
  it.each(languages)('Listed in %s_HasNoViolation', async (language) => {
    serve(routes);
    const page = await show(<PracticePages />, { language, locale: language });
    await settled(() => expect(titles(page)).toEqual(['To Dr Weiss', 'Referral']));
    expect(await findViolations(page)).toEqual([]);
  });

  it('Listed_SaysWhatEachIsHowOldAndWhoAddedIt', async () => {
    const asked = serve({ ...routes, 'GET /files/f1/address': { url: 'https://store.example/f1?sig=s' } });
    const page = await show(<PracticePages />);
    const facts = await settled(() => {
      const found = [...page.querySelectorAll('.document-facts')].map((one) => one.textContent);
      expect(found).toHaveLength(2);
      return found;
    });
    expect(facts[0]).toMatch(/^PDF, Mar 4, 2026Added by Ben Lindqvist, Mar 5, 2026/u);
    expect(facts[1]).toMatch(/^Document, 2019Imported by Ben Lindqvist/u);
    expect(asked.map(({ line }) => line)).toContain(`GET ${many}?sort=date&shelf=correspondence`);
    // A PDF opens in the page; a text is only saved.
    expect(page.querySelectorAll('.document .file-open')).toHaveLength(1);
    await click(findButton(page, 'View To Dr Weiss'));
    await settled(() => expect(find(document, 'dialog').textContent).toContain('To Dr Weiss'));
    await settled(() => expect(sentTo(asked, 'GET /files/f1/address?purpose=view')).toHaveLength(1));
  });

  it('Empty_SaysWhatToDo', async () => {
    serve({ ...routes, [`GET ${many}`]: { documents: [] } });
    const page = await show(<PracticePages />);
    await settled(() => expect(find(page, '.practice-thing .empty').textContent).toContain('No letters yet'));
    await click(findButton(page, 'Images'));
    await settled(() => expect(find(page, '.practice-thing .empty').textContent).toContain('No images yet'));
    expect(location.pathname).toBe('/practice/p1/patients/1/images');
    expect(await findViolations(page)).toEqual([]);
  });

  it('NothingOnThePagesThatWereRead_IsNotSaidToBeNone', async () => {
    const asked = serve({ ...routes, [`GET ${many}`]: { documents: [], cursor: 'on' } });
    const page = await show(<PracticePages />);
    await settled(() => findButton(find(page, '.practice-thing'), 'Show more'));
    expect(page.querySelector('.practice-thing .empty')).toBeNull();
    expect(page.textContent).toContain('Nothing so far. Show more looks further.');
    expect(asked.filter(({ path }) => path === many)).toHaveLength(10);
    expect(await findViolations(page)).toEqual([]);
  });

  it('Uploaded_IsCalledAndDatedAsWasSaid', async () => {
    let there: Document[] = [];
    const asked = serve({
      ...routes,
      [`GET ${many}`]: () => ({ documents: there }),
      [`POST ${many}`]: { file: { ...file, state: 'uploading' }, url: '/store?sig=s', blockBytes: 5 },
      'PUT /store': () => new Response(null, { status: 201 }),
      'POST /files/f1/complete': () => {
        there = [letter];
        return file;
      },
    });
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'Upload files'));
    await choose(page, new File(['letter'], 'scan 12.pdf'));
    expect(find<HTMLInputElement>(page, '#document-0-title').value).toBe('scan 12');
    expect(await findViolations(page)).toEqual([]);
    await type(find(page, '#document-0-title'), ' ');
    await type(find(page, '#document-0-date-day'), '4');
    await click(findButton(page, 'Upload 1 file'));
    expect(find(page, '.error-summary').textContent).toContain('Give it a title');
    expect(find(page, '.error-summary').textContent).toContain('Enter a date of the past');
    await type(find(page, '#document-0-title'), 'To Dr Weiss');
    await type(find(page, '#document-0-date-month'), '3');
    await type(find(page, '#document-0-date-year'), '2026');
    await click(findButton(page, 'Upload 1 file'));
    await settled(() => expect(titles(page)).toEqual(['To Dr Weiss']));
    expect(sentTo(asked, `POST ${many}`).map(({ body }) => body)).toEqual([
      { name: 'scan 12.pdf', size: 6, shelf: 'correspondence', title: 'To Dr Weiss', date: '2026-03-04' },
    ]);
    expect(page.querySelector('progress')).toBeNull();
  });

  it('MoreThanADayAllows_IsSaidPlainly', async () => {
    serve({ ...routes, [`POST ${many}`]: problem(429, 'too-much-uploaded') });
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'Upload files'));
    await choose(page, new File(['letter'], 'a.pdf'));
    await click(findButton(page, 'Upload 1 file'));
    await settled(() =>
      expect(find(page, '.file--failed [role="alert"]').textContent).toBe(
        'You have sent as much as one may in a day. Send it again tomorrow.',
      ),
    );
  });

  it('Edited_KeepsADateAsExactAsItIs', async () => {
    const asked = serve({ ...routes, [`PUT ${many}/f2`]: { ...older, title: 'Referral of Dr Weiss' } });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Edit Referral')));
    expect(await findViolations(page)).toEqual([]);
    await type(find(page, '#document-f2-title'), 'Referral of Dr Weiss');
    await click(findButton(page, 'Save'));
    const [sent] = await settled(() => {
      const found = sentTo(asked, `PUT ${many}/f2`);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(sent?.body).toEqual({ title: 'Referral of Dr Weiss', date: '2019' });
    expect(sent?.headers.get('If-Match')).toBe('"v7"');
    await settled(() => expect(page.querySelector('.document-form')).toBeNull());
  });

  it('EditedBySomebodyElseMeanwhile_IsSaidAndReplacedOnlyKnowingly', async () => {
    let documents = [letter];
    const asked = serve({
      ...routes,
      [`GET ${many}`]: () => ({ documents }),
      [`PUT ${many}/f1`]: ({ headers }: Asked) =>
        headers.get('If-Match') === '"v2"' ? { ...letter, title: 'Mine' } : problem(412, 'precondition-failed'),
    });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Edit To Dr Weiss')));
    await type(find(page, '#document-f1-title'), 'Mine');
    documents = [{ ...letter, title: 'Theirs', etag: '"v2"' }];
    await click(findButton(page, 'Save'));
    await settled(() => expect(page.textContent).toContain('It is now called: Theirs.'));
    expect(find<HTMLInputElement>(page, '#document-f1-title').value).toBe('Mine');
    await click(findButton(page, 'Save'));
    await settled(() =>
      expect(sentTo(asked, `PUT ${many}/f1`).map(({ headers }) => headers.get('If-Match'))).toEqual(['"v1"', '"v2"']),
    );
  });

  it('Removed_IsGoneAtOnceAndCanBePutBack', async () => {
    let documents = [letter, older];
    const asked = serve({
      ...routes,
      [`GET ${many}`]: () => ({ documents }),
      [`DELETE ${many}/f1`]: () => {
        documents = [older];
        return new Response(null, { status: 204 });
      },
      [`POST ${many}/f1/restore`]: () => {
        documents = [letter, older];
        return letter;
      },
    });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Remove To Dr Weiss')));
    expect(titles(page)).toEqual(['Referral']);
    await settled(() => expect(find(page, '.toast').textContent).toContain('To Dr Weiss is removed.'));
    await click(findButton(page, 'Undo'));
    await settled(() => expect(titles(page)).toEqual(['To Dr Weiss', 'Referral']));
    expect(asked.map(({ line }) => line)).toContain(`POST ${many}/f1/restore`);
  });

  it('CouldNotBeRemoved_StandsThereAgain', async () => {
    serve({ ...routes, [`DELETE ${many}/f1`]: problem(503, 'unavailable') });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Remove To Dr Weiss')));
    await settled(() => expect(find(page, '.toast').textContent).toContain('Something went wrong on our side.'));
    expect(titles(page)).toEqual(['To Dr Weiss', 'Referral']);
  });

  it('WhatWasRemoved_IsShownWithItsLastDayAndPutBack', async () => {
    let gone = [{ ...letter, restorableUntil: '2026-04-05T15:00:00Z' }];
    serve({
      ...routes,
      [`GET ${many}`]: ({ query }: Asked) => ({ documents: query.get('removed') === 'true' ? gone : [older] }),
      [`POST ${many}/f1/restore`]: () => {
        gone = [];
        return letter;
      },
    });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Show what was removed')));
    await settled(() =>
      expect(find(page, '.document-facts').textContent).toContain('Can be put back until Apr 5, 2026'),
    );
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Put back To Dr Weiss'));
    await settled(() => expect(find(page, '.practice-thing .empty').textContent).toContain('Nothing was removed'));
    await settled(() => expect(find(page, '.toast').textContent).toContain('To Dr Weiss is back.'));
  });

  it('EducationItems_AreForEveryMember', async () => {
    history.replaceState(null, '', '/practice/p1/settings/education');
    const leaflet = { ...letter, shelf: 'education', title: 'After an extraction' };
    const education = { 'GET /practices/p1/education': { documents: [leaflet] } };
    const [member] = managerSession.affiliations;
    serve({ ...education, 'GET /session': { ...managerSession, affiliations: [{ ...member, manager: false }] } });
    const page = await show(<PracticePages />);
    await settled(() => expect(titles(page)).toEqual(['After an extraction']));
    expect(find(page, 'h1').textContent).toBe('Education');
    expect(page.querySelector('[role=tab]')).toBeNull();
    expect(await findViolations(page)).toEqual([]);
  });
});
