import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../api/types.ts';
import { languages } from '../../../i18n/languages.ts';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import { practiceId } from '../../../testing/people.ts';
import { type Asked, problem, serve } from '../../../testing/service.ts';
import { patience } from '../../../testing/settled.ts';
import { click, find, findButton, show, type } from '../../../testing/show.tsx';
import { PracticePages } from '../PracticePages.tsx';

const [petraId, philipId] = ['a'.repeat(32), 'b'.repeat(32)];
const at = `/practices/${practiceId}/contacts`;

const petra: Contact = {
  contactId: petraId,
  firstName: 'Petra',
  lastName: 'Falk',
  code: 'FALKP',
  type: 'referringDentist',
  email: 'desk@falk.example',
  organisation: 'Falk Dental',
  archived: false,
  changedAt: '2026-11-27T10:00:00Z',
  sameEmail: [philipId],
};
const philip: Contact = { ...petra, contactId: philipId, firstName: 'Philip', code: 'FALKP2', sameEmail: [petraId] };

const book = {
  [`GET ${at}`]: () => ({ contacts: [philip, petra], types: ['Ortho lab'] }),
  [`GET ${at}/${petraId}`]: () => ({ contact: petra, version: 'v1' }),
  [`GET ${at}/${philipId}`]: () => ({ contact: philip, version: 'v2' }),
};

async function open(address: string, language: (typeof languages)[number] = 'en'): Promise<HTMLElement> {
  history.replaceState(null, '', address);
  return show(<PracticePages />, { language, locale: language });
}

/** A file as browsers give one; jsdom's own cannot be read. */
const fileOf = (bytes: Uint8Array) =>
  ({ name: 'book.csv', size: bytes.length, arrayBuffer: async () => bytes.buffer }) as unknown as File;

const shown = (page: Element, text: string) => expect.poll(() => page.textContent, patience).toContain(text);

beforeEach(() => {
  history.replaceState(null, '', '/');
});

describe('ContactsPage', () => {
  it.each(languages)('List in %s_HasNoViolation', async (language) => {
    serve(book);
    const page = await open(paths.contacts.to({ practiceId }), language);
    await shown(page, 'Petra Falk');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(await findViolations(page)).toEqual([]);
  });

  it('Typed_IsAskedForOnceAndWithItsWords', async () => {
    const asked = serve(book);
    const page = await open(paths.contacts.to({ practiceId }));
    await shown(page, 'Petra Falk');
    const search = find(page, '.practice-list input[type=search]');
    await type(search, 'fa');
    await type(search, 'falk');
    await expect.poll(() => asked.map((one) => one.query.get('q')).filter((q) => q !== null)).toEqual(['falk']);
  });

  it('Archived_AreAskedForApart', async () => {
    const asked = serve(book);
    const page = await open(paths.contacts.to({ practiceId }));
    await shown(page, 'Petra Falk');
    const which = find<HTMLSelectElement>(page, '.practice-list select');
    which.value = 'archived';
    await act(() => void which.dispatchEvent(new Event('change', { bubbles: true })));
    await expect.poll(() => asked.some((one) => one.query.get('archived') === 'true')).toBe(true);
  });

  it('NobodyThere_SaysWhatToDo', async () => {
    serve({ [`GET ${at}`]: () => ({ contacts: [], types: [] }) });
    const page = await open(paths.contacts.to({ practiceId }));
    await shown(page, 'Add the colleagues you work with');
  });
});

