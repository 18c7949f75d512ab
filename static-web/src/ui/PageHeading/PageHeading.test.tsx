import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './PageHeading.fixtures.tsx';
import { PageHeading } from './PageHeading.tsx';

describeAccessibility(fixtures);

describe('PageHeading', () => {
  it('Page_IsNamedInTheTab', async () => {
    await show(<PageHeading text="Verify your identity" />);
    await expect.poll(() => document.title).toBe('Verify your identity - Collaborations');
  });

  it('PageReachedFromAnother_StartsAtItsHeading', async () => {
    await show(<PageHeading key="first" text="First" />);
    const page = await show(<PageHeading key="second" text="Second" />);
    expect(document.activeElement).toBe(find(page, 'h1'));
    expect(document.activeElement?.textContent).toBe('Second');
  });
});
