import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Progress.fixtures.tsx';
import { Progress } from './Progress.tsx';

describeAccessibility(fixtures);

describe('Progress', () => {
  it('TotalKnown_IsDrawnAndSaid', async () => {
    const page = await show(<Progress name="Rows" done={2} total={8} text="2 of 8" />);
    expect(find<HTMLProgressElement>(page, 'progress').position).toBe(0.25);
    expect(find(page, '[role=status]').textContent).toBe('2 of 8');
  });

  it('TotalUnknown_IsUnderWayWithoutAnEnd', async () => {
    const page = await show(<Progress name="Rows" done={0} total={undefined} />);
    expect(find<HTMLProgressElement>(page, 'progress').position).toBe(-1);
  });
});
