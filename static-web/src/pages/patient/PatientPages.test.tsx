import { afterEach, describe, expect, it, vi } from 'vitest';
import { paths } from '../../navigation/paths.ts';
import { findViolations } from '../../testing/accessibility.ts';
import { memberSession } from '../../testing/people.ts';
import { type Asked, problem, serve } from '../../testing/service.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { PatientPages } from './PatientPages.tsx';

// The parts that load later are compiled when they are first shown.
vi.setConfig({ testTimeout: 30_000 });

const [practiceId, contactId, collaborationId, threadId] = ['1', 'b', 'c', 'd'].map((one) => one.repeat(32)) as [
  string,
  string,
  string,
  string,
];

const affiliation = { practiceId, practiceName: 'Riverside Dental', manager: false, caseManager: false };
const colleague = { ...memberSession, affiliations: [{ ...affiliation, kind: 'collaborator', contactId }] };
const patient = { ...memberSession, affiliations: [{ ...affiliation, kind: 'patient', patientId: contactId }] };

const thread = {
  threadId,
  kind: 'collaboration',
  practiceId,
  practiceName: 'Riverside Dental',
  subject: '12',
  closed: true,
  unread: 0,
  messages: [],
  more: false,
};

const seen = {
  collaborationId,
  number: 12,
  practiceId,
  practiceName: 'Riverside Dental',
  memberName: 'Ben Lindqvist',
  state: 'open',
  startedAt: '2026-11-27T10:00:00Z',
  unread: 0,
  content: { patient: { name: 'Rosa Delgado' }, message: 'Look', attachments: [], collaborators: [], threadId },
};

const service = {
  'GET /session': () => colleague,
  'GET /collaborations': () => ({ collaborations: [] }),
  'GET /collaborations/count': () => ({ count: 3 }),
  [`GET /collaborations/${collaborationId}`]: () => seen,
  [`GET /threads/${threadId}`]: () => thread,
};

async function open(address: string): Promise<HTMLElement> {
  history.replaceState(null, '', address);
  return show(<PatientPages />);
}

const shown = (page: Element, text: string) => expect.poll(() => page.textContent, { timeout: 15_000 }).toContain(text);

afterEach(() => history.replaceState(null, '', '/'));

describe('Navigation', () => {
  it('Colleague_SeesHowManyCollaborationsWaitOrHaveSomethingNew', async () => {
    const asked = serve(service);
    const page = await open(paths.sharedList.to());
    await shown(page, 'Nothing shared with you yet');
    await expect.poll(() => find(page, 'nav a[aria-current=page] .said').textContent).toBe('3 new');
    expect(await findViolations(page)).toEqual([]);
    expect(asked.some(({ path }) => path === '/inbox/count')).toBe(false);
  });

  it('Colleague_IsCountedForByTheLastETag', async () => {
    const asked = serve({
      ...service,
      'GET /collaborations/count': () =>
        new Response(JSON.stringify({ count: 3 }), { headers: { 'Content-Type': 'application/json', ETag: '"7"' } }),
    });
    const page = await open(paths.sharedList.to());
    await expect.poll(() => find(page, 'nav a[aria-current=page] .said').textContent).toBe('3 new');
    window.dispatchEvent(new Event('online'));
    const counted = () => asked.filter(({ path }) => path === '/collaborations/count');
    await expect.poll(() => counted().length).toBe(2);
    expect(counted().map(({ headers }) => headers.get('If-None-Match'))).toEqual([null, '"7"']);
  });

  it('Patient_IsNotAskedAboutCollaborations', async () => {
    const asked = serve({
      ...service,
      'GET /session': () => patient,
      'GET /inbox': () => ({ items: [] }),
      'GET /inbox/count': () => ({ count: 1 }),
    });
    const page = await open(paths.inbox.to());
    await expect.poll(() => page.querySelector('nav .said')?.textContent).toBe('1 new');
    expect(asked.some(({ path }) => path === '/collaborations/count')).toBe(false);
  });
});

describe('SharedList', () => {
  it('FurtherPages_AreReadBehindTheNewest', async () => {
    const { content: _, ...item } = seen;
    const listed = (number: number) => ({
      ...item,
      collaborationId: String(number).repeat(32),
      number,
      lastAt: item.startedAt,
    });
    serve({
      ...service,
      'GET /collaborations': ({ query }: Asked) =>
        query.get('cursor') === null ? { collaborations: [listed(9)], cursor: 'on' } : { collaborations: [listed(8)] },
    });
    const page = await open(paths.sharedList.to());
    await expect.poll(() => page.querySelectorAll('.list-entry').length).toBe(1);
    await click(findButton(page, 'Show more'));
    await expect.poll(() => page.querySelectorAll('.list-entry').length).toBe(2);
    expect(page.textContent).not.toContain('Show more');
  });
});

describe('SharedPage', () => {
  const address = paths.shared.to({ collaborationId });

  it('NobodyReads_IsNotSaidToBeClosed', async () => {
    serve(service);
    const page = await open(address);
    await shown(page, 'Nobody at the practice reads answers here any more.');
    expect(page.textContent).not.toContain('This collaboration is closed');
    expect(await findViolations(page)).toEqual([]);
  });

  it('Closed_SaysThatItCanBeOpenedAgain', async () => {
    serve({ ...service, [`GET /collaborations/${collaborationId}`]: () => ({ ...seen, state: 'closed' }) });
    const page = await open(address);
    await shown(page, 'This collaboration is closed. You can read it; the practice can open it again.');
    expect(page.textContent).not.toContain('Nobody at the practice');
  });
});

describe('NothingHere', () => {
  it('AccountOfNobodyHere_IsOfferedToSignOut', async () => {
    serve({
      'GET /session': () => ({ ...memberSession, affiliations: [] }),
      'GET /inbox/count': () => problem(404, 'not-found'),
    });
    const page = await open(paths.inbox.to());
    await shown(page, 'There is nothing here for this account');
    findButton(page, 'Sign out');
  });
});