describe('ContactForm', () => {
  it('Known_PointsOutWhoElseHasTheAddress', async () => {
    serve(book);
    const page = await open(paths.contact.to({ practiceId, contactId: petraId }));
    await shown(page, 'Others have the same email address');
    await shown(page, 'Philip Falk, FALKP2');
    expect(await findViolations(page)).toEqual([]);
  });

  it('New_IsSavedWithWhatWasTypedAndOpened', async () => {
    const asked = serve({ ...book, [`POST ${at}`]: () => ({ contact: petra, version: 'v1' }) });
    const page = await open(paths.newContact.to({ practiceId }));
    await shown(page, 'Save the contact');
    await type(find(page, '#contact-firstName'), 'Petra');
    await type(find(page, '#contact-lastName'), 'Falk');
    await type(find(page, '#contact-email'), 'desk@falk.example');
    await click(findButton(page, 'Save the contact'));
    await expect
      .poll(() => asked.find((one) => one.method === 'POST')?.body)
      .toEqual({
        firstName: 'Petra',
        lastName: 'Falk',
        email: 'desk@falk.example',
        type: 'referringDentist',
      });
    await expect.poll(() => location.pathname).toBe(paths.contact.to({ practiceId, contactId: petraId }));
  });

  it('WhatIsMissing_IsSaidByItsNameBeforeAnythingIsSent', async () => {
    const asked = serve(book);
    const page = await open(paths.newContact.to({ practiceId }));
    await shown(page, 'Save the contact');
    await click(findButton(page, 'Save the contact'));
    const lines = [...page.querySelectorAll('.error-summary li')].map((one) => one.textContent);
    expect(lines).toEqual(['Enter the first name', 'Enter the last name', 'Enter the email address']);
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('Refused_IsSaidBesideTheFieldAndInTheSummary', async () => {
    serve({ ...book, [`POST ${at}`]: () => problem(400, 'invalid-form', { errors: { email: ['email-malformed'] } }) });
    const page = await open(paths.newContact.to({ practiceId }));
    await shown(page, 'Save the contact');
    await type(find(page, '#contact-firstName'), 'Petra');
    await type(find(page, '#contact-lastName'), 'Falk');
    await type(find(page, '#contact-email'), 'petra');
    await click(findButton(page, 'Save the contact'));
    await expect
      .poll(() => page.querySelector('#contact-email-error')?.textContent)
      .toContain('Enter an email address');
    expect(page.querySelector('.error-summary')?.textContent).toContain('Enter an email address');
    expect(await findViolations(page)).toEqual([]);
  });

  it('CodeThatIsTaken_OffersOneThatIsFree', async () => {
    const asked = serve({
      ...book,
      [`GET ${at}/code`]: () => ({ code: 'FALKP', free: false, suggestion: 'FALKP3' }),
    });
    const page = await open(paths.newContact.to({ practiceId }));
    await shown(page, 'Check Availability');
    await type(find(page, '#contact-lastName'), 'Falk');
    await type(find(page, '#contact-code'), 'falkp');
    await click(findButton(page, 'Check Availability'));
    await shown(page, 'FALKP is taken.');
    expect(asked.find((one) => one.path === `${at}/code`)?.query.get('lastName')).toBe('Falk');
    await click(findButton(page, 'Use FALKP3'));
    expect(find<HTMLInputElement>(page, '#contact-code').value).toBe('FALKP3');
  });

  it('ChangedByAnother_KeepsWhatWasTypedAndOffersTheirs', async () => {
    const asked = serve({ ...book, [`PUT ${at}/${petraId}`]: () => problem(412, 'changed-meanwhile') });
    const page = await open(paths.contact.to({ practiceId, contactId: petraId }));
    await shown(page, 'Save the contact');
    await type(find(page, '#contact-firstName'), 'Petronella');
    await click(findButton(page, 'Save the contact'));
    await shown(page, 'Somebody changed this contact meanwhile');
    expect(asked.find((one) => one.method === 'PUT')?.headers.get('If-Match')).toBe('"v1"');
    expect(find<HTMLInputElement>(page, '#contact-firstName').value).toBe('Petronella');
  });

  it('Archived_IsTakenBackByUndo', async () => {
    const asked = serve({
      ...book,
      [`POST ${at}/${petraId}/archive`]: () => ({ contact: { ...petra, archived: true }, version: 'v3' }),
      [`POST ${at}/${petraId}/restore`]: () => ({ contact: petra, version: 'v4' }),
    });
    const page = await open(paths.contact.to({ practiceId, contactId: petraId }));
    await shown(page, 'Archive');
    await click(findButton(page, 'Archive'));
    await shown(page, 'Petra Falk is archived.');
    await shown(page, 'This contact is archived.');
    await click(findButton(page, 'Undo'));
    await expect
      .poll(() => asked.at(-1)?.method === 'GET' || asked.some((one) => one.path.endsWith('/restore')))
      .toBe(true);
    await shown(page, 'Petra Falk is in the list again.');
  });
});

describe('ContactFile', () => {
  async function choose(page: Element, file: File): Promise<void> {
    const input = find<HTMLInputElement>(page, '#contact-file');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await act(async () => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await file.arrayBuffer();
    });
    await click(findButton(page, 'Import the file'));
  }

  const report = {
    added: 1,
    changed: 0,
    unchanged: 2,
    refused: 1,
    lines: [
      { line: 2, outcome: 'added', code: 'FALKP', reasons: [] },
      {
        line: 7,
        outcome: 'refused',
        code: 'X Y',
        reasons: [{ code: 'code-malformed', field: 'code' }, { code: 'csv-malformed' }],
      },
    ],
    ignoredColumns: ['Shoe size'],
    rows: 4,
  };

  /** Five hundred rows in two parts, of which each has one row that is not taken. */
  const first = { ...report, added: 249, unchanged: 0, rows: 500, next: 250 };
  const second = {
    ...report,
    added: 200,
    changed: 49,
    unchanged: 0,
    rows: 500,
    lines: [{ line: 3, outcome: 'refused', reasons: [{ code: 'csv-malformed' }] }],
  };
  const partOf = ({ query }: Asked) => (query.get('from') === null ? first : second);
  const parts = (asked: readonly Asked[]) =>
    asked.filter(({ method }) => method === 'POST').map(({ query, body }) => [query.get('from'), body]);
  const text = new TextEncoder().encode('First name;…');

  async function start(): Promise<HTMLElement> {
    const page = await open(paths.contactFile.to({ practiceId }));
    await shown(page, 'Import the file');
    await choose(page, fileOf(text));
    return page;
  }

  it('File_IsSentAsItIsAndReportedLineByLine', async () => {
    const asked = serve({ ...book, [`POST ${at}/csv`]: () => report });
    const page = await open(paths.contactFile.to({ practiceId }));
    await shown(page, 'Import the file');
    await choose(page, fileOf(new TextEncoder().encode('First name;…')));
    await shown(page, '1 contact added');
    await shown(page, 'Line 7, X Y');
    await shown(page, 'Code: may have letters and digits only; a quotation mark is in the wrong place');
    await shown(page, 'Shoe size');
    const sent = asked.find((one) => one.method === 'POST');
    expect(sent?.headers.get('Content-Type')).toBe('text/csv');
    expect(sent?.body).toBe('First name;…');
    expect(await findViolations(page)).toEqual([]);
  });

  it('LongFile_IsSentPartAfterPartAndReportedAsOne', async () => {
    const asked = serve({ ...book, [`POST ${at}/csv`]: partOf });
    const page = await start();
    await shown(page, '449 contacts added');
    await shown(page, '49 contacts changed');
    expect(parts(asked)).toEqual([
      [null, 'First name;…'],
      ['250', 'First name;…'],
    ]);
    const refused = [...page.querySelectorAll('[aria-label="Rows that were not taken"] strong')];
    expect(refused.map((one) => one.textContent)).toEqual(['Line 3', 'Line 7, X Y']);
    expect(document.activeElement?.textContent).toBe('What became of the file');
    expect(page.querySelector('progress')).toBeNull();
  });

  it('Stopped_EndsAfterThePartThatIsUnderWayAndGoesOnBehindIt', async () => {
    const answers: (() => void)[] = [];
    const asked = serve({
      ...book,
      [`POST ${at}/csv`]: (one: Asked) => new Promise((resolve) => answers.push(() => resolve(partOf(one)))),
    });
    const page = await start();
    await expect.poll(() => answers.length).toBe(1);
    expect(find<HTMLProgressElement>(page, 'progress').position).toBe(-1);
    await click(findButton(page, 'Stop'));
    await shown(page, 'It stops after the rows that are under way.');
    expect(await findViolations(page)).toEqual([]);
    answers[0]?.();
    await shown(page, 'Stopped after 250 of 500 rows');
    await shown(page, '249 contacts added');
    expect(await findViolations(page)).toEqual([]);
    expect(answers).toHaveLength(1);
    await click(findButton(page, 'Go on with book.csv'));
    await expect.poll(() => answers.length).toBe(2);
    await shown(page, '250 of 500 rows');
    expect(find<HTMLProgressElement>(page, 'progress').position).toBe(0.5);
    answers[1]?.();
    await shown(page, '449 contacts added');
    expect(parts(asked).map(([from]) => from)).toEqual([null, '250']);
  });

  it('PartThatFailed_SaysWhatIsThroughAndIsSentAgain', async () => {
    let reachable = false;
    const asked = serve({
      ...book,
      [`POST ${at}/csv`]: (one: Asked) =>
        reachable || one.query.get('from') === null ? partOf(one) : problem(503, 'unavailable'),
    });
    const page = await start();
    await shown(page, 'It broke off after 250 of 500 rows');
    await shown(page, 'Something went wrong on our side');
    await shown(page, '249 contacts added');
    expect(await findViolations(page)).toEqual([]);
    reachable = true;
    await click(findButton(page, 'Go on with book.csv'));
    await shown(page, '449 contacts added');
    expect(page.textContent).not.toContain('It broke off');
    expect(parts(asked).map(([from]) => from)).toEqual([null, '250', '250']);
  });

  it('FirstPartThatFailed_IsSaidAboveTheForm', async () => {
    serve({ ...book, [`POST ${at}/csv`]: problem(400, 'csv-too-many-rows') });
    const page = await start();
    await shown(page, 'The file has more than 2,000 rows.');
    expect(page.textContent).not.toContain('Go on with');
  });

  it('PageThatIsLeft_SendsNoFurtherPart', async () => {
    const answers: (() => void)[] = [];
    const asked = serve({
      ...book,
      [`POST ${at}/csv`]: (one: Asked) => new Promise((resolve) => answers.push(() => resolve(partOf(one)))),
    });
    const page = await start();
    await expect.poll(() => answers.length).toBe(1);
    await act(() => navigate(paths.contact.to({ practiceId, contactId: petraId })));
    await shown(page, 'Save the contact');
    const looks = () => asked.filter(({ method, path }) => method === 'GET' && path === at).length;
    const before = looks();
    answers[0]?.();
    // The list is read anew once the import has come to its end.
    await expect.poll(looks).toBe(before + 1);
    expect(parts(asked)).toHaveLength(1);
  });

  it('FileThatIsNoText_IsNotSent', async () => {
    const asked = serve(book);
    const page = await open(paths.contactFile.to({ practiceId }));
    await shown(page, 'Import the file');
    await choose(page, fileOf(new Uint8Array([0xff, 0xfe])));
    await shown(page, 'The file is not in UTF-8');
    await choose(page, fileOf(new Uint8Array(1024 * 1024 + 1)));
    await shown(page, 'The file is larger than 1 MB');
    expect(asked.some((one) => one.method === 'POST')).toBe(false);
  });

  it('NoFile_IsSaid', async () => {
    serve(book);
    const page = await open(paths.contactFile.to({ practiceId }));
    await shown(page, 'Import the file');
    await click(findButton(page, 'Import the file'));
    await shown(page, 'Choose a file first');
    expect(find<HTMLAnchorElement>(page, 'a[download]').getAttribute('href')).toBe(`/api${at}/csv`);
  });
});
