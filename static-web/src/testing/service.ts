import { vi } from 'vitest';
import type { Session } from '../api/types.ts';

export const practiceId = '0'.repeat(31) + 1;

/** A doctor of one practice. */
export const memberSession: Session = {
  accountId: '0'.repeat(31) + 2,
  name: 'Ben Lindqvist',
  language: 'en',
  timeZone: 'America/New_York',
  affiliations: [
    {
      kind: 'member',
      practiceId,
      practiceName: 'Riverside Dental',
      memberId: '0'.repeat(31) + 3,
      role: 'doctor',
      manager: false,
      caseManager: false,
    },
  ],
  idleSeconds: 0,
  idleLimitSeconds: 1800,
  expiresAt: '2099-01-01T00:00:00Z',
  needsTerms: false,
  needsPassword: false,
};

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answers = Readonly<Record<string, (asked: Asked) => unknown>>;

/** A refusal with its status and code. */
export class Refused {
  readonly status: number;
  readonly code: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;

  constructor(status: number, code: string, errors = {}) {
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/**
 * Stands in for the service, with a session of {@link memberSession} unless told.
 *
 * @param answers by "GET /practices/…"; what is returned is the body, a {@link Refused}, or a whole response. What nobody answers is 404.
 * @returns everything that was asked, in its order
 */
export function serve(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  const all: Answers = { 'GET /session': () => memberSession, ...answers };
  vi.stubGlobal('fetch', async (address: string, given: RequestInit) => {
    const url = new URL(address, 'https://localhost');
    const text = given.body as string | undefined;
    const headers = new Headers(given.headers);
    const one: Asked = {
      method: given.method ?? 'GET',
      path: url.pathname.replace(/^\/api/u, ''),
      query: url.searchParams,
      headers,
      body: text !== undefined && headers.get('Content-Type') === 'application/json' ? JSON.parse(text) : text,
    };
    asked.push(one);
    const answer = all[`${one.method} ${one.path}`]?.(one) ?? new Refused(404, 'not-found');
    if (answer instanceof Response) {
      return answer;
    }
    return answer instanceof Refused
      ? new Response(JSON.stringify({ title: 'Refused', ...answer }), {
          status: answer.status,
          headers: { 'Content-Type': 'application/problem+json' },
        })
      : new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } });
  });
  return asked;
}
