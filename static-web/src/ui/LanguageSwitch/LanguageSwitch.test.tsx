import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { show } from '../../testing/show.tsx';
import { fixtures } from './LanguageSwitch.fixtures.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

describeAccessibility(fixtures);

describe('LanguageSwitch', () => {
  it('EachLanguage_IsNamedInItself', async () => {
    const page = await show(<LanguageSwitch />, { language: 'fr', locale: 'fr' });
    const buttons = [...page.querySelectorAll('button')];
    expect(buttons.map((button) => [button.lang, button.textContent, button.getAttribute('aria-pressed')])).toEqual([
      ['en', 'English', 'false'],
      ['es', 'Español', 'false'],
      ['fr', 'Français', 'true'],
    ]);
  });
});
