import { describe, expect, it, vi } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show, type } from '../../testing/show.tsx';
import { fixtures } from './TextField.fixtures.tsx';
import { TextField } from './TextField.tsx';

describeAccessibility(fixtures);

describe('TextField', () => {
  it('Typed_IsTold', async () => {
    const onInput = vi.fn();
    const page = await show(<TextField label="Name" autocomplete="name" value="" onInput={onInput} />);
    await type(find(page, 'input'), 'Ana');
    expect(onInput).toHaveBeenCalledWith('Ana');
  });

  it('Email_IsNotCapitalised', async () => {
    const page = await show(<TextField label="Email" type="email" autocomplete="email" value="" onInput={vi.fn()} />);
    const field = find<HTMLInputElement>(page, 'input');
    expect(field.type).toBe('email');
    expect(field.getAttribute('autocapitalize')).toBe('none');
    expect(field.getAttribute('autocomplete')).toBe('email');
  });

  it('SeveralLines_AreATextArea', async () => {
    const onInput = vi.fn();
    const page = await show(<TextField label="Message" lines={3} autocomplete="off" value="" onInput={onInput} />);
    await type(find(page, 'textarea'), 'one\ntwo');
    expect(onInput).toHaveBeenCalledWith('one\ntwo');
  });
});
