import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Badge.fixtures.tsx';

describeAccessibility(fixtures);

describe('Badge', () => {
  it('BareNumber_IsSaidInWords', async () => {
    const page = await show(fixtures['Count']?.());
    expect(find(page, '[aria-hidden=true]').textContent).toBe('12');
    expect(find(page, '.said').textContent).toBe('12 new');
  });
});
