import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './Icon.fixtures.tsx';
import { CheckIcon } from './StatusIcons.tsx';

describeAccessibility(fixtures);

describe('Icon', () => {
  it('ScreenReader_PassesItOver', async () => {
    const icon = find(await show(<CheckIcon size={14} />), 'svg');
    expect(icon.getAttribute('aria-hidden')).toBe('true');
    expect(icon.getAttribute('width')).toBe('14');
  });
});
