import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './EmptyState.fixtures.tsx';

describeAccessibility(fixtures);

describe('EmptyState', () => {
  it('WhatToDo_IsSaidAndAtHand', async () => {
    const page = await show(fixtures['With action']?.());
    expect(find(page, 'p').textContent).toBe('Invite her by email. You then talk here in private.');
    expect(find(page, 'button').textContent).toBe('Invite Patient');
  });
});
