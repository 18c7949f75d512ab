import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Banner.fixtures.tsx';

describeAccessibility(fixtures);

describe('Banner', () => {
  it.each([
    ['Info', 'status', 'Note:'],
    ['Success', 'status', 'Done:'],
    ['Warning', 'status', 'Please note:'],
    ['Error', 'alert', 'Problem:'],
  ])('%s_IsSaidAs %s with "%s"', async (name, role, prefix) => {
    const banner = find(await show(fixtures[name]?.()), '.banner');
    expect(banner.getAttribute('role')).toBe(role);
    expect(banner.textContent?.startsWith(prefix)).toBe(true);
  });
});
