import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { fixtures } from './MessageBubble.fixtures.tsx';
import { MessageBubble } from './MessageBubble.tsx';

describeAccessibility(fixtures);

const shared = { sender: 'Ana Ruiz', at: new Date(0), timeZone: 'UTC' } as const;

describe('MessageBubble', () => {
  it('Markup_IsShownAsItWasTyped', async () => {
    const page = await show(<MessageBubble {...shared} mine={false} text={'<b>bold</b>\n<script>'} />);
    expect(find(page, '.message-text').textContent).toBe('<b>bold</b>\n<script>');
    expect(page.querySelector('b, script')).toBeNull();
  });

  it('Text_RunsInItsOwnDirection', async () => {
    expect(find(await show(fixtures['Right to left']?.()), '.message-text').dir).toBe('auto');
  });

  it('Withdrawn_KeepsNothingOfIt', async () => {
    const page = await show(<MessageBubble {...shared} mine={false} text="secret" files={<i>file</i>} withdrawn />);
    expect(page.textContent).toContain('This message was withdrawn.');
    expect(page.textContent).not.toMatch(/secret|file/u);
  });

  it('NotSent_IsSentAgainOnDemand', async () => {
    const onRetry = vi.fn();
    const page = await show(<MessageBubble {...shared} mine text="Hello" state="failed" onRetry={onRetry} />);
    expect(page.textContent).toContain('Not sent');
    await click(findButton(page, 'Send again'));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
