import { vi } from 'vitest';
import type { Session } from '../api/types.ts';

interface Asked {
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

/** An answer: a body, or a whole response. */
type Route = object | ((asked: Asked) => object | Promise<object>);

/**
 * Stands in for the service. Routes are named by method and path without the server, such as `GET /practices/p1/patients`; what no route is for
 * fails the test.
 *
 * @returns what was asked, by name with its query, in order
 */
export function serve(routes: Readonly<Record<string, Route>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'https://pages.example');
    const name = `${init.method ?? 'GET'} ${url.pathname.replace(/^\/api/u, '')}`;
    asked.push(name + url.search);
    const route = routes[name];
    if (route === undefined) {
      throw new Error(`The test has no answer for ${name}.`);
    }
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const answer = typeof route === 'function' ? await route({ url, headers: new Headers(init.headers), body }) : route;
    init.signal?.throwIfAborted();
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return asked;
}

export function problem(status: number, code: string, errors?: Readonly<Record<string, readonly string[]>>): Response {
  return new Response(JSON.stringify({ status, code, title: code, ...(errors && { errors }) }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** A manager of the practice p1, in New York. */
export const managerSession: Session = {
  accountId: 'a1',
  name: 'Mia Chen',
  language: 'en',
  timeZone: 'America/New_York',
  affiliations: [
    {
      kind: 'member',
      practiceId: 'p1',
      practiceName: 'Harbor Dental',
      memberId: 'm1',
      role: 'doctor',
      manager: true,
      caseManager: false,
    },
  ],
  idleSeconds: 0,
  idleLimitSeconds: 1800,
  expiresAt: '2099-01-01T00:00:00Z',
  needsTerms: false,
  needsPassword: false,
};
