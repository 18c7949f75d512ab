import { describe, expect, it } from 'vitest';

// Rules about the source itself that no compiler holds.
const sources = Object.entries(
  import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.{ts,tsx}', '!./testing/**'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
);

function filesWith(pattern: RegExp): string[] {
  return sources.filter(([, text]) => pattern.test(text)).map(([file]) => file);
}

describe('Source', () => {
  it('LocalStorage_HoldsTheLanguageOnly', () => {
    expect(filesWith(/localStorage\s*\./u)).toEqual(['./i18n/languages.ts']);
  });

  it('SessionStorage_HoldsDraftsOnly', () => {
    expect(filesWith(/\(sessionStorage|sessionStorage\./u)).toEqual(['./drafts/drafts.ts']);
  });

  it('Fetch_IsCalledForTheServiceAndForStorageOnly', () => {
    expect(filesWith(/\bfetch\(|XMLHttpRequest|sendBeacon/u)).toEqual([
      './api/blobs.ts',
      './api/client.ts',
      './api/upload.ts',
    ]);
  });

  it('Markup_IsNeverMadeOfText', () => {
    expect(filesWith(/innerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(/u)).toEqual([]);
  });

  it('Styles_AreNeverInMarkup', () => {
    expect(filesWith(/\sstyle=|\.style\./u)).toEqual([]);
  });

  it('OtherHosts_AreNeverNamed', () => {
    const withoutComments = sources.map(([file, text]) => [file, text.replace(/\/\*.*?\*\/|\/\/ .*/gsu, '')] as const);
    expect(withoutComments.filter(([, text]) => /https?:\/\//u.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('Addresses_AreBuiltByPathsAlone', () => {
    const linking = sources.filter(([file]) => !file.includes('fixtures') && !file.startsWith('./navigation/'));
    expect(linking.filter(([, text]) => /(?:href|to)=["'`{]+\//u.test(text)).map(([file]) => file)).toEqual([]);
  });
});
