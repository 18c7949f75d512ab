/** The languages that every string exists in, the first being the one that others are translated from. */
export const languages = ['en', 'es', 'fr'] as const;

export type Language = (typeof languages)[number];

/** Each language by its own name: a reader who needs the switch cannot read the page's language. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
};

export interface LanguageChoice {
  readonly language: Language;
  /** The language with the reader's region where their browser names one, such as en-GB: it decides the order of a date. */
  readonly locale: string;
}

function isLanguage(tag: string | null): tag is Language {
  return languages.some((language) => language === tag);
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}

/**
 * What someone chose here before, otherwise the first of their browser's languages that exists, otherwise English.
 *
 * @param stored the earlier choice, or null
 * @param preferred the browser's languages, best first (`navigator.languages`)
 */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): LanguageChoice {
  const language = isLanguage(stored) ? stored : (preferred.map(primary).find(isLanguage) ?? 'en');
  return { language, locale: preferred.find((tag) => primary(tag) === language) ?? language };
}

/** The key in localStorage. Only this choice is kept there: it says nothing about anyone. */
const storageKey = 'language';

export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // A browser that blocks storage throws on the first touch; the browser's own languages still decide.
    return null;
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The same browsers: the choice holds until the page is left.
  }
}
