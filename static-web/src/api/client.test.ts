import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createClient, newIntention } from './client.ts';
import { Failure } from './failure.ts';

/** A contract in the form that openapi-typescript writes. */
interface Paths {
  '/cases': {
    parameters: { query?: never; path?: never };
    get: {
      parameters: { query?: { status?: 'open' | 'closed'; after?: string }; path?: never };
      requestBody?: never;
      responses: { 200: { content: { 'application/json': { id: string }[] } }; 304: { content?: never } };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { title: string } } };
      responses: {
        201: { content: { 'application/json': { id: string } } };
        400: { content: { 'application/problem+json': { code: string } } };
      };
    };
    put?: never;
    patch?: never;
    delete?: never;
  };
  '/cases/{caseId}': {
    parameters: { query?: never; path?: never };
    get?: never;
    post?: never;
    put?: never;
    patch?: never;
    delete: {
      parameters: { query?: never; path: { caseId: string } };
      requestBody?: never;
      responses: { 204: { content?: never } };
    };
  };
}

const client = createClient<Paths>('/api');
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' }, ...init });
}

async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) {
    throw new Error(`Expected a Failure, got ${String(error)}.`);
  }
  return error;
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

describe('Trace', () => {
  const traceOf = (call: number) => new Headers(fetched.mock.calls[call]?.[1].headers).get('traceparent') ?? '';

  it('EveryCall_BeginsOneOfItsOwn', async () => {
    fetched.mockImplementation(async () => json([]));
    await client.get('/cases');
    await client.get('/cases');
    expect(traceOf(0)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/u);
    expect(traceOf(1)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/u);
    expect(traceOf(1)).not.toBe(traceOf(0));
  });

  it('FailureOfTheService_IsKnownByIt', async () => {
    fetched.mockResolvedValue(new Response('', { status: 502 }));
    const failure = await failureOf(client.get('/cases'));
    expect(failure.reference).toBe(traceOf(0).split('-')[1]);
  });

  it('TraceThatTheServiceNames_GoesFirst', async () => {
    const headers = { 'Content-Type': 'application/problem+json' };
    fetched.mockResolvedValue(json({ status: 500, code: 'unexpected', traceId: 'theirs' }, { status: 500, headers }));
    expect((await failureOf(client.get('/cases'))).reference).toBe('theirs');
  });

  it('RefusalOfWhatWasTyped_HasNoneToTell', async () => {
    fetched.mockResolvedValue(json({ status: 400, code: 'wrong-code', traceId: 'theirs' }, { status: 400 }));
    expect((await failureOf(client.get('/cases'))).reference).toBeUndefined();
  });
});

describe('Answer', () => {
  it.each([202, 204])('%dWithoutABody_IsNoFailure', async (status) => {
    fetched.mockResolvedValue(new Response(null, { status }));
    const answer = await client.delete('/cases/{caseId}', { path: { caseId: 'one' } });
    expect(answer).toEqual({ status, body: undefined, etag: undefined });
  });

  it('SuccessOfAnotherServer_IsUnreadable', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 202, headers: { 'Content-Type': 'text/html' } }));
    await expect(client.get('/cases', { query: { status: 'open' } })).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('Request', () => {
  it('PathAndQuery_AreEncoded', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    await client.delete('/cases/{caseId}', { path: { caseId: 'a/b ?' } });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/cases/a%2Fb%20%3F');

    fetched.mockResolvedValue(json([]));
    await client.get('/cases', { query: { status: 'open', after: 'x&y=1' } });
    expect(fetched.mock.calls[1]?.[0]).toBe('/api/cases?status=open&after=x%26y%3D1');
  });

  it('EmptyPathPart_IsRefusedBeforeAnythingIsSent', () => {
    expect(() => client.delete('/cases/{caseId}', { path: { caseId: '' } })).toThrow(/needs caseId/u);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('Body_IsJsonWithTheCookieOfThisOriginOnly', async () => {
    fetched.mockResolvedValue(json({ id: '1' }, { status: 201 }));
    await client.post('/cases', { body: { title: 'Molar' } }, { idempotencyKey: 'k', ifMatch: '"1"' });
    const init = fetched.mock.calls[0]?.[1];
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"title":"Molar"}',
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
    });
    const headers = new Headers(init?.headers);
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(headers.get('Idempotency-Key')).toBe('k');
    expect(headers.get('If-Match')).toBe('"1"');
  });
});

