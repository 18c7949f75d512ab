import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { find, show } from '../../testing/show.tsx';
import { fixtures } from './PracticeShell.fixtures.tsx';
import { PracticeShell } from './PracticeShell.tsx';

describeAccessibility(fixtures);

describe('PracticeShell', () => {
  it('NothingOpen_IsNamedAfterItsList', async () => {
    const page = await show(fixtures['List alone']?.());
    expect([...page.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual(['Cases']);
    expect(page.querySelector('.practice-back')).toBeNull();
  });

  it('ThingOpen_IsNamedAfterItAndLeadsBack', async () => {
    const page = await show(fixtures['Case']?.());
    expect([...page.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual(['Upper left molar']);
    expect(find(page, '.practice-back').textContent).toBe('All cases');
    expect(find(page, '.practice-list h2').textContent).toBe('Cases');
  });

  it('PatientBar_IsARegionOfItsOwn', async () => {
    const page = await show(fixtures['Case']?.());
    expect(find(page, 'section[aria-label="Chosen patient"]').textContent).toContain('Ana Ruiz');
  });

  it('NoList_LeavesTheWholeWidthToTheThing', async () => {
    const page = await show(
      <PracticeShell>
        <h1>Settings</h1>
      </PracticeShell>,
    );
    expect(find(page, 'main').classList).toContain('practice-body--single');
    expect(find(page, '.practice').dataset['density']).toBe('dense');
  });
});
