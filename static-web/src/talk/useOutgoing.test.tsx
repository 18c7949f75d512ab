import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropAllDrafts } from '../drafts/drafts.ts';
import { clear, click, findButton, show } from '../testing/show.tsx';
import { useOutgoing } from './useOutgoing.ts';

const thread = '01J';
const onSent = vi.fn<() => void>();
const lost = () => false;

function Messages({ threadId = thread }: { readonly threadId?: string }) {
  const { messages, send } = useOutgoing(threadId, onSent, lost);
  return (
    <>
      <button type="button" onClick={() => send('My tooth hurts', ['01F'])}>
        Send
      </button>
      <ul>
        {messages.map((message) => (
          <li key={message.key}>{`${message.text} ${message.failed ? 'failed' : 'sending'}`}</li>
        ))}
      </ul>
    </>
  );
}

/** What the service was asked, or would have been, and whether it is there. */
const asked: { key: string | null; body: string }[] = [];
let reachable = true;

describe('useOutgoing', () => {
  const listed = (page: HTMLElement) => [...page.querySelectorAll('li')].map((item) => item.textContent);

  beforeEach(() => {
    onSent.mockReset();
    dropAllDrafts();
    asked.length = 0;
    reachable = true;
    vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
      const request = new Request(new URL(input instanceof Request ? input.url : input, 'https://pages.example'), init);
      asked.push({ key: request.headers.get('Idempotency-Key'), body: await request.text() });
      if (!reachable) {
        throw new TypeError('There is no network.');
      }
      return Response.json({}, { status: 201 });
    });
  });

  it('Sent_IsNoLongerOnItsWay', async () => {
    const page = await show(<Messages />);
    await click(findButton(page, 'Send'));
    await expect.poll(() => listed(page)).toEqual([]);
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ text: 'My tooth hurts', files: ['01F'] }]);
    expect(onSent).toHaveBeenCalledTimes(1);
  });

  it('NotSent_SurvivesAReloadAndGoesAgainAsTheSameMessage', async () => {
    reachable = false;
    const page = await show(<Messages />);
    await click(findButton(page, 'Send'));
    await expect.poll(() => listed(page)).toEqual(['My tooth hurts failed']);
    clear();
    const reloaded = await show(<Messages />);
    await expect.poll(() => listed(reloaded)).toEqual(['My tooth hurts failed']);
    reachable = true;
    window.dispatchEvent(new Event('online'));
    await expect.poll(() => listed(reloaded)).toEqual([]);
    expect(asked.length).toBeGreaterThan(2);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect(asked[0]?.key).toMatch(/./u);
  });

  it('NotSent_StaysWithItsThread', async () => {
    reachable = false;
    const page = await show(<Messages />);
    await click(findButton(page, 'Send'));
    await expect.poll(() => listed(page)).toEqual(['My tooth hurts failed']);
    clear();
    expect(listed(await show(<Messages threadId="01K" />))).toEqual([]);
  });
});
