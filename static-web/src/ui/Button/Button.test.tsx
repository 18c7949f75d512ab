import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, show } from '../../testing/show.tsx';
import { fixtures } from './Button.fixtures.tsx';
import { Button } from './Button.tsx';

describeAccessibility(fixtures);

describe('Button', () => {
  it('Pressed_TellsItsPage', async () => {
    const onClick = vi.fn();
    await click(find(await show(<Button onClick={onClick}>Continue</Button>), 'button'));
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('Busy_AnswersNoPressAndKeepsTheFocus', async () => {
    const onClick = vi.fn();
    const onSubmit = vi.fn();
    const page = await show(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy onClick={onClick}>
          Send
        </Button>
      </form>,
    );
    const button = find<HTMLButtonElement>(page, 'button');
    button.focus();
    await click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.textContent).toBe('Send');
  });

  it('Blocked_AnswersNoPressAndTurnsNoRing', async () => {
    const onClick = vi.fn();
    const page = await show(
      <Button blocked onClick={onClick}>
        I Accept
      </Button>,
    );
    const button = find<HTMLButtonElement>(page, 'button');
    await click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(page.querySelector('.button-ring')).toBeNull();
  });
});
