import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Skeleton.fixtures.tsx';
import { Skeleton } from './Skeleton.tsx';

describeAccessibility(fixtures);

describe('Skeleton', () => {
  it('Lines_AreAsManyAsAsked', async () => {
    const page = await show(<Skeleton lines={5} />);
    expect(page.querySelectorAll('.skeleton-line')).toHaveLength(5);
    expect(find(page, '[role=status]').textContent).toBe('Loading');
  });
});
