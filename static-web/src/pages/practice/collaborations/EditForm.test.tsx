import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collaboration, Collaborator } from '../../../api/types.ts';
import { dropAllDrafts, readDraft, writeDraft } from '../../../drafts/drafts.ts';
import { paths } from '../../../navigation/paths.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import {
  at,
  collaborationId,
  contactId,
  open,
  opened,
  petra,
  service,
  shown,
  threadId,
} from '../../../testing/collaborations.tsx';
import { practiceId } from '../../../testing/people.ts';
import { problem, serve } from '../../../testing/service.ts';
import { clear, click, find, findButton, type } from '../../../testing/show.tsx';

// The parts that load later are compiled when they are first shown.
vi.setConfig({ testTimeout: 30_000 });

const jan: Collaborator = {
  contactId: 'e'.repeat(32),
  name: 'Jan Novak',
  email: 'jan@novak.example',
  state: 'delivered',
  addedAt: '2026-11-27T10:00:00Z',
};

const [first] = opened.collaborators as [Collaborator];
const both: Collaboration = { ...opened, collaborators: [first, jan] };
const withoutJan: Collaboration = { ...both, version: 4, collaborators: [first, { ...jan, state: 'removed' }] };
const one = `${at}/collaborations/${collaborationId}`;
const key = { kind: 'edit', id: collaborationId };

const start = () => open(paths.collaboration.to({ practiceId, collaborationId }));
const chosen = (page: Element) => find(page, '#share-contacts').textContent;
const message = (page: Element) => find<HTMLTextAreaElement>(page, '#share-message').value;

async function edit(page: HTMLElement, text: string): Promise<void> {
  await shown(page, 'You can edit for');
  await click(findButton(page, 'Edit'));
  await shown(page, 'Save the changes');
  await type(find(page, '#share-message'), text);
}

afterEach(() => {
  dropAllDrafts();
  history.replaceState(null, '', '/');
});

describe('EditForm', () => {
  it('RemovalInThePanelBelow_DropsThemFromTheFormAndTheSaveIsOfTheNewestVersion', async () => {
    let now = both;
    const asked = serve({
      ...service,
      [`GET ${one}`]: () => now,
      [`POST ${one}/collaborators/${jan.contactId}/remove`]: () => {
        now = withoutJan;
        return now;
      },
      [`PUT ${one}`]: () => ({ ...withoutJan, version: 5 }),
    });
    const page = await start();
    await edit(page, 'Lower right, in fact.');
    expect(chosen(page)).toContain('Jan Novak');
    const removals = [...page.querySelectorAll<HTMLElement>('button[aria-label="Remove Jan Novak"]')];
    await click(removals[removals.length - 1] as HTMLElement);
    await type(find(page, '#removal-reason'), 'The wrong Jan');
    await click(findButton(find(page, 'dialog[open]'), 'Remove'));
    await expect.poll(() => chosen(page)).not.toContain('Jan Novak');
    await shown(page, 'because they were removed: Jan Novak');
    expect(message(page)).toBe('Lower right, in fact.');
    await click(findButton(page, 'Save the changes'));
    await expect
      .poll(() => asked.find(({ method }) => method === 'PUT')?.body)
      .toMatchObject({ version: 4, contacts: [contactId], message: 'Lower right, in fact.' });
  });

  it('ChangedMeanwhile_OffersToGoOnWithTheNewestAndPutsNobodyBack', async () => {
    let now = both;
    const asked = serve({
      ...service,
      [`GET ${one}`]: () => now,
      [`PUT ${one}`]: ({ body }) => {
        if ((body as { version: number }).version === 4) {
          return { ...withoutJan, version: 5 };
        }
        now = { ...withoutJan, message: 'Written in another window.' };
        return problem(412, 'changed-meanwhile');
      },
    });
    const page = await start();
    await edit(page, 'Lower right, in fact.');
    await click(findButton(page, 'Save the changes'));
    await shown(page, 'It was changed meanwhile');
    await shown(page, 'Written in another window.');
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Go on with the newest'));
    expect(page.textContent).not.toContain('It was changed meanwhile');
    expect(chosen(page)).not.toContain('Jan Novak');
    expect(message(page)).toBe('Lower right, in fact.');
    await click(findButton(page, 'Save the changes'));
    await expect
      .poll(() => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body))
      .toMatchObject([
        { version: 3, contacts: [contactId, jan.contactId] },
        { version: 4, contacts: [contactId], message: 'Lower right, in fact.' },
      ]);
    await expect.poll(() => readDraft(key)).toBe('');
  });

  it('Reload_LosesNothingOfIt', async () => {
    serve(service);
    const page = await start();
    await edit(page, 'Half a change');
    clear();
    const reloaded = await start();
    await shown(reloaded, 'Save the changes');
    expect(message(reloaded)).toBe('Half a change');
    await click(findButton(reloaded, 'Keep it as it was'));
    expect(readDraft(key)).toBe('');
  });

  it('FollowUp_GoesBehindAnAnswerThatWasBegun', async () => {
    writeDraft({ kind: 'reply', id: threadId }, 'I was about to say');
    serve({ ...service, [`PUT ${one}`]: () => problem(409, 'edit-window-over') });
    const page = await start();
    await edit(page, 'Lower right, in fact.');
    await click(findButton(page, 'Save the changes'));
    await shown(page, 'The three minutes are over');
    await click(findButton(page, 'Move my text to the answers'));
    await expect
      .poll(() => [...page.querySelectorAll('textarea')].map(({ value }) => value))
      .toContain('I was about to say\n\nLower right, in fact.');
    expect(readDraft(key)).toBe('');
  });

  it('WhoIsArchivedOfThoseAdded_IsNamed', async () => {
    const added = { ...petra, contactId: 'f'.repeat(32), firstName: 'Ines', lastName: 'Roth', email: 'i@roth.example' };
    serve({
      ...service,
      [`GET ${at}/contacts`]: () => ({ contacts: [added], types: [] }),
      [`GET ${at}/contacts/${contactId}`]: () => ({ contact: { ...petra, archived: true }, version: 'v' }),
      [`GET ${at}/contacts/${added.contactId}`]: () => ({ contact: { ...added, archived: true }, version: 'v' }),
      [`PUT ${one}`]: () => problem(400, 'invalid', { errors: { contacts: ['contact-archived'] } }),
    });
    const page = await start();
    await edit(page, 'Lower right, in fact.');
    await shown(page, 'Ines Roth');
    await click(findButton(page, 'Add Ines Roth'));
    await click(findButton(page, 'Save the changes'));
    await shown(page, 'These contacts are archived or gone: Ines Roth. Remove them');
  });
});

describe('Countdown', () => {
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['four minutes fast', 240_000],
    ['two minutes slow', -120_000],
    ['right', 0],
  ])('Device %s_ShowsWhatIsLeftByTheServicesClock', async (_, ahead) => {
    const now = Date.parse('2026-11-27T10:01:00Z');
    vi.useFakeTimers({ now: now + ahead, toFake: ['Date'] });
    const counting = JSON.stringify({ ...opened, locksAt: '2026-11-27T10:03:00Z' });
    const headers = { 'Content-Type': 'application/json', Date: new Date(now).toUTCString() };
    serve({ ...service, [`GET ${one}`]: () => new Response(counting, { headers }) });
    const page = await start();
    await shown(page, 'You can edit for');
    expect(find(page, '[role=timer] time').textContent).toBe('2:00');
  });
});
