import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findViolations } from '../../testing/accessibility.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { FrontPage } from './FrontPage.tsx';

const fetched = vi.fn<() => Promise<Response>>();

function health(healthy: boolean): Response {
  return new Response(JSON.stringify({ status: healthy ? 'healthy' : 'unhealthy', healthy, parts: [] }), {
    status: healthy ? 200 : 503,
    headers: { 'Content-Type': 'application/json' },
  });
}

const statusOf = (page: Element) => page.querySelector('.status')?.textContent;

beforeEach(() => {
  fetched.mockReset().mockImplementation(async () => health(true));
  vi.stubGlobal('fetch', fetched);
});

describe('FrontPage', () => {
  it('EverythingAnswers_IsSaid', async () => {
    const page = await show(<FrontPage />);
    await expect.poll(() => statusOf(page)).toBe('Yes. Everything answers.');
    expect(await findViolations(page)).toEqual([]);
  });

  it('PartDoesNotAnswer_IsSaidAndLookedAtAgain', async () => {
    fetched.mockImplementationOnce(async () => health(false));
    const page = await show(<FrontPage />);
    await expect.poll(() => statusOf(page)).toMatch(/^Not fully\./u);
    await click(findButton(page, 'Look again'));
    await expect.poll(() => statusOf(page)).toBe('Yes. Everything answers.');
  });

  it.each([
    ['NoNetwork', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['AnotherServerAnswering', async () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['Gateway', async () => new Response('', { status: 502 })],
  ])('%s_IsSaidAsNotKnown', async (_, answer) => {
    fetched.mockImplementation(answer);
    const page = await show(<FrontPage />);
    await expect.poll(() => statusOf(page)).toMatch(/^We cannot tell/u);
  });

  it('NameOfTheService_StandsAtTheTop', async () => {
    expect(find(await show(<FrontPage />), '.brand').textContent).toBe('Collaborations');
  });
});