describe('Answer', () => {
  it('Json_IsItsBodyWithTheETag', async () => {
    fetched.mockResolvedValue(json([{ id: '1' }], { headers: { 'Content-Type': 'application/json', ETag: '"7"' } }));
    expect(await client.get('/cases')).toEqual({ status: 200, body: [{ id: '1' }], etag: '"7"' });
  });

  it('Date_IsWhenTheServiceAnswered', async () => {
    const date = 'Fri, 27 Nov 2026 10:01:00 GMT';
    fetched.mockResolvedValue(new Response(null, { status: 304, headers: { Date: date } }));
    expect(await client.get('/cases')).toMatchObject({ date });
  });

  it('NotModified_HasNoBody', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 304, headers: { ETag: '"7"' } }));
    expect(await client.get('/cases', {}, { ifNoneMatch: '"7"' })).toEqual({
      status: 304,
      body: undefined,
      etag: '"7"',
    });
  });

  it('ProblemDetails_AreAFailureWithTheirCode', async () => {
    fetched.mockResolvedValue(
      json(
        { code: 'title-missing', errors: { title: ['missing'] } },
        {
          status: 400,
          headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
        },
      ),
    );
    const failure = await failureOf(client.post('/cases', { body: { title: '' } }));
    expect(failure).toMatchObject({ kind: 'refused', status: 400 });
    expect(failure.problem).toEqual({ status: 400, code: 'title-missing', errors: { title: ['missing'] } });
  });

  it('TooManyRequests_SayHowLongToWait', async () => {
    fetched.mockResolvedValue(
      json(
        { code: 'too-many' },
        { status: 429, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '60' } },
      ),
    );
    expect(await failureOf(client.get('/cases'))).toMatchObject({ status: 429, retryAfterSeconds: 60 });
  });

  it('PlainJsonWithAnErrorStatus_KeepsItsBody', async () => {
    fetched.mockResolvedValue(json({ healthy: false }, { status: 503 }));
    expect(await failureOf(client.get('/cases'))).toMatchObject({
      status: 503,
      body: { healthy: false },
      problem: undefined,
    });
  });

  it.each([
    ['AnotherPage', new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['BrokenJson', new Response('{', { headers: { 'Content-Type': 'application/json' } })],
  ])('%s_IsUnreadable', async (_, response) => {
    fetched.mockResolvedValue(response);
    expect(await failureOf(client.get('/cases'))).toMatchObject({ kind: 'unreadable', status: 200 });
  });

  it('NoNetwork_IsUnreachable', async () => {
    const cause = new TypeError('Failed to fetch');
    fetched.mockRejectedValue(cause);
    expect(await failureOf(client.get('/cases'))).toMatchObject({ kind: 'unreachable', status: 0, cause });
  });

  it('NoAnswerInTime_IsATimeout', async () => {
    vi.useFakeTimers();
    fetched.mockImplementation(
      (_, init) =>
        new Promise((__, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    );
    const failing = failureOf(client.get('/cases', {}, { timeout: 1000 }));
    await vi.advanceTimersByTimeAsync(999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failing).toMatchObject({ kind: 'timeout', status: 0 });
    vi.useRealTimers();
  });

  it('CallerGaveUp_IsNoFailure', async () => {
    const left = new AbortController();
    fetched.mockImplementation(
      (_, init) =>
        new Promise((__, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    );
    const call = client.get('/cases', {}, { signal: left.signal });
    left.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('Types', () => {
  it('Contract_DecidesWhatIsGivenAndReturned', () => {
    expectTypeOf(client.get<'/cases'>)
      .returns.resolves.toHaveProperty('body')
      .toEqualTypeOf<{ id: string }[]>();
    expectTypeOf(client.delete<'/cases/{caseId}'>)
      .returns.resolves.toHaveProperty('body')
      .toEqualTypeOf<undefined>();
    expectTypeOf(client.delete<'/cases/{caseId}'>)
      .parameter(1)
      .toExtend<{ readonly path: { caseId: string } }>();
    expectTypeOf(client.post<'/cases'>)
      .parameter(1)
      .toExtend<{ readonly body: { title: string } }>();
    expectTypeOf(client.get).parameter(0).toEqualTypeOf<'/cases'>();
  });
});

describe('NewIntention', () => {
  it('Keys_AreLongAndDiffer', () => {
    expect(newIntention()).toMatch(/^[0-9a-f]{32}$/u);
    expect(newIntention()).not.toBe(newIntention());
  });
});
