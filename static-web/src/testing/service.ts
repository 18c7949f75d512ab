import { vi } from 'vitest';
import type { Problem } from '../api/failure.ts';
import { memberSession } from './people.ts';

export interface Asked {
  readonly method: string;
  /** Without the server and the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Read where it is JSON; a text as it is. */
  readonly body: unknown;
  /** The whole in a line, such as `GET /practices/p1/patients?q=ana`. */
  readonly line: string;
}

/** An answer: a body, or a whole response. */
type Route = object | ((asked: Asked) => object | Promise<object>);

export type Routes = Readonly<Record<string, Route>>;

/** What was asked in the running test that no route is for. */
const unanswered = new Set<string>();

/**
 * Stands in for the service, with a session of {@link memberSession} unless told. What no route is for fails the test.
 *
 * @param routes by method and path, such as `GET /practices/p1/patients`
 * @returns everything that was asked, in its order
 */
export function serve(routes: Routes): Asked[] {
  const asked: Asked[] = [];
  const all: Routes = { 'GET /session': memberSession, ...routes };
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'https://pages.example');
    const method = init.method ?? 'GET';
    const path = url.pathname.replace(/^\/api/u, '');
    const headers = new Headers(init.headers);
    const isJson = headers.get('Content-Type') === 'application/json';
    const body = typeof init.body === 'string' && isJson ? JSON.parse(init.body) : init.body;
    const one: Asked = { method, path, query: url.searchParams, headers, body, line: `${method} ${path}${url.search}` };
    asked.push(one);
    const route = all[`${method} ${path}`];
    if (route === undefined) {
      unanswered.add(`${method} ${path}`);
      throw new Error(`The test has no answer for ${one.line}.`);
    }
    const answer = typeof route === 'function' ? await route(one) : route;
    init.signal?.throwIfAborted();
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return asked;
}

/** What was asked without an answer since the last look; a page would only say that the service cannot be reached. */
export function takeUnanswered(): readonly string[] {
  const found = [...unanswered];
  unanswered.clear();
  return found;
}

/** A refusal as the service writes it. */
export function problem(status: number, code: string, details: Omit<Problem, 'status' | 'code'> = {}): Response {
  return new Response(JSON.stringify({ status, code, title: code, ...details }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
