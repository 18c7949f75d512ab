import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, show, type } from '../../testing/show.tsx';
import { fixtures } from './PasswordField.fixtures.tsx';

describeAccessibility(fixtures);

describe('Show', () => {
  it('Pressed_ShowsThePasswordAndSaysSo', async () => {
    const page = await show(fixtures['Current']?.());
    const field = find<HTMLInputElement>(page, 'input');
    expect(field.type).toBe('password');
    await click(findButton(page, 'Show password'));
    expect(field.type).toBe('text');
    expect(find(page, '[role=status]').textContent).toBe('Your password can be read on the screen.');
    await click(findButton(page, 'Hide password'));
    expect(field.type).toBe('password');
  });
});

describe('Requirements', () => {
  it('Typing_TurnsEachFromNotYetToDone', async () => {
    const page = await show(fixtures['New, half way']?.());
    const states = () => [...page.querySelectorAll('.requirement')].map((item) => item.textContent);
    expect(states()[0]).toBe('At least 15 charactersNot yet');
    await type(find(page, 'input'), 'river stone lantern');
    expect(states()[0]).toBe('At least 15 charactersDone');
    expect([...page.querySelectorAll('[role=status]')].at(-1)?.textContent).toBe('3 of 3 requirements met');
  });
});

describe('Field', () => {
  it('PasswordManager_KnowsWhatToDo', async () => {
    const page = await show(fixtures['New, all met']?.());
    expect(find(page, 'input').getAttribute('autocomplete')).toBe('new-password');
    expect(find<HTMLInputElement>(page, 'input').maxLength).toBe(-1);
  });

  it('Pasting_IsLeftAlone', async () => {
    const field = find(await show(fixtures['Current']?.()), 'input');
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    field.dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(false);
  });
});
