import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Mark.fixtures.tsx';

describeAccessibility(fixtures);

describe('Mark', () => {
  it('Size_IsAsked', async () => {
    const mark = find(await show(fixtures['Large']?.()), 'svg');
    expect([mark.getAttribute('width'), mark.getAttribute('height')]).toEqual(['64', '64']);
  });
});
