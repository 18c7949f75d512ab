import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findRoute, hostingFile, readHostingRules } from './hosting.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rules = readHostingRules(root);
const source = readFileSync(`${root}/staticwebapp.config.json`, 'utf8');
const header = (name: string) => rules.globalHeaders[name] ?? '';

describe('FindRoute', () => {
  it.each([
    ['/register', '/register.html'],
    ['/register/code', '/register.html'],
    ['/inbox/01J', '/inbox.html'],
    ['/practice/cases/01J', '/practice.html'],
  ])('%s_IsServedByItsPage', (path, page) => {
    expect(findRoute(rules, path)?.rewrite).toBe(page);
    expect(existsSync(`${root}${page}`)).toBe(true);
  });

  it.each(['/', '/registered', '/nowhere', '/api/health'])('%s_IsLeftToTheHost', (path) => {
    expect(findRoute(rules, path)).toBeUndefined();
  });

  it('HashedFile_IsKeptForAYear', () => {
    expect(findRoute(rules, '/assets/x-1.js')?.headers?.['Cache-Control']).toBe('public, max-age=31536000, immutable');
  });

  it('EveryPage_HasARouteOrIsServedByName', () => {
    const pages = readdirSync(root).filter((name) => name.endsWith('.html') && name !== 'fixtures.html');
    const served = new Set(['index.html', '404.html', ...rules.routes.map((rule) => rule.rewrite?.slice(1))]);
    expect(pages.filter((page) => !served.has(page))).toEqual([]);
  });
});

describe('GlobalHeaders', () => {
  const policy = new Map(
    header('Content-Security-Policy')
      .split(';')
      .map((directive) => {
        const [name = '', ...values] = directive.trim().split(' ');
        return [name, values] as const;
      }),
  );

  it('ContentPolicy_AllowsNothingByDefault', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'"]);
  });

  it('ContentPolicy_RunsAndStylesOnlyOwnFiles', () => {
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(header('Content-Security-Policy')).not.toMatch(/unsafe-| \*|https:;|data:/u);
  });

  it('Transport_IsEncryptedForTwoYears', () => {
    expect(header('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains; preload');
  });

  it.each([
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cache-Control', 'no-cache'],
  ])('%s_IsStrict', (name, value) => {
    expect(header(name)).toBe(value);
  });

  it('Permissions_AreClosedButForPasskeysAndCopying', () => {
    const open = header('Permissions-Policy')
      .split(', ')
      .filter((feature) => !feature.endsWith('=()'));
    expect(open).toEqual([
      'clipboard-write=(self)',
      'publickey-credentials-create=(self)',
      'publickey-credentials-get=(self)',
    ]);
  });
});

describe('HostingFile', () => {
  it('StorageKnown_ConnectsToThatAccountAlone', () => {
    const narrowed = hostingFile(source, 'https://example.blob.core.windows.net/');
    expect(narrowed).toContain("connect-src 'self' https://example.blob.core.windows.net;");
    expect(narrowed).not.toContain('127.0.0.1');
  });

  it('StorageUnknown_StaysAsItIs', () => {
    expect(hostingFile(source, undefined)).toBe(source);
    expect(hostingFile(source, '')).toBe(source);
  });

  it('StorageIsNoAddress_FailsTheBuild', () => {
    expect(() => hostingFile(source, 'example')).toThrow();
  });

  it('PolicyWasReworded_FailsTheBuild', () => {
    expect(() => hostingFile('{}', 'https://example.blob.core.windows.net')).toThrow(/no longer lists/u);
  });
});

describe('Pages', () => {
  const pages = readdirSync(root).filter((name) => name.endsWith('.html'));

  it.each(pages)('%s_HasNoInlineScriptOrStyle', (page) => {
    const markup = readFileSync(`${root}/${page}`, 'utf8');
    expect(markup).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/iu);
  });

  it('WithoutScripts_EveryLanguageSaysWhatToDo', () => {
    const markup = readFileSync(new URL('./waiting.html', import.meta.url), 'utf8');
    const noscript = /<noscript>(.*)<\/noscript>/su.exec(markup)?.[1] ?? '';
    expect([...noscript.matchAll(/lang="(\w+)"/gu)].map((match) => match[1])).toEqual(['en', 'es', 'fr']);
  });
});
