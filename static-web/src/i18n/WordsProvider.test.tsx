import { describe, expect, it } from 'vitest';
import { click, findButton, show } from '../testing/show.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch/LanguageSwitch.tsx';
import { forms } from './areas/forms/forms.ts';
import type { Area } from './message.ts';
import { rich } from './rich.tsx';
import { useLanguage, useWords } from './WordsProvider.tsx';

function Day() {
  const words = useWords(forms);
  return <b>{words('day')}</b>;
}

describe('UseWords', () => {
  it('Language_DecidesTheText', async () => {
    const page = await show(<Day />, { language: 'fr', locale: 'fr-CA' });
    expect(page.textContent).toBe('Jour');
  });

  it('AreaThatThePageDoesNotLoad_Throws', async () => {
    const foreign: Area<{ readonly day: 'Day' }> = { ...forms, name: 'foreign' } as never;
    function Foreign() {
      return <b>{useWords(foreign)('day')}</b>;
    }
    await expect(show(<Foreign />)).rejects.toThrow(/"foreign"/u);
  });
});

describe('Change', () => {
  it('OtherLanguage_IsLoadedShownAndRemembered', async () => {
    function Locale() {
      return <i>{useLanguage().locale}</i>;
    }
    const page = await show(
      <>
        <Day />
        <Locale />
        <LanguageSwitch />
      </>,
    );
    await click(findButton(page, 'Español'));
    await expect.poll(() => page.querySelector('b')?.textContent).toBe('Día');
    expect(page.querySelector('i')?.textContent).toBe('es');
    await expect.poll(() => document.documentElement.lang).toBe('es');
    expect(localStorage.getItem('language')).toBe('es');
  });
});

describe('Rich', () => {
  it('Tags_BecomeElements', async () => {
    const page = await show(
      rich('Read the <terms>terms of use</terms> first.', { terms: (text) => <a href="#terms">{text}</a> }),
    );
    expect(page.innerHTML).toBe('Read the <a href="#terms">terms of use</a> first.');
  });

  it('UnknownTag_Throws', () => {
    expect(() => rich('<other>x</other>', {})).toThrow(/<other>/u);
  });

  it('MarkupInAValue_StaysText', async () => {
    const page = await show(rich('Hello 5 < 6 & <b', {}));
    expect(page.textContent).toBe('Hello 5 < 6 & <b');
  });
});
