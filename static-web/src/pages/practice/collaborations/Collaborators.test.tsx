import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collaboration, Collaborator } from '../../../api/types.ts';
import { paths } from '../../../navigation/paths.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import { at, collaborationId, open, opened, service, shown } from '../../../testing/collaborations.tsx';
import { practiceId } from '../../../testing/people.ts';
import { problem, serve } from '../../../testing/service.ts';
import { click, find, findButton, type } from '../../../testing/show.tsx';

// The parts that load later are compiled when they are first shown.
vi.setConfig({ testTimeout: 30_000 });

const [first] = opened.collaborators as [Collaborator];
const bounced: Collaboration = { ...opened, collaborators: [{ ...first, state: 'bounced' }] };
const one = `${at}/collaborations/${collaborationId}`;
const route = `PUT ${one}/collaborators/${first.contactId}/address`;

async function correct(page: HTMLElement, email: string, again: string): Promise<void> {
  await type(find(page, '#correct-email'), email);
  await type(find(page, '#correct-confirm'), again);
  await click(findButton(find(page, 'dialog[open]'), 'Send'));
}

afterEach(() => history.replaceState(null, '', '/'));

describe('Collaborators', () => {
  it('EmailCameBack_GoesToAnotherAddress', async () => {
    const asked = serve({
      ...service,
      [`GET ${one}`]: () => bounced,
      [route]: ({ body }) =>
        (body as { email: string }).email === 'taken@lab.example'
          ? problem(400, 'invalid-form', { errors: { email: ['address-twice'] } })
          : { ...bounced, collaborators: [{ ...first, email: 'right@lab.example', state: 'queued' }] },
    });
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await shown(page, 'Email came back');
    await click(find(page, `button[aria-label="Correct the address of ${first.name}"]`));
    await shown(page, `the link at ${first.email} stops working`);
    expect(await findViolations(page)).toEqual([]);

    await correct(page, 'taken@lab.example', 'taken@lab.example');
    await shown(page, 'Somebody else in this collaboration has this address');
    expect(find<HTMLInputElement>(page, '#correct-email').value).toBe('taken@lab.example');

    await correct(page, 'right@lab.example', 'right@lab.example');
    await shown(page, 'A new email is on its way to right@lab.example.');
    expect(page.querySelector('#correct-email')).toBeNull();
    expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { email: 'taken@lab.example', confirmEmail: 'taken@lab.example' },
      { email: 'right@lab.example', confirmEmail: 'right@lab.example' },
    ]);
  });

  it('SentTooOften_SaysHowLongToWait', async () => {
    const tooOften = (seconds: number) => () =>
      new Response(JSON.stringify({ status: 429, code: 'sent-too-often', title: 'Too Many Requests' }), {
        status: 429,
        headers: { 'Content-Type': 'application/problem+json', 'Retry-After': String(seconds) },
      });
    serve({
      ...service,
      [`GET ${one}`]: () => bounced,
      [`POST ${one}/collaborators/${first.contactId}/resend`]: tooOften(2700),
      [route]: tooOften(20 * 24 * 3600),
    });
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await shown(page, 'Email came back');
    await click(find(page, `button[aria-label="Send again: ${first.name}"]`));
    await shown(page, 'Send again in 45 minutes.');
    expect(await findViolations(page)).toEqual([]);

    await click(find(page, `button[aria-label="Correct the address of ${first.name}"]`));
    await correct(page, 'right@lab.example', 'right@lab.example');
    await shown(page, 'Send again in 20 days.');
    expect(find<HTMLInputElement>(page, '#correct-email').value).toBe('right@lab.example');
  });

  it('HasRead_NeedsNoOtherAddress', async () => {
    serve({ ...service, [`GET ${one}`]: () => ({ ...bounced, collaborators: [{ ...first, state: 'read' }] }) });
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await shown(page, first.name);
    expect(page.querySelector(`button[aria-label="Correct the address of ${first.name}"]`)).toBeNull();
  });
});
