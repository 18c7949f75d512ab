import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Fixtures } from '../fixtures/fixture.tsx';
import { show } from './show.tsx';

/** Colours are not computed without a browser: contrast.test.ts holds the tokens to their ratios. A fixture is a part, not a page. */
const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };

/** What axe finds against WCAG 2.2 A and AA and its best practices, one line each. */
export async function findViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.html})`));
}

/** One test for each fixture of a component. */
export function describeAccessibility(fixtures: Fixtures): void {
  describe('Accessibility', () => {
    it.each(Object.entries(fixtures))('%s_HasNoViolation', async (_, draw) => {
      expect(await findViolations(await show(draw()))).toEqual([]);
    });
  });
}
