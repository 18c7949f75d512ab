import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, findButton, show } from '../../testing/show.tsx';
import { fixtures } from './PatientShell.fixtures.tsx';

describeAccessibility(fixtures);

describe('PatientShell', () => {
  it('Page_HasOneHeadingOneMainAndAWayPastTheLinks', async () => {
    const page = await show(fixtures['Inbox']?.());
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('main')).toHaveLength(1);
    expect(page.querySelector('a, button')).toBe(findButton(page, 'Skip to the main content'));
    expect(find(page, 'header').textContent).toContain('Sign out');
  });
});
