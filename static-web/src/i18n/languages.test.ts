// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseLanguage, storedLanguage, storeLanguage } from './languages.ts';

describe('ChooseLanguage', () => {
  it('EarlierChoice_Wins', () => {
    expect(chooseLanguage('fr', ['es-MX', 'en'])).toEqual({ language: 'fr', locale: 'fr' });
  });

  it('BrowsersFirstKnownLanguage_IsTaken', () => {
    expect(chooseLanguage(null, ['de-AT', 'es-MX', 'en-US'])).toEqual({ language: 'es', locale: 'es-MX' });
  });

  it('RegionOfTheBrowser_DecidesTheLocale', () => {
    expect(chooseLanguage('en', ['fr-FR', 'en-GB'])).toEqual({ language: 'en', locale: 'en-GB' });
  });

  it('NothingKnown_IsEnglish', () => {
    expect(chooseLanguage(null, ['de', 'ja'])).toEqual({ language: 'en', locale: 'en' });
    expect(chooseLanguage('xx', [])).toEqual({ language: 'en', locale: 'en' });
  });
});

describe('StoredLanguage', () => {
  beforeEach(() => localStorage.clear());

  it('Stored_IsFoundAgain', () => {
    storeLanguage('es');
    expect(storedLanguage()).toBe('es');
  });

  it('StorageBlocked_IsNoError', () => {
    vi.stubGlobal('localStorage', undefined);
    storeLanguage('es');
    expect(storedLanguage()).toBeNull();
  });
});
