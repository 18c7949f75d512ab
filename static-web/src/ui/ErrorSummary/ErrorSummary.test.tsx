import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, show } from '../../testing/show.tsx';
import { fixtures } from './ErrorSummary.fixtures.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';

describeAccessibility(fixtures);

describe('ErrorSummary', () => {
  it('Appearing_TakesTheFocus', async () => {
    const page = await show(fixtures['Two problems']?.());
    expect(document.activeElement).toBe(find(page, '.error-summary'));
    expect(find(page, 'h2').textContent).toBe('There are 2 things to put right');
  });

  it('FurtherAttempt_TakesTheFocusAgain', async () => {
    const problems = [{ fieldId: 'a', message: 'Enter your name' }];
    const page = await show(<ErrorSummary problems={problems} attempt={1} />);
    find(page, 'a').focus();
    await show(<ErrorSummary problems={problems} attempt={2} />);
    expect(document.activeElement).toBe(find(page, '.error-summary'));
  });

  it('LineFollowed_LeadsToItsFieldAndLeavesTheAddress', async () => {
    location.hash = '#invitation';
    const page = await show(fixtures['Above its field']?.());
    await click(find(page, 'a'));
    expect(document.activeElement?.id).toBe('fixture-name');
    expect(location.hash).toBe('#invitation');
    location.hash = '';
  });

  it('NothingWrong_ShowsNothing', async () => {
    expect((await show(<ErrorSummary problems={[]} />)).innerHTML).toBe('');
  });
});
