import { describe, expect, it } from 'vitest';
import { languages } from '../languages.ts';
import type { Catalogue, Message } from '../message.ts';
import { allAreas } from './areas.ts';

const files = import.meta.glob<{ readonly words: Catalogue }>('./*/{en,es,fr}.ts', { eager: true });

function wordsOf(area: string, language: string): Catalogue {
  return files[`./${area}/${language}.ts`]?.words ?? {};
}

function forms(message: Message | undefined): string[] {
  return typeof message === 'string' ? [message] : Object.values(message ?? {});
}

/** Placeholders and tags, which must be the same in every language and every plural form. */
function slots(text: string): string[] {
  return [...text.matchAll(/\{\w+\}|<\/?\w+>/gu)].map(([slot]) => slot).sort();
}

const areas = allAreas.map((area) => area.name);
const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[1] ?? ''))];

describe('Catalogues', () => {
  it('EveryFolder_IsInTheListOfAreas', () => {
    expect([...areas].sort()).toEqual(folders.sort());
  });

  describe.each(areas)('%s', (area) => {
    const english = wordsOf(area, 'en');

    describe.each(languages)('%s', (language) => {
      const words = wordsOf(area, language);

      it('Keys_AreThoseOfEnglish', () => {
        expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
      });

      it('Placeholders_AreThoseOfEnglish', () => {
        for (const [key, message] of Object.entries(words)) {
          const expected = slots(forms(english[key]).at(-1) ?? '');
          for (const form of forms(message)) {
            expect.soft(slots(form), key).toEqual(expected);
          }
        }
      });

      it('Plurals_HaveTheFormsOfTheLanguage', () => {
        const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
        for (const [key, message] of Object.entries(words)) {
          if (typeof message !== 'string') {
            expect(Object.keys(message), key).toEqual(expect.arrayContaining(['one', 'other']));
            expect(pluralCategories, key).toEqual(expect.arrayContaining(Object.keys(message)));
          }
        }
      });

      it('Texts_AreNeitherEmptyNorLoud', () => {
        for (const [key, message] of Object.entries(words)) {
          for (const form of forms(message)) {
            expect.soft(form, key).toMatch(/\S/u);
            expect.soft(form, key).not.toMatch(/[!¡]/u);
            expect.soft(form, key).not.toMatch(/^\s|\s$/u);
          }
        }
      });
    });

    it('Translations_DifferFromEnglishInSentences', () => {
      for (const [key, message] of Object.entries(english)) {
        const text = forms(message).join(' ');
        // Names and bare placeholders may be the same; a sentence that is has not been translated.
        if (text.replace(/\{\w+\}/gu, '').split(/\s+/u).length > 3) {
          expect.soft(forms(wordsOf(area, 'es')[key]).join(' '), key).not.toBe(text);
          expect.soft(forms(wordsOf(area, 'fr')[key]).join(' '), key).not.toBe(text);
        }
      }
    });
  });
});
